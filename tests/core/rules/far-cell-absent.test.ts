import { farCellAbsent } from "../../../src/core/rules/far-cell-absent";
import { testRule } from "../../support/test-rule";
import { CLEAN } from "./publication-cases";

testRule(farCellAbsent, {
  silent: [
    { name: "整张表都读了", rows: CLEAN },
    { name: "表下隔几行还有说明", rows: [...CLEAN, [null], [null], ["注：以上时限均为本年。"]] },
    { name: "右边隔几列有一格", rows: [...CLEAN, [null, null, null, null, null, null, null, "已核"]] },
  ],
  found: [
    { name: "下方很远", rows: CLEAN, grid: { beyond: { row: 1_048_575, column: null } }, problems: ["A1048576 warning below"] },
    { name: "右边很远", rows: CLEAN, grid: { beyond: { row: null, column: 16_383 } }, problems: ["XFD1 warning beside"] },
    { name: "右下角", rows: CLEAN, grid: { beyond: { row: 9_999, column: 300 } }, problems: ["KO1 warning beside", "A10000 warning below"] },
  ],
});
