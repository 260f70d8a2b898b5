import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut, Joiner, type Rest, type Slice } from "../../src/commands/slices";

/** What arrives on the other side, and how many slices it took; each slice is copied as a worker's message is. */
function sent(value: unknown): { readonly joined: unknown; readonly slices: readonly Slice[]; readonly rest: Rest } {
  const joiner = new Joiner();
  const slices: Slice[] = [];
  const pieces = cut(value);
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return { joined: joiner.finish(structuredClone(piece.value)), slices, rest: piece.value };
    slices.push(piece.value);
    joiner.add(structuredClone(piece.value));
  }
}

const rows = (count: number) => Array.from({ length: count }, (_, row) => ({ row, cells: { requirement: { text: `第${row}项`, at: { row, column: 3 } }, units: null } }));

describe("plain data in slices", () => {
  it("leaves what is short in one piece", () => {
    const value = { grid: [[1, "a", null]], formulas: new Map([[1, "=A1"]]), hidden: new Set([3]) };
    expect(sent(value)).toMatchObject({ joined: value, slices: [] });
  });

  it.each([
    ["rows", rows(5_000)],
    ["a result around rows", { ok: true, value: { result: { ledger: { rows: rows(3_000), title: "台账" }, problems: rows(2_000) }, tables: [] } }],
    ["rows of rows", Array.from({ length: 3 }, () => Array.from({ length: 2_000 }, (_, at) => at))],
    ["a long map", new Map(rows(4_000).map((row) => [row.row, row]))],
    ["a long set", new Set(Array.from({ length: 4_000 }, (_, at) => at * 3))],
    ["a map that holds a long list", new Map([["a", rows(4_000)], ["b", []]])],
    ["bytes", { bytes: new Uint8Array(100_000).fill(7), name: "a.xlsx" }],
    ["arguments of a call", [rows(2_000), "台账", undefined, rows(2_000)]],
    ["a long text", ["甲".repeat(500_000), null]],
  ])("gives back %s", (_, value) => expect(sent(value).joined).toEqual(value));

  it("sends no slice that weighs much more than it may", () => {
    const { slices, rest } = sent({ ledger: { rows: rows(5_000) } });
    expect(slices.length).toBeGreaterThan(10);
    expect(Math.max(...slices.map(({ items }) => JSON.stringify(items).length))).toBeLessThan(40_000);
    expect(JSON.stringify(rest).length).toBeLessThan(200);
  });

  it("sends a long list that occurs twice once, and keeps it one", () => {
    const shared = rows(3_000);
    const { joined, slices } = sent({ rows: shared, ledger: { rows: shared } });
    const { rows: first, ledger } = joined as { rows: unknown; ledger: { rows: unknown } };
    expect(first).toBe(ledger.rows);
    expect(slices).toHaveLength(sent(shared).slices.length);
  });

  it("gives back whatever plain data it is given", () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined));
    const long = fc.integer({ min: 0, max: 4_000 }).map((length) => Array.from({ length }, (_, at) => ({ at })));
    const tree = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof({ maxDepth: 4 }, leaf, long, fc.array(tie("node"), { maxLength: 5 }), fc.dictionary(fc.string({ maxLength: 3 }).filter((key) => key !== "__proto__"), tie("node"), { maxKeys: 4, noNullPrototype: true }), fc.array(fc.tuple(fc.integer(), tie("node")), { maxLength: 4 }).map((entries) => new Map(entries))),
    })).node;
    fc.assert(
      fc.property(tree, (value) => {
        expect(sent(value).joined).toEqual(value);
      }),
      { numRuns: 60 },
    );
  });
});
