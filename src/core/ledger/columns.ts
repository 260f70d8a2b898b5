import { FIELDS, type Field } from "./fields";
import type { ColumnProfile } from "./column-profile";
import type { Header, HeaderCell } from "./header";
import { fit, seatLabels, type Seat } from "./label-seats";
import type { LabelKind } from "./labels";
import type { ChosenColumns } from "./ledger";
import { foldWord } from "./looks-like";

export type ColumnMap = Partial<Record<Field, number>>;
export type Evidence = "label" | "content" | "both" | "user";

/** Which column holds what in one block, and how we know. */
export interface BlockColumns {
  readonly columns: ColumnMap;
  readonly evidence: Partial<Record<Field, Evidence>>;
  /** Fields that do not stand under the label that names them. */
  readonly shifted: readonly Field[];
  /** The header cell whose label gave a field its column. */
  readonly seats: Partial<Record<Field, HeaderCell>>;
}

/** What is known about the whole table when one block is decided. */
export interface TableHabits {
  /** Some level cell or heading row of the table begins 一、: then （一） is the second level. */
  readonly hasFirstRank: boolean;
  /** Rows of their own carry the first level. */
  readonly hasHeadingRows: boolean;
}

/**
 * Decides the columns of one block. Without a header, by content alone. Columns the user named outrank everything;
 * `agreed`: what a label that may mean several things means in the rest of the table (see `agreedLabels`).
 */
export function decideColumns(header: Header | null, profiles: readonly ColumnProfile[], habits: TableHabits, chosen: ChosenColumns = {}, agreed: ReadonlyMap<string, Field> = new Map()): BlockColumns {
  const byColumn = new Map(profiles.map((profile) => [profile.column, profile]));
  const columns: ColumnMap = {};
  const evidence: Partial<Record<Field, Evidence>> = {};
  const used = new Set<number>();
  const put = (field: Field, column: number, how: Evidence): void => {
    if (chosen[field] === null || columns[field] !== undefined || used.has(column)) return;
    columns[field] = column;
    evidence[field] = how;
    used.add(column);
  };
  for (const field of FIELDS) {
    const column = chosen[field];
    if (typeof column === "number") put(field, column, "user");
  }

  const seats = header ? seatLabels(header.cells, profiles) : [];
  const labelled = new Map(seats.map((seat) => [seat.column, seat.cell]));
  const kinds = resolveKinds(seats, byColumn, agreed);
  for (const { seat, field } of kinds) {
    const profile = byColumn.get(seat.column);
    if (field !== null) put(field, seat.column, profile && profile.filled > 0 && fit(field, profile) > 1 ? "both" : "label");
  }

  // Content outranks a label: a column full of deadlines is the deadline column, whatever stands above it.
  for (const field of ["deadline", "units", "seq", "requirement"] as const) {
    if (chosen[field] !== undefined || (field === "units" && (columns.leadUnits !== undefined || columns.implementUnits !== undefined))) continue;
    const own = columns[field] === undefined ? undefined : byColumn.get(columns[field]);
    if (own && (own.filled === 0 ? own.rows < 3 : fit(field, own) > -0.5)) continue;
    const better = profiles.find((profile) => isFullOf(field, profile) && canBeTaken(labelled.get(profile.column), field, profile, columns) && !isOnlyRequirement(profile, field, columns, header, profiles));
    if (!better) continue;
    for (const other of FIELDS) if (columns[other] === better.column) unset(columns, evidence, used, other);
    unset(columns, evidence, used, field);
    put(field, better.column, "content");
  }

  keepEmptyColumns(header, kinds, byColumn, put);
  const levels = levelColumns(columns, evidence, used, profiles, labelled, header);
  assignLevels(levels, columns, evidence, byColumn, habits);
  promoteRequirement(columns, evidence, byColumn);
  for (const field of FIELDS) if (chosen[field] === null) unset(columns, evidence, used, field);
  const seated: Partial<Record<Field, HeaderCell>> = {};
  for (const field of FIELDS) {
    const cell = columns[field] === undefined ? undefined : labelled.get(columns[field]);
    if (cell) seated[field] = cell;
  }
  return { columns, evidence, shifted: header ? shiftedFields(header, columns) : [], seats: seated };
}

