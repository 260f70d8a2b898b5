import { deadlineOfRequirement } from "../../../src/core/rules/deadline-of-requirement";
import { testRule } from "../../support/test-rule";

const H = ["序号", "具体要求", "责任单位", "完成时限"];
const OTHER = ["2", "做好政策解读材料的发布。", "法规科", "年底前"];
const rows = (requirement: string, deadline: string) => [H, ["1", requirement, "办公室", deadline], OTHER];

testRule(deadlineOfRequirement, {
  silent: [
    { name: "两处一致", rows: rows("更新政府信息公开指南，6月底前完成。", "6月底前") },
    { name: "正文更晚", rows: rows("更新政府信息公开指南，年底前全部完成。", "6月底前") },
    { name: "正文分步写", rows: rows("3月底前制定方案，6月底前完成更新，9月底前组织验收。", "年底前") },
    { name: "正文里的是周期", rows: rows("每月底前报送一次更新情况。", "年底前") },
    { name: "正文里的日期说的是别的事", rows: rows("落实2024年3月5日印发的公开工作要点。", "年底前") },
    { name: "正文省了年份，是同一天", rows: rows("编制年度报告，1月31日前公布。", "2025年1月31日前") },
    { name: "时限列写全年", rows: rows("6月底前完成指南更新，全年动态维护。", "全年") },
  ],
  found: [{ name: "正文写着另一年的同一天", rows: rows("更新政府信息公开指南，2024年6月30日前完成。", "2025年6月30日前"), problems: ["D2 warning stricter"] }, { name: "正文更紧", rows: rows("更新政府信息公开指南，6月底前完成。", "年底前"), problems: ["D2 warning stricter"] }],
});
