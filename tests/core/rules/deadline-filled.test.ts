import { deadlineFilled } from "../../../src/core/rules/deadline-filled";
import { testRule } from "../../support/test-rule";

const H = ["序号", "具体要求", "责任单位", "完成时限"];
const A = "公开年度财政预算和决算信息。";
const B = "做好政策解读材料的发布。";
const C = "更新政府信息公开指南。";

testRule(deadlineFilled, {
  silent: [
    { name: "都填了", rows: [H, ["1", A, "办公室", "年底前"], ["2", B, "法规科", "持续推进"]] },
    { name: "合并单元格盖住的行", rows: [H, ["1", A, "办公室", "年底前"], ["2", B, "法规科", null], ["3", C, "办公室", null]], grid: { merges: [{ top: 1, left: 3, bottom: 3, right: 3 }] } },
    { name: "全表都是同上不重写，是这张表的习惯", rows: [H, ["1", A, "办公室", "年底前"], ["2", B, "法规科", ""], ["3", C, "办公室", ""], ["4", "开展业务培训。", "人事科", "6月底前"], ["5", "更新公开目录。", "办公室", ""]] },
  ],
  found: [
    { name: "第一项空着，上面没有可以沿用的", rows: [H, ["1", A, "办公室", ""], ["2", B, "法规科", "年底前"], ["3", C, "办公室", "6月底前"]], problems: ["D2 error blank"], suggestions: [] },
    {
      name: "上级有时限，照着填",
      rows: [H, ["1", "健全养老机构等级评定结果定期公布制度。", "养老服务处", ""], ["2", B, "法规处", "年底前"], ["3", C, "办公室", "6月底前"]],
      parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "健全养老机构等级评定结果定期公布制度。", "省民政厅牵头", "10月底前"], ["2", C, "省政府各部门", "6月底前"]],
      problems: ["D2 error blank"],
      suggestions: ["填“10月底前”"],
    },
    {
      name: "上面一行有，只空这一行：请核对",
      rows: [H, ...Array.from({ length: 11 }, (_, index) => [String(index + 1), `${A.slice(0, -1)}第${"甲乙丙丁戊己庚辛壬癸子"[index]!}部分。`, "办公室", index === 6 ? "" : "年底前"])],
      problems: ["D8 warning inherited"],
      suggestions: ["填“年底前”"],
    },
  ],
});
