import { rowVisible } from "../../../src/core/rules/row-visible";
import { testRule } from "../../support/test-rule";
import { H, row } from "./structure-cases";

testRule(rowVisible, {
  silent: [
    { name: "都看得见", rows: [H, row(1), row(2)] },
    { name: "藏的是表外的行", rows: [H, row(1), row(2), [null, null, null, null]], grid: { hiddenRows: new Set([3]) } },
  ],
  found: [
    { name: "手工隐藏", rows: [H, row(1), row(2), row(3)], grid: { hiddenRows: new Set([2]) }, problems: ["A3 warning hidden"] },
    { name: "筛选掉", rows: [H, row(1), row(2), row(3)], grid: { hiddenRows: new Set([1, 2]), filteredRows: new Set([1, 2]) }, problems: ["A2 warning filtered"] },
  ],
});
