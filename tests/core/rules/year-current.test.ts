import { yearCurrent } from "../../../src/core/rules/year-current";
import { testRule } from "../../support/test-rule";

const title = "某局2024年政务公开工作台账";
const H = ["序号", "具体要求", "责任单位", "完成时限"];
const rows = (requirement: string, deadline: string) => [H, ["1", requirement, "办公室", deadline], ["2", "做好政策解读材料的发布。", "法规科", "全年"]];
const A = "公开财政预算信息。";

testRule(yearCurrent, {
  silent: [
    { name: "今年的年份", title, rows: rows(A, "2024年底前") },
    { name: "下一年的年份", title, rows: rows(A, "2025年3月底前") },
    { name: "回头看说的就是去年", title, rows: rows("对2023年重点工作开展回头看，2023年底前未完成的限期整改。", "6月底前") },
    { name: "文号里的年份", title, rows: rows("落实《公开办法》（云政办发〔2023〕21号），公开财政预算信息。", "年底前") },
    { name: "表名和标题同年", title, rows: rows(A, "年底前"), year: 2024 },
    { name: "标题说的是考评哪一年", title: "2023年度政务公开考评问题清单", rows: rows(A, "2024年6月底前"), year: 2024 },
  ],
  found: [
    { name: "时限还是去年", title, rows: rows(A, "2023年底前"), problems: ["D3 warning text"], suggestions: ["改为“2024年底前”"] },
    { name: "正文里的时限还是去年", title, rows: rows("公开财政预算信息，2023年10月底前完成。", "年底前"), problems: ["B3 warning text"], suggestions: ["改为“2024年10月底前”"] },
    { name: "标题忘了改", title: "某局2023年政务公开工作台账", rows: rows(A, "年底前"), year: 2024, problems: ["A1 warning title"] },
  ],
});
