import { columnLetters } from "../core/grid/address";
import { FIELDS, type Field } from "../core/ledger/fields";
import type { LedgerRow } from "../core/ledger/ledger";
import { findTables } from "../core/ledger/read-ledger";
import { cliStrings } from "../strings/cli";
import { failureSentence } from "../strings/failures";
import type { Exit } from "./exit";
import { openApp } from "./open-app";
import type { Options } from "./options";
import { sayOtherTables, unreadSentence } from "./other-tables";
import { line, print } from "./print";

/** What a line of the text shows: first these, then everybody responsible, then the deadline. */
const SHOWN = ["seq", "level1", "level2", "requirement"] as const satisfies readonly Field[];
const UNITS = ["leadUnits", "units", "implementUnits", "cooperateUnits", "persons"] as const satisfies readonly Field[];

/** `taizhang ledger WORKBOOK`: how the ledger was read, row by row; `row` is the sheet's own row number. */
export async function printLedger(options: Options): Promise<Exit> {
  const opened = await openApp(options.files[0]!, options);
  if (!opened.ok) return { status: 2, sentence: opened.error };
  const { app } = opened.value;
  const grid = await app.workbook.readSheet(app.session.get().sheet);
  if (!grid.ok) return { status: 2, sentence: failureSentence({ from: "host", failure: grid.error }) };
  const ledger = await app.engine.readLedger(grid.value, app.session.get().choices);
  if (!ledger.ok) return { status: 2, sentence: await unreadSentence(app, { from: "ledger", failure: ledger.error }, options) };
  sayOtherTables(findTables(grid.value), options);
  const { sheet, title, year, columns, rows, damage } = ledger.value;
  const text = (row: LedgerRow, field: Field) => row.cells[field]?.text ?? "";
  const value = {
    sheet,
    title,
    year: options.year ?? year,
    fields: Object.fromEntries(FIELDS.flatMap((field) => (columns[field] === undefined ? [] : [[field, columnLetters(columns[field])]]))),
    rows: rows.map((row) => ({
      row: row.row + 1,
      seq: text(row, "seq"),
      level1: text(row, "level1"),
      level2: text(row, "level2"),
      requirement: text(row, "requirement"),
      units: text(row, "units"),
      deadline: text(row, "deadline"),
      ...Object.fromEntries(FIELDS.flatMap((field) => (["seq", "level1", "level2", "requirement", "units", "deadline"].includes(field) || !row.cells[field] ? [] : [[field, text(row, field)]]))),
      inferred: row.inferred,
    })),
    damage: damage.map(({ kind, row, detail }) => ({ kind, row: row + 1, detail })),
  };
  print(options.json, value, () => [title || sheet, ...rows.map((row) => line(row.row + 1, ...SHOWN.map((field) => text(row, field)), UNITS.map((field) => text(row, field)).filter((units) => units !== "").join("；"), text(row, "deadline"))), ...value.damage.map(({ kind, row, detail }) => line(cliStrings.sheetRow({ row }), cliStrings.damage[kind], detail))].join("\n"));
  return { status: 0 };
}
