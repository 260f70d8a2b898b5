import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeBack } from "../../../src/commands/undo-edits";
import { writeEdits } from "../../../src/commands/write-edits";
import type { Edit } from "../../../src/core/edits/edit";
import { planTakeBack } from "../../../src/core/edits/take-back";
import type { JournalEntry } from "../../../src/core/edits/journal";
import { gridOfValues, type CellValue, type SheetGrid } from "../../../src/core/grid/sheet-grid";
import type { Ledger } from "../../../src/core/ledger/ledger";
import { readLedger } from "../../../src/core/ledger/read-ledger";
import { valueOf } from "../../contract/workbook-contract";
import { appOverFile, type AppOverFile } from "../../support/app-over-file";
import { SMALL, smallLedger } from "../../support/small-ledger";

const step = fc.record({ kind: fc.constantFrom("cell", "keyed", "keyed", "insert", "delete"), row: fc.nat(20), column: fc.nat(4), text: fc.constantFrom<string>("年底前", "6月底前", "办公室", "另一项要求，逐条对照落实。", "9") });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** One edit over the sheet as it is when it is written. */
function editOf(one: Step, grid: SheetGrid, ledger: Ledger | null): Edit | null {
  const { sheet } = grid;
  const row = one.row % grid.values.length;
  const value = (r: number, c: number): CellValue => grid.values[r]?.[c] ?? null;
  switch (one.kind) {
    case "keyed": {
      const item = ledger?.rows[one.row % (ledger.rows.length || 1)];
      const field = (["requirement", "units", "deadline", "seq"] as const)[one.column % 4]!;
      const cell = item?.cells[field];
      if (!item || cell?.source !== "own") return null;
      return { kind: "setCell", sheet, at: cell.at, before: value(cell.at.row, cell.at.column), after: one.text, row: item.key, field };
    }
    case "cell":
      return { kind: "setCell", sheet, at: { row, column: one.column }, before: value(row, one.column), after: one.text };
    case "insert":
      return { kind: "insertRows", sheet, row, count: 1 + (one.column % 2), values: [[one.text]] };
    default:
      return { kind: "deleteRows", sheet, row, count: 1, before: [grid.values[row]!] };
  }
}

const ledgerOf = (grid: SheetGrid): Ledger | null => {
  const read = readLedger({ grid });
  return read.ok ? read.value : null;
};

const gridNow = async (one: AppOverFile) => valueOf(await one.workbook.readSheet("台账"));

/** A step such as our commands make: below the header, remarks and fitting texts only, so that the sheet reads as it did. */
function tame(one: Step, counter: number): Step {
  const text = one.kind === "keyed" ? ["开展专项自查并公布结果，另行通知。", "办公室", "年底前", "9"][one.column % 4]! : "另见说明";
  return { ...one, row: one.kind === "keyed" ? one.row : 2 + (one.row % 5), column: one.kind === "cell" ? 4 : one.column, text: one.kind === "keyed" && one.column % 4 === 2 ? `${1 + (counter % 12)}月底前` : `${text}${counter}` };
}

let written = 0;

/** Several edits as one command writes them: each planned over the sheet after the ones before it. */
async function write(one: AppOverFile, steps: readonly Step[], made: (one: Step, counter: number) => Step): Promise<void> {
  const scratch = await one.reopen();
  const edits: Edit[] = [];
  for (const each of steps) {
    const grid = await gridNow(scratch);
    const edit = editOf(made(each, ++written), grid, ledgerOf(grid));
    // A command writes a cell once: planning puts several changes of one together.
    if (edit?.kind === "setCell" && edit.row !== undefined && edits.some((other) => other.kind === "setCell" && other.row !== undefined)) continue;
    if (!edit || valueOf(await scratch.workbook.applyEdits([edit])).written.length === 0) continue;
    edits.push(edit);
  }
  if (edits.length > 0) await writeEdits(one.app, { command: "test", sheet: "台账", edits, title: (count) => `改了${count}处` });
}

