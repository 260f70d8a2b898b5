import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowKeys, type RowIdentity } from "../../../src/core/ledger/row-key";

const row = (requirement: string, seq = "", rest = ""): RowIdentity => ({ seq, requirement, rest });

describe("rowKeys", () => {
  test("a row keeps its key when rows are inserted and numbers move on", () => {
    const [, second] = rowKeys([row("做好甲", "1"), row("做好乙", "2")]);
    expect(rowKeys([row("做好丁", "1"), row("做好甲", "2"), row("做好乙", "3")])[2]).toBe(second);
  });

  test("blanks, width and punctuation do not change it", () => {
    expect(rowKeys([row("做好 （甲）。")])).toEqual(rowKeys([row("做好(甲)")]));
  });

  test("equal requirements are told apart by number, equal numbers by order", () => {
    const keys = rowKeys([row("做好甲", "1"), row("做好甲", "2"), row("做好甲", "2")]);
    expect(new Set(keys).size).toBe(3);
    expect(keys[0]).not.toBe(rowKeys([row("做好甲", "9"), row("做好甲", "1")])[0]);
    expect(keys[0]).toBe(rowKeys([row("做好甲", "9"), row("做好甲", "1")])[1]);
  });

  test("no two keys are equal", () => {
    const some = fc.record({ seq: fc.constantFrom("", "1", "2"), requirement: fc.constantFrom("", "甲", "乙"), rest: fc.constantFrom("", "x") });
    fc.assert(fc.property(fc.array(some, { maxLength: 20 }), (rows) => {
      expect(new Set(rowKeys(rows)).size).toBe(rows.length);
    }));
  });
});
