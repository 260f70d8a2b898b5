import { addressOf, type CellRef } from "../grid/address";
import { valueAt } from "../grid/sheet-grid";
import type { Field } from "../ledger/fields";
import type { LedgerRow } from "../ledger/ledger";
import { labelOf, rowNumber, shortened } from "../rules/cell-words";
import type { RuleContext } from "../rules/rule";
import type { FillItem } from "./fill-proposal";
import type { TemplateLike } from "./template";

/** What every proposal says of the cell it is for, and what the cell holds now. */
export function itemOfCell(context: RuleContext, row: LedgerRow, field: Field, at: CellRef): Pick<FillItem, "id" | "row" | "sheetRow" | "field" | "at" | "label" | "about" | "like" | "held"> {
  return { id: `${field}-${addressOf(at)}`, row: row.key, sheetRow: row.row, field, at, label: labelOf(context, field), about: aboutRow(row), like: likeRow(row), held: valueAt(context.grid, at.row, at.column) };
}

/** What a row is about, short enough for a list: its requirement, else its nearest heading. */
function aboutRow(row: LedgerRow): string {
  return shortened(row.cells.requirement?.text || row.cells.level2?.text || row.cells.level1?.text || `第${rowNumber(row)}行`);
}

/** What a rule kept from a choice recognises the row by. */
function likeRow({ cells }: LedgerRow): TemplateLike {
  return { requirement: cells.requirement?.text ?? "", level1: cells.level1?.text ?? "", level2: cells.level2?.text ?? "" };
}
