import { rowWhole } from "../../../src/core/rules/row-whole";
import { testRule } from "../../support/test-rule";
import { H, row } from "./structure-cases";

testRule(rowWhole, {
  silent: [
    { name: "整行", rows: [H, row(1), row(2), H, row(3)] },
    { name: "只有标题的行", rows: [H, ["一、主动公开", null, null, null], row(1), row(2)] },
    { name: "合并单元格盖住的空格", rows: [["工作任务", ...H], ["一、主动公开", ...row(1)], [null, ...row(2)]], grid: { merges: [{ top: 1, left: 0, bottom: 2, right: 0 }] } },
  ],
  found: [
    { name: "换页断开", rows: [H, row(1), ["2", "做好政策解读材料的起草、审签和发", "法规科", "全年"], H, [null, "布，并与文件同步上网。", null, null], row(3)], problems: ["B5 warning cut"], suggestions: ["接上"] },
    { name: "单位断在两页", rows: [H, row(1), ["2", "做好政策解读材料的起草、审签和发布。", "法规科牵头，办公室、信息中", "全年"], H, [null, null, "心、人事科配合", null], row(3)], problems: ["C5 warning cut"], suggestions: ["接上"] },
  ],
});
