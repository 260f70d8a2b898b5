import { expect, it } from "vitest";
import { mobileNumberWithheld } from "../../../src/core/rules/mobile-number-withheld";
import { checkExample } from "../../support/check-example";
import { testRule } from "../../support/test-rule";
import { CLEAN, withRemark } from "./publication-cases";

testRule(mobileNumberWithheld, {
  silent: [
    { name: "没有号码", rows: CLEAN },
    { name: "办公电话", rows: withRemark("0554-2671234") },
    { name: "已隐去中间几位", rows: withRemark("138****5678") },
    { name: "金额", rows: withRemark("投入13812345678元") },
  ],
  found: [
    { name: "文字里的号码", rows: withRemark("联系人王某某，13812345678"), problems: ["E2 error mobile"], suggestions: ["隐去中间四位"] },
    { name: "数字格里的号码", rows: withRemark(13812345678), problems: ["E2 error mobile"] },
    { name: "标题里的号码，一格两个", title: "某局工作台账（联系：13812345678、13912345678）", rows: CLEAN, problems: ["A1 error mobile", "A1 error mobile"] },
    { name: "公式算出来的，只提示", rows: withRemark("13812345678"), grid: { formulas: new Map([[16_384 + 4, "=名册!B2"]]) }, problems: ["E2 error mobile"], suggestions: [] },
  ],
});

it("never repeats the number in its message", () => {
  const [problem] = checkExample(mobileNumberWithheld, { rows: withRemark("13812345678") }).problems;
  expect(problem?.message).toBe("E2有手机号码“138****5678”。");
});

it("offers a text that no longer holds a number", () => {
  const [problem] = checkExample(mobileNumberWithheld, { rows: withRemark("王13812345678，李13912345678") }).problems;
  expect(problem?.suggestions[0]?.edits).toMatchObject([{ kind: "setCell", after: "王138****5678，李139****5678" }]);
});
