import { textInvisible } from "../../../src/core/rules/text-invisible";
import { cellKey } from "../../../src/core/grid/address";
import { testRule } from "../../support/test-rule";
import { withRequirements, withUnits } from "./text-cases";

testRule(textInvisible, {
  silent: [
    { name: "换行和普通空格不算", ...withRequirements("公开预算。\n公开决算。", "开发 Open Data 平台。", "更新　指南。") },
    { name: "表情里的连接符不算", ...withRequirements("在新媒体发布👨\u200d👩\u200d👧家庭政策图解。", "更新指南。") },
    { name: "Windows 换行不算", ...withRequirements("公开预算。\r\n公开决算。", "更新指南。") },
    { name: "公式算出来的不动", ...withRequirements("公开\u200b预算。", "更新指南。"), grid: { formulas: new Map([[cellKey(1, 1), '=CONCATENATE("公开","预算。")']]) } },
    { name: "数字单元格", rows: [["序号", "具体要求", "责任单位", "完成时限"], [1, "公开预算。", "办公室", "年底前"], [2, "更新指南。", "办公室", "年底前"]] },
  ],
  found: [
    { name: "零宽空格", ...withRequirements("公开\u200b预算。", "更新指南。"), problems: ["B2 info found"], fixed: { B2: "公开预算。" } },
    { name: "不间断空格换成普通空格", ...withRequirements("公开\u00a0Open\u00a0Data。", "更新指南。"), problems: ["B2 info found"], fixed: { B2: "公开 Open Data。" } },
    { name: "BOM 和方向标记", ...withUnits("\ufeff办公室", "人事科\u200e"), problems: ["C2 info found", "C3 info found"], fixed: { C2: "办公室", C3: "人事科" } },
    { name: "别的程序的换行", ...withRequirements("公开预算。\v公开决算。\u2028", "更新指南。"), problems: ["B2 info found"], fixed: { B2: "公开预算。\n公开决算。\n" } },
  ],
});
