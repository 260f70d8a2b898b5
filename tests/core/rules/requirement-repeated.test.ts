import { requirementRepeated } from "../../../src/core/rules/requirement-repeated";
import { testRule } from "../../support/test-rule";
import { withRequirements } from "./text-cases";

const SAME = "集中公开年度财政预算和决算信息。";
const H = ["序号", "具体要求", "责任单位", "完成时限"];

testRule(requirementRepeated, {
  silent: [
    { name: "各不相同", ...withRequirements(SAME, "更新政府信息公开指南和目录。") },
    { name: "短句可以重", ...withRequirements("加强领导。", "加强领导。") },
    { name: "一个任务合并在几行上", rows: [H, ["1", SAME, "办公室", "年底前"], ["2", null, "法规科", "年底前"]], grid: { merges: [{ top: 1, left: 1, bottom: 2, right: 1 }] } },
    { name: "一行一家，是本表的习惯", rows: [H, ...["甲局", "乙局", "丙局", "丁局"].map((unit, index) => [String(index + 1), SAME, unit, "年底前"])] },
  ],
  found: [
    { name: "一字不差", ...withRequirements(SAME, "更新政府信息公开指南和目录。", SAME), problems: ["B4 warning same"] },
    { name: "只差标点和空格", ...withRequirements(SAME, "更新政府信息公开指南和目录。", "集中公开年度 财政预算和决算信息"), problems: ["B4 warning same"] },
    { name: "责任单位不同", rows: [H, ["1", SAME, "办公室", "年底前"], ["2", "更新指南。", "办公室", "年底前"], ["3", SAME, "法规科", "年底前"]], problems: ["B4 info units"] },
  ],
});
