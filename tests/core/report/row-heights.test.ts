import { describe, expect, it } from "vitest";
import type { ReportSheet, ReportStyle } from "../../../src/core/report/report-sheet";
import { rowHeights } from "../../../src/core/report/row-heights";

const report = (rows: readonly (readonly [string | number, ReportStyle][])[], merges: ReportSheet["merges"] = []): ReportSheet => ({
  name: "表",
  rows: rows.map((row) => row.map(([value, style]) => ({ value, style }))),
  widths: [6, 56, 12],
  merges,
  titleRows: null,
  landscape: true,
  activate: false,
  keep: false,
});

describe("how high the rows of a report must be", () => {
  it.each<[string, string, ReportStyle, number | undefined]>([
    ["a short text", "公开预算。", "cell", undefined],
    ["a text of two lines", "字".repeat(40), "cell", 32],
    ["half-width characters are half as wide", "a".repeat(50), "cell", undefined],
    ["line breaks of its own", "甲\n乙\n丙", "cell", 48],
    ["what does not wrap", "字".repeat(200), "plain", undefined],
    ["more than Excel takes", "字".repeat(2000), "cell", 409],
  ])("%s", (_what, text, style, points) => {
    expect(rowHeights(report([[[1, "center"], [text, style]]])).get(0)?.points).toBe(points);
  });

  it("a merged text has the room of all its columns, and nobody else makes its row higher", () => {
    const merges = [{ top: 0, left: 0, bottom: 0, right: 2 }];
    const heights = (text: string, style: ReportStyle) => rowHeights(report([[[text, style], ["", style], ["", style]]], merges)).get(0);
    expect(heights("字".repeat(34), "note")).toBeUndefined();
    expect(heights("短标题", "title")).toEqual({ points: 24, isMerged: true });
    expect(heights("字".repeat(60), "note")).toEqual({ points: 32, isMerged: true });
    expect(heights("字".repeat(34), "title")).toEqual({ points: 47, isMerged: true });
  });

  it("the highest text of a row counts; headings merged over rows do not", () => {
    expect(rowHeights(report([[["序号很长很长", "center"], ["字".repeat(90), "cell"]]])).get(0)).toEqual({ points: 64, isMerged: false });
    expect(rowHeights(report([[["一级标题很长很长很长", "center"], ["短", "cell"]], [["", "center"], ["短", "cell"]]], [{ top: 0, left: 0, bottom: 1, right: 0 }])).size).toBe(0);
  });
});
