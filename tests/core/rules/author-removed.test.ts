import { authorRemoved } from "../../../src/core/rules/author-removed";
import { testRule } from "../../support/test-rule";
import { CLEAN, FACTS } from "./publication-cases";

testRule(authorRemoved, {
  silent: [
    { name: "没有人名", rows: CLEAN, facts: FACTS },
    { name: "只有空格", rows: CLEAN, facts: { ...FACTS, author: " " } },
  ],
  found: [{ name: "作者和单位", rows: CLEAN, facts: { ...FACTS, author: "王某某", company: "某局" }, problems: ["- info names"] }],
});