/** A label over a column that nobody has filled in yet still names it: blanks below it are what a check must see. */
function keepEmptyColumns(header: Header | null, seated: readonly { readonly seat: Seat }[], profiles: ReadonlyMap<number, ColumnProfile>, put: (field: Field, column: number, how: Evidence) => void): void {
  const taken = new Set(seated.map(({ seat }) => seat.cell));
  for (const cell of header?.cells ?? []) {
    if (taken.has(cell) || cell.kind === null || cell.kind === "other" || cell.kind === "task" || (profiles.get(cell.from)?.filled ?? 1) > 0) continue;
    put(cell.kind === "implementUnits" ? "units" : cell.kind, cell.from, "label");
  }
}

/** Labels that mean now one field, now another. */
const AMBIGUOUS: ReadonlySet<LabelKind> = new Set<LabelKind>(["task", "measures", "problem", "progress", "leadUnits", "implementUnits"]);

/** What most rows of a table take its ambiguous labels for: one header, printed on ten pages, means one thing. */
export function agreedLabels(blocks: readonly { readonly header: Header | null; readonly decided: BlockColumns; readonly rows: number }[]): Map<string, Field> {
  const votes = new Map<string, Map<Field, number>>();
  for (const { header, decided, rows } of blocks) {
    for (const cell of header?.cells ?? []) {
      if (cell.kind === null || !AMBIGUOUS.has(cell.kind)) continue;
      const field = FIELDS.find((other) => decided.seats[other] === cell);
      const label = foldWord(cell.text);
      const count = votes.get(label) ?? new Map<Field, number>();
      if (field !== undefined) count.set(field, (count.get(field) ?? 0) + rows);
      votes.set(label, count);
    }
  }
  const agreed = new Map<string, Field>();
  for (const [label, count] of votes) {
    const best = [...count].sort((a, b) => b[1] - a[1])[0];
    if (best && count.size > 1) agreed.set(label, best[0]);
  }
  return agreed;
}

/** Deadlines and units are told by their looks alone, so a shift against the label is certain for them. */
function shiftedFields(header: Header, columns: ColumnMap): Field[] {
  return (["units", "leadUnits", "cooperateUnits", "deadline"] as const).filter((field) => {
    const column = columns[field];
    const label = header.cells.find((cell) => cell.kind === field || (field === "units" && cell.kind === "implementUnits"));
    return column !== undefined && label !== undefined && (label.isMerged ? column < label.from || column > label.to : column !== label.from);
  });
}

function unset(columns: ColumnMap, evidence: Partial<Record<Field, Evidence>>, used: Set<number>, field: Field): void {
  const column = columns[field];
  if (column !== undefined) used.delete(column);
  delete columns[field];
  delete evidence[field];
}

function isFullOf(field: "deadline" | "units" | "seq" | "requirement", profile: ColumnProfile): boolean {
  if (profile.filled < 2 || profile.filled < profile.rows * 0.5) return false;
  if (field === "requirement") return profile.sentence >= 0.6 && profile.filled >= profile.rows * 0.7;
  const share = profile[field === "seq" ? "serial" : field];
  // 持续推进 is a deadline in one column and a state in another; states alone make no deadline column.
  return share >= 0.75 && !(field === "deadline" && profile.status > 0.6);
}

/** Whether a column whose label says something else may be read as `field` all the same. */
function canBeTaken(cell: HeaderCell | undefined, field: Field, profile: ColumnProfile, columns: ColumnMap): boolean {
  const label = cell?.kind ?? null;
  // Counts look like serial numbers; only a column without a label is taken for one.
  if (label === null) return field !== "seq" || (cell?.text ?? "") === "";
  if (label === "other" || label === "progress" || label === "status" || label === "measures" || label === "contact" || label === "persons" || label === "problem") return false;
  if (field === "requirement") return label === "remarks";
  if (label === "remarks" || label === "result" || label === "source") return field === "deadline" && columns.deadline === undefined;
  return fit(label, profile) < -1;
}

/**
 * Whether a column that the header calls the requirement would be taken away and nothing else could be it: 6月底前完成改造
 * is a short requirement in a table without deadlines.
 */
