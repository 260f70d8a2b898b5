import type { SetCellEdit } from "../edits/edit";
import { cellKey } from "../grid/address";
import { textAt, valueAt } from "../grid/sheet-grid";
import type { UnitField } from "../ledger/fields";
import type { LedgerRow, RowKey } from "../ledger/ledger";
import { labelOf } from "../rules/cell-words";
import type { RuleContext } from "../rules/rule";
import { parseResponsibility } from "../responsibility/parse-responsibility";
import type { Role, UnitMention } from "../responsibility/responsibility";
import { unitKey } from "../units/unit-key";

export interface UnitReplacement {
  readonly edits: readonly SetCellEdit[];
  /** Cells that name the unit and were left as they are, each with its reason, in Chinese. */
  readonly notes: readonly string[];
}

const COLUMN_ROLE: Readonly<Partial<Record<UnitField, Role>>> = { leadUnits: "lead", cooperateUnits: "cooperate", implementUnits: "implement" };

/**
 * One 处室 in the place of another, in the rows named (all rows when null): only the name itself is changed, wherever it is
 * named as a unit; roles, separators and everything else in the cell stay. A cell that already names the new unit is left
 * to a person, since it would be named twice.
 */
export function replaceUnit(context: RuleContext, from: string, to: string, rows: readonly RowKey[] | null): UnitReplacement {
  const { ledger, grid } = context;
  const chosen = rows && new Set(rows);
  const edits: SetCellEdit[] = [];
  const notes: string[] = [];
  const done = new Set<number>();
  if (unitKey(from) === unitKey(to) && from === to) return { edits, notes };
  for (const row of ledger.rows) {
    if (chosen && !chosen.has(row.key)) continue;
    for (const field of context.unitFields) {
      const cell = row.cells[field];
      if (!cell || cell.source === "inherited" || done.has(cellKey(cell.at.row, cell.at.column))) continue;
      done.add(cellKey(cell.at.row, cell.at.column));
      const shown = textAt(grid, cell.at.row, cell.at.column);
      const mentions = mentionsIn(context, shown, field);
      const meant = mentions.filter((mention) => isCalled(mention, from));
      if (meant.length === 0) continue;
      const place = `第${cell.at.row + 1}行“${labelOf(context, field)}”`;
      if (mentions.some((mention) => isCalled(mention, to))) notes.push(`${place}已经有“${to}”，没有替换。`);
      else if (cell.source === "joined" || cell.source === "split") notes.push(`${place}是拼起来读的，没有替换。`);
      else if (grid.formulas.has(cellKey(cell.at.row, cell.at.column))) notes.push(`${place}是公式，没有替换。`);
      else if (chosen && sharedWithOthers(ledger.rows, row, field, chosen)) notes.push(`${place}是合并的，还管着没有选的行，没有替换。`);
      else edits.push({ kind: "setCell", sheet: grid.sheet, at: cell.at, before: valueAt(grid, cell.at.row, cell.at.column), after: replaced(shown, meant, to), row: row.key, field });
    }
  }
  return { edits, notes };
}

function mentionsIn(context: RuleContext, text: string, field: UnitField): UnitMention[] {
  const columnRole = COLUMN_ROLE[field];
  return parseResponsibility(text, { level: context.level, ...(columnRole && { columnRole }) }).groups.flatMap((group) => group.units);
}

function isCalled({ name, written }: UnitMention, wanted: string): boolean {
  const key = unitKey(wanted);
  return unitKey(name) === key || unitKey(written) === key;
}

/** Whether rows that were not chosen read the same cell. */
function sharedWithOthers(rows: readonly LedgerRow[], row: LedgerRow, field: UnitField, chosen: ReadonlySet<RowKey>): boolean {
  const { at } = row.cells[field]!;
  return rows.some((other) => !chosen.has(other.key) && other.cells[field]?.at.row === at.row && other.cells[field].at.column === at.column);
}

/** From the end, so that the spans before stay true. */
function replaced(text: string, mentions: readonly UnitMention[], to: string): string {
  return [...mentions].sort((a, b) => b.span.start - a.span.start).reduce((changed, { span }) => changed.slice(0, span.start) + to + changed.slice(span.end), text);
}
