import { describe, expect, it } from "vitest";
import { compareDeadlines } from "../../../src/core/deadline/compare-deadlines";
import { parseDeadline } from "../../../src/core/deadline/parse-deadline";

const paper = { year: 2021, issued: "2021-04-26" } as const;

function compare(own: string, parent: string): string {
  const { relation, certain } = compareDeadlines(parseDeadline(own, paper), parseDeadline(parent, paper));
  return `${relation}${certain ? ", certain" : ""}`;
}

describe("compareDeadlines", () => {
  it.each([
    ["年底前", "10月底前", "later, certain"],
    ["2021年12月31日前", "10月底前", "later, certain"],
    ["9月底前", "10月底前", "earlier, certain"],
    ["年底前", "全年", "same, certain"],
    ["全年", "年底前", "same, certain"],
    ["年内", "2021年12月底前", "same, certain"],
    ["2022年底前", "年底前", "later"],
    ["10月前", "10月底前", "earlier"],
    ["3月底前", "6月底前", "earlier"],
    ["月底前", "4月底前", "same"],
    ["持续推进", "年底前", "loosened"],
    ["适时", "年底前", "loosened"],
    ["每季度", "年底前", "loosened"],
    ["年底前", "持续推进", "tightened"],
    ["年底前", "适时", "tightened"],
    ["年底前", "每季度", "unknown"],
    ["每月", "每季度", "tightened"],
    ["每年", "每季度", "loosened"],
    ["每季度", "每季度至少1次", "same"],
    ["长期坚持", "持续推进", "same"],
    ["每月", "持续推进", "tightened"],
    ["持续推进", "每月", "loosened"],
    ["信息形成之日起20个工作日内", "信息形成之日起２０个工作日内", "same"],
    ["信息形成之日起20个工作日内", "信息形成之日起10个工作日内", "unknown"],
    ["信息形成之日起20个工作日内", "年底前", "unknown"],
    ["推进中", "年底前", "unknown"],
    ["年底前", "年地前", "unknown"],
  ])("%s against %s: %s", (own, parent, expected) => {
    expect(compare(own, parent)).toBe(expected);
  });

  it("words counted from the day of issue are the same whatever day each paper bears", () => {
    const later = { year: 2021, issued: "2021-05-08" } as const;
    expect(compareDeadlines(parseDeadline("印发后一个月内", later), parseDeadline("印发后 一个月内", paper)).relation).toBe("same");
    expect(compareDeadlines(parseDeadline("印发后两个月内", later), parseDeadline("印发后一个月内", paper)).relation).toBe("later");
  });

  it("does not compare days whose year is unknown", () => {
    const open = { year: null, issued: null };
    expect(compareDeadlines(parseDeadline("年底前", open), parseDeadline("10月底前", open)).relation).toBe("unknown");
    expect(compareDeadlines(parseDeadline("年底前", open), parseDeadline("年底前", open)).relation).toBe("same");
  });
});
