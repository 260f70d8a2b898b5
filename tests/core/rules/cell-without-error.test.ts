import { cellKey } from "../../../src/core/grid/address";
import { cellWithoutError } from "../../../src/core/rules/cell-without-error";
import { testRule } from "../../support/test-rule";
import { H, row } from "./structure-cases";

testRule(cellWithoutError, {
  silent: [
    { name: "没有错误", rows: [H, row(1), row(2)] },
    { name: "标题里的错误值不是台账的事", title: "#N/A", rows: [H, row(1), row(2)], grid: { errors: new Map([[cellKey(0, 0), "#N/A"]]) } },
  ],
  found: [{ name: "表里有#REF!", rows: [H, row(1), [2, "做好政策解读材料的发布。", "#REF!", "全年"], row(3)], grid: { errors: new Map([[cellKey(2, 2), "#REF!"]]) }, problems: ["C3 error error"] }],
});
