import { parentCopied } from "../../../src/core/rules/parent-copied";
import { testRule } from "../../support/test-rule";
import { parentWith, withRequirements } from "./text-cases";

const ONE = "健全养老机构等级评定结果定期公布制度，及时向社会公布。";
const TWO = "及时更新政府信息公开指南和目录，方便公众查询使用。";
const parent = parentWith([ONE, "省民政厅牵头"], [TWO, "省政府各部门"], ["组织培训。", "省政府各部门"]);

testRule(parentCopied, {
  silent: [
    { name: "结合实际改写", ...withRequirements("健全养老机构等级评定结果公布制度，每季度在厅网站公布。", "及时更新厅政府信息公开指南和目录，方便公众查询。"), parent },
    { name: "只有一项相同", ...withRequirements(ONE, "及时更新厅政府信息公开指南和目录，方便公众查询。"), parent },
    { name: "短句不算", ...withRequirements(ONE, "组织培训。"), parent },
  ],
  found: [
    { name: "两项照抄，合成一条", ...withRequirements(ONE, TWO, "组织本厅培训。"), parent, problems: ["B2 info copied"] },
    { name: "只差标点", ...withRequirements(ONE.replace("，", ","), TWO.replace("。", ""), "组织本厅培训。"), parent, problems: ["B2 info copied"] },
  ],
});
