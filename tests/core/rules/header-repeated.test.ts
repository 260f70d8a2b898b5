import { headerRepeated } from "../../../src/core/rules/header-repeated";
import { testRule } from "../../support/test-rule";
import { H, row } from "./structure-cases";

testRule(headerRepeated, {
  silent: [
    { name: "只有一处表头", rows: [H, row(1), row(2), row(3)] },
    { name: "两行表头", rows: [["序号", "任务", "责任分工", null], [null, "具体要求", "责任单位", "完成时限"], row(1), row(2)], grid: { merges: [{ top: 0, left: 0, bottom: 1, right: 0 }, { top: 0, left: 2, bottom: 0, right: 3 }] } },
  ],
  found: [{ name: "中间又一遍", rows: [H, row(1), row(2), H, row(3)], problems: ["A4 warning again"] }],
});
