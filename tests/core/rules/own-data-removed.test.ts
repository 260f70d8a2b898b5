import { ownDataRemoved } from "../../../src/core/rules/own-data-removed";
import { testRule } from "../../support/test-rule";
import { CLEAN, FACTS } from "./publication-cases";

const sheet = { name: "台账", visible: true, active: true, ours: false };

testRule(ownDataRemoved, {
  silent: [
    { name: "没有我们的东西", rows: CLEAN, facts: FACTS, sheets: [sheet] },
    { name: "用户自己的表也叫检查情况表", rows: CLEAN, facts: FACTS, sheets: [sheet, { name: "检查情况表", visible: true, active: false, ours: false }] },
  ],
  found: [
    { name: "我们的表和记录", rows: CLEAN, facts: { ...FACTS, keptParts: 3 }, sheets: [sheet, { name: "检查情况表", visible: true, active: false, ours: true }], problems: ["- info sheets", "- info parts"] },
  ],
});
