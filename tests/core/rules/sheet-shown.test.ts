import { sheetShown } from "../../../src/core/rules/sheet-shown";
import { testRule } from "../../support/test-rule";
import { CLEAN } from "./publication-cases";

const own = { name: "台账", visible: true, active: true, ours: false };

testRule(sheetShown, {
  silent: [
    { name: "只有一张", rows: CLEAN, sheets: [own] },
    { name: "我们自己的表不随公开稿走", rows: CLEAN, sheets: [own, { name: "检查情况表", visible: true, active: false, ours: true }] },
  ],
  found: [
    { name: "隐藏的和别的", rows: CLEAN, sheets: [own, { name: "底稿", visible: false, active: false, ours: false }, { name: "选项", visible: true, active: false, ours: false }], problems: ["- warning hidden", "- warning others"] },
  ],
});
