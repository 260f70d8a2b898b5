import { unitsFilled } from "../../../src/core/rules/units-filled";
import { testRule } from "../../support/test-rule";
import { withUnits } from "./text-cases";

const H2 = ["序号", "具体要求", "牵头单位", "配合单位", "完成时限"];
const text = (index: number) => `第${"一二三四五六七"[index]!}类政府信息按要求公开到位。`;

testRule(unitsFilled, {
  silent: [
    { name: "都填了", ...withUnits("办公室", "人事科", "法规科") },
    { name: "没有配合单位", rows: [H2, ["1", text(0), "办公室", null, "年底前"], ["2", text(1), "人事科", "办公室", "年底前"], ["3", text(2), "法规科", null, "年底前"]] },
    { name: "合并丢了的表，同一小标题下空着", rows: [["一级指标", "二级指标", "序号", "具体要求", "责任单位", "完成时限"], ["开办", "登记", "1", text(0), "审批科", "6月底前"], ["", "", "2", text(1), "", "9月底前"], ["信贷", "融资", "3", text(2), "金融科", "10月底前"], ["", "", "4", text(3), "", "年底前"]] },
    { name: "小标题各有单位", rows: [["一级指标", "二级指标", "序号", "具体要求", "责任单位", "完成时限"], ["开办", "登记", "1", text(0), "审批科", "6月底前"], ["信贷", "融资", "2", text(1), "金融科", "年底前"]] },
    { name: "合并单元格", ...withUnits("办公室", null, "法规科"), grid: { merges: [{ top: 1, left: 2, bottom: 2, right: 2 }] } },
    { name: "小表空两格，是同上不重写", ...withUnits("办公室", null, "人事科", null, "法规科") },
    { name: "牵头单位整栏空着，落实单位都有", rows: [["序号", "具体要求", "牵头单位", "落实单位", "完成时限"], ["1", text(0), null, "办公室", "年底前"], ["2", text(1), null, "人事科", "年底前"]] },
    { name: "全表合并成一格", ...withUnits("办公室", null, null, null), grid: { merges: [{ top: 1, left: 2, bottom: 4, right: 2 }] } },
    { name: "没有责任单位这一栏", rows: [["序号", "具体要求", "完成时限"], ["1", text(0), "年底前"], ["2", text(1), "年底前"]] },
    { name: "小标题和责任单位都有合并", rows: [["一级指标", "二级指标", "序号", "具体要求", "责任单位", "完成时限"], ["开办", "登记", "1", text(0), "审批科", "6月底前"], ["", "", "2", text(1), "", ""], ["", "变更", "3", text(2), "", "10月底前"], ["信贷", "融资", "4", text(3), "金融科", "年底前"]], grid: { merges: [{ top: 1, left: 0, bottom: 3, right: 0 }, { top: 1, left: 1, bottom: 2, right: 1 }, { top: 1, left: 4, bottom: 3, right: 4 }] } },
    { name: "只有一项，填了", ...withUnits("办公室") },
  ],
  found: [
    { name: "整栏一格没填：刚生成的初稿", ...withUnits(null, null, null), problems: ["C2 error none"] },
    { name: "整栏没填，责任人写了：请核对", rows: [["序号", "具体要求", "责任单位", "责任人", "完成时限"], ["1", text(0), null, "王某某", "年底前"], ["2", text(1), null, "李某某", "年底前"]], problems: ["C2 warning none"] },
    { name: "整栏没填，要求里写了牵头的：请核对", rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", `${text(0)}（牵头单位：办公室）`, null, "年底前"], ["2", text(1), null, "年底前"]], problems: ["C2 warning none"] },
    { name: "整栏没填，有一栏不认得：请核对", rows: [["序号", "具体要求", "责任单位", "阶段划分", "完成时限"], ["1", text(0), null, "第一阶段", "年底前"], ["2", text(1), null, "第二阶段", "年底前"]], problems: ["C2 warning none"] },
    { name: "小表只空这一格，别处都不省略：请核对", ...withUnits("办公室", "人事科", null, "法规科"), problems: ["C4 warning inherited"] },
    { name: "第一行空着，上面没有可承接的", ...withUnits(null, "人事科", "法规科"), problems: ["C2 error blank"] },
    { name: "多数没填，只提请核对", ...withUnits(null, null, null, null, "法规科"), problems: ["C2 warning blank", "C3 warning blank", "C4 warning blank", "C5 warning blank"] },
    {
      name: "合并丢了的表，小标题后面空着：可能同上，只提请核对",
      rows: [["一级指标", "二级指标", "序号", "具体要求", "责任单位", "完成时限"], ["开办", "登记", "1", text(0), "审批科", "6月底前"], ["", "", "2", text(1), "", "9月底前"], ["", "变更", "3", text(2), "", "10月底前"], ["信贷", "融资", "4", text(3), "金融科", "年底前"]],
      problems: ["E4 warning blank"],
    },
    {
      name: "合并还在的表，小标题后面空着：没有填",
      rows: [["一级指标", "二级指标", "序号", "具体要求", "责任单位", "完成时限"], ["开办", "登记", "1", text(0), "审批科", "6月底前"], ["", "", "2", text(1), "", "9月底前"], ["", "变更", "3", text(2), "", "10月底前"], ["信贷", "融资", "4", text(3), "金融科", "年底前"]],
      grid: { merges: [{ top: 1, left: 0, bottom: 3, right: 0 }, { top: 1, left: 1, bottom: 2, right: 1 }, { top: 1, left: 4, bottom: 2, right: 4 }] },
      problems: ["E4 error blank"],
    },
    {
      name: "别的栏有合并，时限空着一格：责任单位没有填",
      rows: [["一级指标", "二级指标", "序号", "具体要求", "责任单位", "完成时限"], ["开办", "登记", "1", text(0), "审批科", "6月底前"], ["", "", "2", text(1), "法规科", ""], ["", "变更", "3", text(2), "", "10月底前"], ["信贷", "融资", "4", text(3), "金融科", "年底前"]],
      grid: { merges: [{ top: 1, left: 0, bottom: 3, right: 0 }, { top: 1, left: 1, bottom: 2, right: 1 }] },
      problems: ["E4 error blank"],
    },
    { name: "写了配合单位，没写牵头单位", rows: [H2, ["1", text(0), null, "办公室", "年底前"], ["2", text(1), "人事科", "办公室", "年底前"], ["3", text(2), "法规科", null, "年底前"]], problems: ["C2 warning blank"] },
  ],
});
