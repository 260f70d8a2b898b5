import { hiddenCellAbsent } from "../../../src/core/rules/hidden-cell-absent";
import { testRule } from "../../support/test-rule";
import { CLEAN } from "./publication-cases";

testRule(hiddenCellAbsent, {
  silent: [
    { name: "没有隐藏", rows: CLEAN },
    { name: "藏的是空列和空行", rows: [...CLEAN, [null, null, null, null, null]], grid: { hiddenColumns: new Set([9]), hiddenRows: new Set([3]) } },
  ],
  found: [
    { name: "隐藏的行", rows: CLEAN, grid: { hiddenRows: new Set([2]) }, problems: ["A3 warning rows"] },
    { name: "隐藏的列", rows: CLEAN, grid: { hiddenColumns: new Set([2, 3]) }, problems: ["C1 warning columns"] },
  ],
});