function isOnlyRequirement(profile: ColumnProfile, field: Field, columns: ColumnMap, header: Header | null, profiles: readonly ColumnProfile[]): boolean {
  if (field !== "deadline" || columns.requirement !== profile.column || header?.cells.some(({ kind }) => kind === "deadline")) return false;
  return !profiles.some((other) => other !== profile && isFullOf("requirement", other));
}

/** What each seated label means here, once it is seen beside the others. */
function resolveKinds(seats: readonly Seat[], profiles: ReadonlyMap<number, ColumnProfile>, agreed: ReadonlyMap<string, Field>): { readonly seat: Seat; readonly field: Field | null }[] {
  const kinds = seats.map((seat) => seat.cell.kind);
  const has = (kind: LabelKind): boolean => kinds.includes(kind);
  const said = seats.find((seat) => seat.cell.kind === "requirement" || seat.cell.kind === "measures" || seat.cell.kind === "problem");
  // 年度目标 behind what is to be done says how far it shall go.
  const isAim = (seat: Seat): boolean => said !== undefined && seat.column > said.column && /目标(?:值|任务)?$/u.test(foldWord(seat.cell.text));
  const tasks = seats.filter((seat) => seat.cell.kind === "task" && !isAim(seat));
  const hasRequirement = has("requirement");
  // Of several 任务 columns the fullest and longest is the requirement; a 名称 heads what the other says.
  const weight = (seat: Seat): number => {
    const profile = profiles.get(seat.column);
    const own = /名称|项目$/u.test(seat.cell.text) ? -1 : /目标/u.test(seat.cell.text) ? -0.3 : 0;
    return own + (profile ? fit("requirement", profile) + (profile.rows === 0 ? 0 : profile.filled / profile.rows) : 0);
  };
  const main = hasRequirement ? undefined : [...tasks].sort((a, b) => weight(b) - weight(a))[0];
  const hasLead = has("leadUnits");
  const hasOther = has("cooperateUnits");
  const seen = new Set<Field>();
  return seats.map((seat, i) => {
    let field: Field | null;
    const kind = kinds[i] ?? null;
    const known = agreed.get(foldWord(seat.cell.text));
    if (known !== undefined) field = known;
    else if (kind === null || kind === "other") field = null;
    else if (kind === "task" && (isAim(seat) || (main && seat.column > main.column))) field = has("result") ? null : "result";
    else if (kind === "task") field = seat === main && !isHeadingColumn(profiles.get(seat.column), has("measures")) ? "requirement" : "level1";
    else if (kind === "leadUnits" && !hasOther && !has("units") && !has("implementUnits") && /^(?:承办|主办|主责)/u.test(seat.cell.text)) field = "units";
    else if (kind === "implementUnits" && !hasLead && !hasOther && !has("units")) field = "units";
    else if (kind === "progress" && isStateColumn(profiles.get(seat.column)) && !has("status")) field = "status";
    else field = kind;
    if (field === "leadUnits" && seen.has("leadUnits")) field = "implementUnits";
    if (field === "requirement" && seen.has("requirement")) field = null;
    if (field === "level1" && seen.has("level1")) field = seen.has("level2") ? "level3" : "level2";
    if (field !== null) seen.add(field);
    return { seat, field };
  });
}

/** Whether a 任务 column holds headings: numbered as such, and either not in every row or beside a column of measures. */
function isHeadingColumn(profile: ColumnProfile | undefined, hasMeasures: boolean): boolean {
  return profile !== undefined && profile.rank1 + profile.rank2 > 0.6 && profile.sentence < 0.3 && (profile.filled < profile.rows || hasMeasures);
}

function isStateColumn(profile: ColumnProfile | undefined): boolean {
  return profile !== undefined && profile.filled >= 2 && profile.status >= 0.7;
}

