import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { translateFormula } from "../../src/xlsx/formula-references";
import { reversed, shiftFormula, type Shift } from "../../src/xlsx/shift";

const insertTwoAt5: Shift = { axis: "row", at: 4, count: 2 };
const deleteRow5: Shift = { axis: "row", at: 4, count: -1 };
const insertColumnC: Shift = { axis: "column", at: 2, count: 1 };

describe("references follow rows and columns", () => {
  it.each([
    ["A5", insertTwoAt5, "A7"],
    ["A4+$A$5+B$6", insertTwoAt5, "A4+$A$7+B$8"],
    ["SUM(A1:A4)", insertTwoAt5, "SUM(A1:A4)"],
    ["SUM(A1:A5)", insertTwoAt5, "SUM(A1:A7)"],
    ["SUM(A9:A5)", insertTwoAt5, "SUM(A11:A7)"],
    ["SUM(5:6)+SUM($4:$4)", insertTwoAt5, "SUM(7:8)+SUM($4:$4)"],
    ["台账!A5+'台账'!B6", insertTwoAt5, "台账!A7+'台账'!B8"],
    ["VLOOKUP(A6,台账!$A$3:$H$30,2,FALSE)", insertTwoAt5, "VLOOKUP(A8,台账!$A$3:$H$32,2,FALSE)"],
    ["A6", deleteRow5, "A5"],
    ["C1+SUM(B:D)+D$2", insertColumnC, "D1+SUM(B:E)+E$2"],
  ])("%s", (formula, shift, expected) => expect(shiftFormula(formula, "台账", "台账", shift).text).toBe(expected));

  it.each([
    ['"A5"&A1', "a text"],
    ["LOG10(A1)", "a function that looks like a cell"],
    ["其他!A5", "another sheet"],
    ["[1]台账!A5", "another file"],
    ["'[台账.xlsx]台账'!A5", "another file by name"],
    ["表1[[#This Row],[A5]]", "a column of a table"],
    ["A5数量", "a name"],
    ["SUM(A:C)+COUNTA($B:$B)", "whole columns"],
    ['"他说""A5"""', "quotes inside a text"],
    ["台账!金额A", "a name of a sheet"],
    ["TRUE+1E5", "a number with an exponent"],
    ["#REF!+A1", "an error"],
  ])("leaves %s alone: %s", (formula) => expect(shiftFormula(formula, "台账", "台账", insertTwoAt5)).toEqual({ text: formula, meets: false, acrossSheets: false }));

  it.each([
    ["A5", true, "#REF!"],
    ["SUM(A5:A5)", true, "SUM(#REF!)"],
    ["SUM(A5:A9)", true, "SUM(A5:A8)"],
    ["SUM(A1:A9)", false, "SUM(A1:A8)"],
    ["SUM(A1:A5)", true, "SUM(A1:A4)"],
    ["SUM(A6:A9)", false, "SUM(A5:A8)"],
    ["SUM(A:A)", false, "SUM(A:A)"],
  ])("%s meets the deleted row: %s", (formula, meets, text) => expect(shiftFormula(formula, "台账", "台账", deleteRow5)).toMatchObject({ meets, text }));

  it("says when a reference reaches over several sheets", () => {
    expect(shiftFormula("SUM(一月:三月!A5)", "台账", "二月", insertTwoAt5).acrossSheets).toBe(true);
    expect(shiftFormula("SUM('一 月:三月'!A5)", "台账", "二月", insertTwoAt5).acrossSheets).toBe(true);
  });

  const corner = fc.tuple(fc.boolean(), fc.nat(20), fc.boolean(), fc.nat(40)).map(([c, column, r, row]) => `${c ? "$" : ""}${String.fromCharCode(65 + column)}${r ? "$" : ""}${row + 1}`);
  const piece = fc.oneof(corner, fc.tuple(corner, corner).map(([a, b]) => `${a}:${b}`), corner.map((text) => `'台 账'!${text}`), fc.constantFrom('"A1 ""甲"', "SUM(", ")", "+", ",", "名称", "12.5", " "));

  it("comes back after an insertion and its opposite", () =>
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom<Shift["axis"]>("row", "column"), fc.nat(30), fc.integer({ min: 1, max: 5 }), (pieces, axis, at, count) => {
        const formula = pieces.join(" ");
        const shift: Shift = { axis, at, count };
        expect(shiftFormula(shiftFormula(formula, "台 账", "台 账", shift).text, "台 账", "台 账", reversed(shift)).text).toBe(formula);
      }),
    ));
});

describe("a shared formula read in another cell", () => {
  it.each([
    ["A1+$A$1+A$1+$A1", 2, 1, "B3+$A$1+B$1+$A3"],
    ["SUM(B:B)+SUM($1:1)", 3, 2, "SUM(D:D)+SUM($1:4)"],
    ["A1", -1, 0, "#REF!"],
  ])("%s", (formula, rows, columns, expected) => expect(translateFormula(formula, rows, columns)).toBe(expected));
});