describe("whatever was written, in whatever order", () => {
  it("by commands as ours: taking all back gives the sheet as it was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), async (commands) => {
        const one = await appOverFile(await smallLedger());
        for (const steps of commands) await write(one, steps, tame);
        const again = await one.reopen();
        const outcome = await takeBack(again.app, { entry: "all" });
        if (outcome.ok) expect(outcome.value.refused).toEqual([]);
        expect((await gridNow(again)).values).toEqual(SMALL);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("taking single entries back first, in any order, never writes a wrong cell: what is left is told, not guessed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 4 }), fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }), async (commands, picks) => {
        const one = await appOverFile(await smallLedger());
        for (const steps of commands) await write(one, steps, (each) => each);
        let refused = 0;
        for (const pick of picks) {
          const { journal } = one.app.session.get();
          const entry = journal[pick % (journal.length || 1)];
          const outcome = entry && (await takeBack(one.app, { entry: entry.id }));
          if (outcome?.ok) refused += outcome.value.refused.length;
        }
        const rest = await takeBack(one.app, { entry: "all" });
        if (rest.ok) refused += rest.value.refused.length;
        if (refused === 0) expect((await gridNow(one)).values).toEqual(SMALL);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe("where an inverse is placed", () => {
  const grid = gridOfValues("台账", SMALL);
  const entry = (...inverses: Edit[]): JournalEntry => ({ id: "journal-000002", command: "c", title: "", time: "", sheet: "台账", inverses, undone: [] });
  const keyOf = (row: number) => ledgerOf(grid)!.rows.find((item) => item.row === row)!.key;
  const set = (row: number, column: number, more: Partial<Extract<Edit, { kind: "setCell" }>> = {}): Edit => ({ kind: "setCell", sheet: "台账", at: { row, column }, before: "年地前", after: "年底前", ...more });

  it("by key, wherever the address points", () => {
    const { edits } = planTakeBack(entry(set(9, 3, { row: keyOf(3), field: "deadline" })), [], grid, ledgerOf(grid));
    expect(edits).toMatchObject([{ at: { row: 3, column: 3 } }]);
  });

  it("nowhere, when the key is gone", () => {
    const { refused } = planTakeBack(entry(set(3, 3, { row: "gone", field: "deadline" })), [], grid, ledgerOf(grid));
    expect(refused.map(({ reason }) => reason)).toEqual(["row-not-found"]);
  });

  it("nowhere, when the sheet cannot be read and the address is not enough", () => {
    expect(planTakeBack(entry(set(3, 3, { row: "k", field: "deadline" })), [], grid, null).refused.length).toBe(1);
  });

  it("moved with the rows that its own entry moved after it", () => {
    const inserted: Edit = { kind: "deleteRows", sheet: "台账", row: 2, count: 2, before: [] };
    // Of the two, the cell alone is taken back: it stands two rows lower now. Together, the rows go first.
    expect(planTakeBack(entry(inserted, set(1, 3)), [], grid, null, [1]).edits).toMatchObject([{ at: { row: 1, column: 3 } }]);
    expect(planTakeBack(entry(inserted, set(3, 3)), [], grid, null, [1]).edits).toMatchObject([{ at: { row: 5, column: 3 } }]);
    expect(planTakeBack(entry(inserted, set(3, 3)), [], grid, null).edits).toMatchObject([{ kind: "deleteRows", row: 2 }, { at: { row: 3, column: 3 } }]);
  });

  it("with the rows of a later entry, unless that was taken back", () => {
    const later: JournalEntry = { ...entry({ kind: "deleteRows", sheet: "台账", row: 2, count: 1, before: [] }), id: "journal-000003" };
    expect(planTakeBack(entry(set(5, 3)), [later], grid, null).edits).toMatchObject([{ at: { row: 6, column: 3 } }]);
    expect(planTakeBack(entry(set(5, 3)), [{ ...later, undone: [0] }], grid, null).edits).toMatchObject([{ at: { row: 5, column: 3 } }]);
  });

  it("by key only, once an older entry's rows came back", () => {
    expect(planTakeBack(entry(set(3, 3)), [], grid, null, undefined, true).refused.length).toBe(1);
    expect(planTakeBack(entry(set(9, 3, { row: keyOf(3), field: "deadline" })), [], grid, ledgerOf(grid), undefined, true).edits).toMatchObject([{ at: { row: 3, column: 3 } }]);
  });
});
