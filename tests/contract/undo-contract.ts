import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edit } from "../../src/core/edits/edit";
import type { CellValue, SheetGrid } from "../../src/core/grid/sheet-grid";
import { ledgerInit, valueOf, type MakeHost } from "./workbook-contract";

const place = fc.nat({ max: 7 });
const text = fc.constantFrom<CellValue>("办公室", "=1+2", "007", null, 5, true, "3月5日", "年底前");

/** An edit as it would be planned over a grid; places may lie outside of it, preconditions are true most of the time. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("setCell" as const), row: place, column: fc.nat({ max: 6 }), after: text, isTrue: fc.boolean() }) },
  fc.record({ kind: fc.constant("insertRows" as const), row: place, count: fc.integer({ min: 1, max: 2 }), after: text }),
  fc.record({ kind: fc.constant("deleteRows" as const), row: place, count: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ kind: fc.constant("insertColumns" as const), column: fc.nat({ max: 6 }), like: fc.option(fc.nat({ max: 5 })) }),
  fc.record({ kind: fc.constant("merge" as const), row: place, column: fc.nat({ max: 6 }), down: fc.nat({ max: 2 }), right: fc.nat({ max: 2 }) }),
  fc.record({ kind: fc.constant("unmerge" as const), which: fc.nat({ max: 3 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function editOf(one: Step, grid: SheetGrid): Edit | null {
  const { sheet } = grid;
  switch (one.kind) {
    case "setCell":
      return { kind: "setCell", sheet, at: { row: one.row, column: one.column }, before: one.isTrue ? (grid.values[one.row]?.[one.column] ?? null) : "别的", after: one.after };
    case "insertRows":
      return { kind: "insertRows", sheet, row: one.row, count: one.count, values: [[one.after, null, one.after]] };
    case "deleteRows":
      return { kind: "deleteRows", sheet, row: one.row, count: one.count, before: Array.from({ length: one.count }, (_, index) => grid.values[one.row + index] ?? []) };
    case "insertColumns":
      return { kind: "insertColumns", sheet, column: one.column, count: 1, likeColumn: one.like };
    case "merge":
      return one.down + one.right === 0 ? null : { kind: "merge", sheet, area: { top: one.row, left: one.column, bottom: one.row + one.down, right: one.column + one.right } };
    case "unmerge": {
      const area = grid.merges[one.which];
      return area === undefined ? null : { kind: "unmerge", sheet, area };
    }
  }
}

/** Whatever is written can be taken back. */
export function undoContract(name: string, makeHost: MakeHost): void {
  describe(`${name}: taking back`, () => {
    it("leaves the workbook as it was, after any writes over a ledger with merges, a sum, a date and a hidden row", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
          const host = await makeHost(ledgerInit);
          try {
            const before = await host.dump();
            const undo: (readonly Edit[])[] = [];
            for (const one of steps) {
              const edit = editOf(one, valueOf(await host.workbook.readSheet("台账")));
              if (edit === null) continue;
              const outcome = valueOf(await host.workbook.applyEdits([edit]));
              expect(outcome.written.length + outcome.skipped.length).toBe(1);
              undo.unshift(outcome.inverses);
            }
            for (const inverses of undo) expect(valueOf(await host.workbook.applyEdits(inverses)).skipped).toEqual([]);
            expect(await host.dump()).toEqual(before);
          } finally {
            await host.close();
          }
        }),
        { numRuns: 40 },
      );
    }, 60_000);
  });
}
