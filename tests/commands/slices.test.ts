import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cutter, Receiver, type Rest, type Slice } from "../../src/commands/slices";

/** What arrives on the other side, and how many slices it took; each slice is copied as a worker's message is. */
interface Sent {
  readonly joined: unknown;
  readonly slices: readonly Slice[];
  readonly rest: Rest;
}

/** Two ends of a connection; gives what arrives of one value after the other. */
function connection(): (value: unknown) => Sent {
  const cutter = new Cutter();
  const receiver = new Receiver();
  return (value) => {
    const joiner = receiver.message();
    const slices: Slice[] = [];
    const pieces = cutter.cut(value);
    for (;;) {
      const piece = pieces.next();
      if (piece.done === true) return { joined: joiner.finish(structuredClone(piece.value)), slices, rest: piece.value };
      slices.push(piece.value);
      joiner.add(structuredClone(piece.value));
    }
  };
}

const sent = (value: unknown) => connection()(value);

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

  describe("one after the other", () => {
    const itemsOf = (slices: readonly Slice[]) => slices.flatMap(({ items }) => items);

    it("names what went over before, and sends only what is new", () => {
      const send = connection();
      const before = rows(4_000);
      const first = send({ ledger: { rows: before } }).joined as { ledger: { rows: unknown[] } };
      const after = [...before.slice(0, 7), { row: 7, cells: { changed: true } }, ...before.slice(8, 3_000), ...before.slice(3_001)];
      const { joined, slices } = send({ ledger: { rows: after } });
      expect(joined).toEqual({ ledger: { rows: after } });
      expect(itemsOf(slices)).toEqual([after[7]]);
      expect(slices.flatMap(({ runs }) => runs)).toHaveLength(3);
      // What did not change is the same object again.
      expect((joined as typeof first).ledger.rows[0]).toBe(first.ledger.rows[0]);
    });

    it("remembers through a short message, and forgets what a long one no longer had", () => {
      const send = connection();
      const [one, two] = [rows(3_000), rows(3_000)];
      send(one);
      send("short");
      expect(itemsOf(send(one).slices)).toEqual([]);
      send(two);
      expect(itemsOf(send(one).slices)).toHaveLength(3_000);
    });

    it("gives back whatever changes there are", () => {
      const pool = rows(600).map((row) => ({ ...row, more: Array.from({ length: 20 }, (_, at) => at) }));
      const picked = fc.array(fc.integer({ min: 0, max: 599 }), { minLength: 0, maxLength: 400 });
      fc.assert(
        fc.property(fc.array(fc.tuple(picked, picked), { minLength: 1, maxLength: 5 }), (messages) => {
          const send = connection();
          for (const [rowsOf, linksOf] of messages) {
            const value = { rows: rowsOf.map((at) => pool[at]), links: linksOf.map((at) => (at % 7 === 0 ? { fresh: at } : pool[at])), plain: linksOf };
            expect(send(value).joined).toEqual(value);
          }
        }),
        { numRuns: 40 },
      );
    });
  });
});
