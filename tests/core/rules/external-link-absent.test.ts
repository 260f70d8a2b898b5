import { expect, it } from "vitest";
import { externalLinkAbsent } from "../../../src/core/rules/external-link-absent";
import { checkExample } from "../../support/check-example";
import { testRule } from "../../support/test-rule";
import { CLEAN, FACTS } from "./publication-cases";

testRule(externalLinkAbsent, {
  silent: [{ name: "没有链接", rows: CLEAN, facts: FACTS }],
  found: [{ name: "连着别的工作簿", rows: CLEAN, facts: { ...FACTS, externalLinks: ["file:///D:/%E5%90%8D%E5%86%8C.xlsx", "b.xlsx"] }, problems: ["- warning links"] }],
});

it("says so where the host cannot tell", () => {
  const { problems, notChecked } = checkExample(externalLinkAbsent, { rows: CLEAN, facts: { ...FACTS, unknown: ["externalLinks"] } });
  expect(problems).toEqual([]);
  expect(notChecked.map(({ ruleId, reason }) => [ruleId, reason])).toEqual([["external-link-absent", "external-links"]]);
});

it("names the file, not the path to it", () => {
  const [problem] = checkExample(externalLinkAbsent, { rows: CLEAN, facts: { ...FACTS, externalLinks: ["file:///D:/%E5%90%8D%E5%86%8C.xlsx"] } }).problems;
  expect(problem?.message).toBe("文件连着 1 份别的工作簿：名册.xlsx。");
});
