import { cellKey } from "../grid/address";
import { textAt } from "../grid/sheet-grid";
import type { UnitField } from "../ledger/fields";
import type { LedgerRow } from "../ledger/ledger";
import { err, ok, type Result } from "../result";
import { labelOf } from "../rules/cell-words";
import type { RuleContext } from "../rules/rule";
import { parseResponsibility } from "../responsibility/parse-responsibility";
import type { Responsibility, Role, UnitMention } from "../responsibility/responsibility";
import { textSimilarity } from "../text/similarity";
import { unitKey } from "../units/unit-key";
import type { FillItem, FillProposal, FillSkip } from "./fill-proposal";
import { isChosen, type RowSpan } from "./row-span";
import { itemOfCell } from "./row-words";
import { namesInUse, unknownUnits } from "./unknown-units";

/** One 处室 in the place of another: who answers now, and who is to. */
export interface UnitReplacement {
  readonly from: string;
  readonly to: string;
}

const COLUMN_ROLE: Readonly<Partial<Record<UnitField, Role>>> = { leadUnits: "lead", cooperateUnits: "cooperate", implementUnits: "implement" };

/**
 * One 处室 in the place of another, in the rows chosen (all when null), shown before it is written: only the name itself
 * is changed, wherever it is named as a unit; roles, separators and everything else in the cell stay. Left to a person,
 * each with a sentence: a cell that already names the new unit, since it would be named twice; one that would read
 * differently afterwards beyond the name (a 省 that the next name lived on); one that speaks for rows not chosen. Fails
 * where none of these rows names the unit.
 */
export function replaceUnit(context: RuleContext, { from, to }: UnitReplacement, spans: readonly RowSpan[] | null): Result<FillProposal, UnitNotNamed> {
  const { ledger, grid } = context;
  const items: FillItem[] = [];
  const skipped: FillSkip[] = [];
  const notes: string[] = [];
  const done = new Set<number>();
  for (const row of ledger.rows) {
    if (from === to || !isChosen(row, spans)) continue;
    for (const field of context.unitFields) {
      const cell = row.cells[field];
      if (!cell || cell.source === "inherited" || done.has(cellKey(cell.at.row, cell.at.column))) continue;
      const key = cellKey(cell.at.row, cell.at.column);
      done.add(key);
      const before = textAt(grid, cell.at.row, cell.at.column);
      const read = readAs(context, before, field);
      const meant = mentionsOf(read).filter((mention) => isCalled(mention, from));
      if (meant.length === 0) continue;
      const skip = (reason: FillSkip["reason"]): void => void skipped.push({ sheetRow: cell.at.row, field, at: cell.at, reason });
      const after = replaced(before, meant, to);
      const leave = (why: string): void => void notes.push(`第${cell.at.row + 1}行“${labelOf(context, field)}”${why}，没有替换。`);
      if (grid.formulas.has(key)) skip("formula");
      else if (grid.isProtected && !grid.unlocked.has(key)) skip("locked");
      else if (grid.hiddenRows.has(cell.at.row) || grid.hiddenColumns.has(cell.at.column)) skip("hidden");
      else if (unitKey(from) !== unitKey(to) && mentionsOf(read).some((mention) => isCalled(mention, to))) leave(`已经有“${to}”`);
      else if (cell.source === "joined" || cell.source === "split") leave("是拼起来读的");
      else if (sharedWithOthers(ledger.rows, row, field, spans)) leave("是合并的，还管着没有选的行");
      else if (!readsAlike(read, readAs(context, after, field), from)) leave("换了以后别的单位会读成另一个");
      else {
        const item = itemOfCell(context, row, field, cell.at);
        items.push({
          ...item,
          before,
          after,
          choices: [],
          reason: `“${from}”换成“${to}”。`,
          confidence: "sure",
          edits: [{ kind: "setCell", sheet: grid.sheet, at: cell.at, before: item.held, after, row: row.key, field }],
        });
      }
    }
  }
  if (items.length + notes.length + skipped.length === 0) return err(notNamed(context, from));
  return ok({ kind: "replacement", sheet: grid.sheet, source: `“${from}”换成“${to}”`, items, skipped, notes: [...notes, ...unknownUnits(context, [to])] });
}

/** The rows chosen do not name the unit; what they may be meant by it, from the sheet's own names. */
export interface UnitNotNamed {
  readonly unit: string;
  readonly candidates: readonly string[];
}

/** Names of the sheet that share half of their signs with the one asked for are worth asking about. */
const NEAR = 0.5;
const MOST_CANDIDATES = 3;

function notNamed(context: RuleContext, unit: string): UnitNotNamed {
  const alike = namesInUse({ ...context, tasks: [] }).map((name) => ({ name, score: textSimilarity(name, unit) }));
  const near = alike.filter(({ name, score }) => score >= NEAR && unitKey(name) !== unitKey(unit)).sort((a, b) => b.score - a.score);
  return { unit, candidates: near.slice(0, MOST_CANDIDATES).map(({ name }) => name) };
}

function readAs(context: RuleContext, text: string, field: UnitField): Responsibility {
  const columnRole = COLUMN_ROLE[field];
  return parseResponsibility(text, { level: context.level, ...(columnRole && { columnRole }) });
}

function mentionsOf({ groups }: Responsibility): UnitMention[] {
  return groups.flatMap((group) => group.units);
}

function isCalled({ name, written }: UnitMention, wanted: string): boolean {
  const key = unitKey(wanted);
  return unitKey(name) === key || unitKey(written) === key;
}

/** Whether every other unit is read with its name and role as before, and one unit stands where the old one stood. */
function readsAlike(before: Responsibility, after: Responsibility, from: string): boolean {
  const others = ({ groups }: Responsibility): string[] => groups.flatMap(({ role, units }) => units.map(({ name }) => `${role} ${name}`));
  const old = mentionsOf(before);
  const [was, is] = [others(before), others(after)];
  return was.length === is.length && old.every((mention, at) => (isCalled(mention, from) ? was[at]!.split(" ")[0] === is[at]!.split(" ")[0] : was[at] === is[at]));
}

/** Whether rows that were not chosen read the same cell. */
function sharedWithOthers(rows: readonly LedgerRow[], row: LedgerRow, field: UnitField, spans: readonly RowSpan[] | null): boolean {
  const { at } = row.cells[field]!;
  return rows.some((other) => !isChosen(other, spans) && other.cells[field]?.at.row === at.row && other.cells[field].at.column === at.column);
}

/** From the end, so that the spans before stay true. */
function replaced(text: string, mentions: readonly UnitMention[], to: string): string {
  return [...mentions].sort((a, b) => b.span.start - a.span.start).reduce((changed, { span }) => changed.slice(0, span.start) + to + changed.slice(span.end), text);
}
