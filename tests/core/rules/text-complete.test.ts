import { textComplete } from "../../../src/core/rules/text-complete";
import { testRule } from "../../support/test-rule";
import { parentWith, withRequirements } from "./text-cases";

const OTHERS = ["更新政府信息公开指南。", "组织开展业务培训。", "建立政务公开工作台账。", "做好政策解读材料的发布。"];
const TASK = "健全养老机构等级评定结果定期公布制度，及时向社会公布评定结果和有关情况。";

testRule(textComplete, {
  silent: [
    { name: "都有句号", ...withRequirements("公开预算。", ...OTHERS) },
    { name: "只少一个句号", ...withRequirements("充分展示“一张蓝图绘到底”的接续奋斗历程", ...OTHERS) },
    { name: "全表都不用句号", ...withRequirements("落实有关要求的通", "更新指南", "开展培训", "建立台账", "做好解读") },
    { name: "词本身就这样结尾", ...withRequirements("确保热线电话畅通", ...OTHERS) },
    { name: "上级在这里也停顿，是有意删减", ...withRequirements("健全养老机构等级评定结果定期公布制度", ...OTHERS), parent: parentWith([TASK, "省民政厅"], ...OTHERS.map((text) => [text, "各单位"] as const)) },
    { name: "上级只多一个句号", ...withRequirements(TASK.slice(0, -1), ...OTHERS), parent: parentWith([TASK, "省民政厅"], ...OTHERS.map((text) => [text, "各单位"] as const)) },
  ],
  found: [
    { name: "词断开", ...withRequirements("落实政务公开工作有关要求的通", ...OTHERS), problems: ["B2 warning torn"] },
    { name: "停在顿号", ...withRequirements("公开预算、决算、", ...OTHERS), problems: ["B2 warning torn"] },
    { name: "停在“的”", ...withRequirements("集中公开现行有效的", ...OTHERS), problems: ["B2 warning torn"] },
    { name: "别的行都有句号，只有一行没有", ...withRequirements("充分展示接续奋斗的历程", ...OTHERS, ...OTHERS.map((text) => `继续${text}`), "完善热线机制。"), problems: ["B2 info open"], suggestions: ["加上句号"] },
    { name: "上级原文接着写", ...withRequirements("健全养老机构等级评定结果定期公布制度，及时向社会公布评定结", ...OTHERS), parent: parentWith([TASK, "省民政厅"], ...OTHERS.map((text) => [text, "各单位"] as const)), problems: ["B2 warning torn"], suggestions: ["照上级补全"] },
  ],
});
