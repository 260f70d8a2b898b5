import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comfortableHeight, linesNeeded, linesShown, textWidth } from "../../../src/core/text/printed-size";

const text = fc.string({ unit: fc.constantFrom("公", "开", "，", "a", "1", "\n"), maxLength: 60 });
const size = fc.integer({ min: 6, max: 36 });

describe("the room a text takes", () => {
  it.each([
    ["公开指南", 11, 44],
    ["（公开）", 10, 40],
    ["AB12", 10, 16],
    ["", 11, 0],
  ])("%j in %i points is at least %d points wide", (words, points, width) => expect(textWidth(words, points)).toBeCloseTo(width));

  it.each([
    ["公开年度财政预算", 11, 88, 1],
    ["公开年度财政预算", 11, 87, 2],
    ["公开\n解读\n回应", 11, 200, 3],
    ["公开", 20, 5, 2],
    ["公开", 11, 0, 0],
  ])("%j in %i points needs, %i wide, %i lines", (words, points, width, lines) => expect(linesNeeded(words, points, width)).toBe(lines));

  it.each([
    [15, 11, 1],
    [27, 11, 2],
    [40.5, 11, 3],
    [8, 11, 1],
  ])("a row %d high shows in %i points %i lines", (height, points, lines) => expect(linesShown(height, points)).toBe(lines));

  it("a height made for a text shows it, however it is judged", () => {
    fc.assert(fc.property(text, size, fc.integer({ min: 20, max: 300 }), (words, points, width) => linesShown(comfortableHeight(words, points, width), points) >= linesNeeded(words, points, width)));
  });

  it("a wider cell never needs more lines, a higher row never shows fewer", () => {
    fc.assert(fc.property(text, size, fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }), (words, points, width, more) => linesNeeded(words, points, width + more) <= linesNeeded(words, points, width)));
    fc.assert(fc.property(size, fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }), (points, height, more) => linesShown(height + more, points) >= linesShown(height, points)));
  });
});