/** Columns that hold headings: those a label says so of, and unlabelled ones under or beside them that look like it. */
function levelColumns(
  columns: ColumnMap,
  evidence: Partial<Record<Field, Evidence>>,
  used: Set<number>,
  profiles: readonly ColumnProfile[],
  labelled: ReadonlyMap<number, HeaderCell>,
  header: Header | null,
): number[] {
  const levels = (["level1", "level2", "level3"] as const).flatMap((field) => {
    const column = columns[field];
    if (column === undefined || evidence[field] === "user") return [];
    unset(columns, evidence, used, field);
    return [column];
  });
  const requirement = columns.requirement ?? Infinity;
  for (const profile of profiles) {
    if (used.has(profile.column) || labelled.has(profile.column) || levels.includes(profile.column) || profile.filled === 0) continue;
    const looks = profile.rank1 + profile.rank2 >= 0.5 && profile.sentence < 0.5;
    const isUnder = header?.cells.some((cell) => (cell.kind === "task" || cell.kind === "level1") && profile.column >= cell.from && profile.column <= cell.to) ?? false;
    const isShort = isUnder && profile.serial < 0.5 && profile.deadline < 0.5 && profile.averageLength < 40;
    if (profile.column < requirement && (looks || isShort || groupsRows(profile, header))) levels.push(profile.column);
  }
  return levels.sort((a, b) => a - b);
}

/** Whether a column under no label holds a word for several rows each: 立法, 执法 merged beside their tasks. */
function groupsRows(profile: ColumnProfile, header: Header | null): boolean {
  if (!header || header.cells.some(({ text, from, to }) => text !== "" && profile.column >= from && profile.column <= to)) return false;
  return profile.filled >= 2 && profile.filled < profile.rows && profile.serial + profile.deadline + profile.units + profile.status < 0.3 && profile.sentence === 0 && profile.averageLength <= 16;
}

function assignLevels(levels: readonly number[], columns: ColumnMap, evidence: Partial<Record<Field, Evidence>>, profiles: ReadonlyMap<number, ColumnProfile>, habits: TableHabits): void {
  const fields = (["level1", "level2", "level3"] as const).filter((field) => columns[field] === undefined);
  const first = levels[0] === undefined ? undefined : profiles.get(levels[0]);
  const firstIsSecond = first !== undefined && first.rank1 < first.rank2 && first.rank2 >= 0.5 && habits.hasFirstRank;
  const isBelowRows = first !== undefined && habits.hasHeadingRows && first.rank1 < 0.5;
  const shift = levels.length < 3 && (firstIsSecond || isBelowRows) ? 1 : 0;
  levels.slice(0, 3).forEach((column, i) => {
    const field = fields[i + shift];
    if (field === undefined) return;
    columns[field] = column;
    evidence[field] = "label";
    const profile = profiles.get(column);
    if (profile && profile.rank1 + profile.rank2 >= 0.5) evidence[field] = "both";
  });
}

/**
 * A table needs a column that says what is to be done. Where no label gives it: 整改措施 or 工作举措 where the task
 * column above it only heads several of them; the problem itself where a list of problems says nothing else.
 */
function promoteRequirement(columns: ColumnMap, evidence: Partial<Record<Field, Evidence>>, profiles: ReadonlyMap<number, ColumnProfile>): void {
  const take = (from: Field): void => {
    const column = columns[from];
    if (column === undefined) return;
    columns.requirement = column;
    evidence.requirement = evidence[from] ?? "label";
    delete columns[from];
    delete evidence[from];
  };
  if (columns.requirement === undefined) {
    take(columns.measures !== undefined ? "measures" : "problem");
    return;
  }
  const level = (["level1", "level2", "level3"] as const).find((field) => columns[field] === undefined);
  if (columns.measures === undefined || level === undefined || evidence.requirement === "user") return;
  const requirement = profiles.get(columns.requirement);
  const measures = profiles.get(columns.measures);
  const seq = columns.seq === undefined ? undefined : profiles.get(columns.seq);
  if (!requirement || !measures || measures.filled < 3) return;
  const deadline = columns.deadline === undefined ? undefined : profiles.get(columns.deadline);
  // One heading over several measures, each with a number or a deadline of its own: the measures are the tasks. The
  // heading may stand once, merged, or again on each row.
  const perMeasure = [seq, deadline].some((profile) => profile !== undefined && profile.filled >= measures.filled * 0.9);
  if (requirement.starts <= measures.starts * 0.7 && perMeasure) {
    columns[level] = columns.requirement;
    evidence[level] = evidence.requirement ?? "label";
    take("measures");
  }
}
