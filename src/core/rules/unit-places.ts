import type { SetCellEdit } from "../edits/edit";
import type { UnitField } from "../ledger/fields";
import type { LedgerCell, LedgerRow } from "../ledger/ledger";
import type { ParentDocument } from "../parent/parent-document";
import type { UnitMention } from "../responsibility/responsibility";
import { unitKey } from "../units/unit-key";
import { cellEdit } from "./cell-words";
import type { RuleContext } from "./rule";

/** One mention of a unit on the sheet. */
export interface UnitPlace {
  readonly row: LedgerRow;
  readonly field: UnitField;
  readonly cell: LedgerCell;
  readonly mention: UnitMention;
  /** The name with its prefix, in the form in which spellings are compared. */
  readonly key: string;
}

const OF_ROW = new WeakMap<LedgerRow, readonly UnitPlace[]>();

/** The single units named in a row's own unit cells, in reading order; collectives, persons and inherited cells aside. */
export function unitPlaces(context: RuleContext, row: LedgerRow): readonly UnitPlace[] {
  let places = OF_ROW.get(row);
  if (!places) OF_ROW.set(row, (places = readPlaces(context, row)));
  return places;
}

function readPlaces(context: RuleContext, row: LedgerRow): UnitPlace[] {
  return context.unitFields.flatMap((field): UnitPlace[] => {
    const cell = row.cells[field];
    if (!cell || !isOwn(row, cell)) return [];
    const responsibility = context.responsibilityOf(row, field);
    if (!responsibility) return [];
    return responsibility.groups.flatMap(({ units }) =>
      units.filter(({ collective, isPerson }) => collective === null && !isPerson).map((mention): UnitPlace => ({ row, field, cell, mention, key: unitKey(mention.name) })),
    );
  });
}

/** Whether a cell's text stands in the row itself, so that it is looked at once. */
function isOwn(row: LedgerRow, cell: LedgerCell): boolean {
  // Items of one cell share the row's other cells, which are the first item's.
  return cell.text !== "" && cell.source !== "inherited" && (cell.source !== "merged" || row.rows.includes(cell.at.row)) && (row.item === 0 || cell.source === "split");
}

const BY_KEY = new WeakMap<RuleContext["ledger"], ReadonlyMap<string, readonly UnitPlace[]>>();

/** Every single unit of the sheet with all its places, by key, in reading order. Computed once per reading of the sheet. */
export function unitsOfSheet(context: RuleContext): ReadonlyMap<string, readonly UnitPlace[]> {
  const known = BY_KEY.get(context.ledger);
  if (known) return known;
  const byKey = new Map<string, UnitPlace[]>();
  for (const row of context.ledger.rows) {
    for (const place of unitPlaces(context, row)) {
      const same = byKey.get(place.key);
      if (same) same.push(place);
      else byKey.set(place.key, [place]);
    }
  }
  BY_KEY.set(context.ledger, byKey);
  return byKey;
}

const OF_PARENTS = new WeakMap<readonly ParentDocument[], ReadonlySet<string>>();

/** The names the parents use, by key: the parent's own spelling outranks every list. */
export function unitsOfParents({ parents }: Pick<RuleContext, "parents">): ReadonlySet<string> {
  const known = OF_PARENTS.get(parents);
  if (known) return known;
  const names = parents.flatMap(({ tasks }) => tasks.flatMap(({ responsibility }) => responsibility.groups.flatMap(({ units }) => units)));
  const keys = new Set(names.filter(({ collective, isPerson }) => collective === null && !isPerson).map(({ name }) => unitKey(name)));
  OF_PARENTS.set(parents, keys);
  return keys;
}


/**
 * The edits that write another name at some places, one edit a cell. `nameAt` gives the text to stand there. undefined
 * where one of the places cannot be written, so that a change is whole or not offered.
 */
export function renameEdits(context: RuleContext, places: readonly UnitPlace[], nameAt: (place: UnitPlace) => string): SetCellEdit[] | undefined {
  const byCell = new Map<LedgerCell, UnitPlace[]>();
  for (const place of places) byCell.set(place.cell, [...(byCell.get(place.cell) ?? []), place]);
  const edits: SetCellEdit[] = [];
  for (const [cell, inCell] of byCell) {
    if (cell.text !== cell.raw) return undefined;
    let text = cell.text;
    for (const place of [...inCell].sort((a, b) => b.mention.span.start - a.mention.span.start)) {
      const { start, end } = place.mention.span;
      text = text.slice(0, start) + nameAt(place) + text.slice(end);
    }
    const edit = cellEdit(context, inCell[0]!.row, inCell[0]!.field, text);
    if (!edit) return undefined;
    if (edit.before !== edit.after) edits.push(edit);
  }
  return edits;
}

/** A full name as it stands where its prefix is left out: 省商务厅 → 商务厅 beside 省发展改革委. */
export function withoutElided(place: UnitPlace, name: string): string {
  const written = unitKey(place.mention.written);
  const prefix = place.key.endsWith(written) ? place.key.slice(0, place.key.length - written.length) : "";
  return prefix !== "" && name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

