import { rowBlank } from "../../../src/core/rules/row-blank";
import { testRule } from "../../support/test-rule";
import { H, row } from "./structure-cases";

const BLANK = [null, null, null, null];

testRule(rowBlank, {
  silent: [
    { name: "没有空行", rows: [H, row(1), row(2), row(3)] },
    { name: "表后面的空行", rows: [H, row(1), row(2), BLANK, BLANK] },
  ],
  found: [{ name: "中间一行空着", rows: [H, row(1), BLANK, row(2), row(3)], problems: ["A3 info blank"] }],
});
