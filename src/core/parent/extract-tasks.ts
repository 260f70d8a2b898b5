import { parseDeadline } from "../deadline/parse-deadline";
import { FIELDS, UNIT_FIELDS, type Field, type UnitField } from "../ledger/fields";
import type { ChosenColumns, Ledger, LedgerRow } from "../ledger/ledger";
import { findTables, hintKind, readLedger } from "../ledger/read-ledger";
import { readSurroundings, yearIn, type Surroundings } from "../ledger/surroundings";
import { parseResponsibility } from "../responsibility/parse-responsibility";
import type { OfficeLevel } from "../responsibility/responsibility";
import { err, ok, type Result } from "../result";
import { officeLevel } from "../rules/office-level";
import { documentGrids, type DocumentGrid } from "./document-grid";
import { documentWords } from "./document-words";
import { fingerprintOf } from "./fingerprint-of";
import { notesOf } from "./reading-notes";
import { layoutOf } from "./parent-layout";
import type { DocumentBlock, ParentColumn, ParentCorrection, ParentDocument, ParentFailure, ParentTask } from "./parent-document";
import { proseTasks, type PlainTask } from "./prose-tasks";
import { cutAtMarks } from "./responsibility-marks";

export interface ExtractOptions {
  /** The document's year, when the user said so. */
  readonly year?: number | undefined;
  /** The level the document speaks for; told from its names and title when not given. */
  readonly level?: OfficeLevel | undefined;
  /** What the user set right after the first reading. */
  readonly correction?: ParentCorrection | undefined;
}

/** One sheet or document read: its tables with tasks. */
interface TableReading {
  readonly source: DocumentGrid;
  readonly ledgers: readonly Ledger[];
  readonly tasks: readonly PlainTask[];
}

/**
 * Reads a parent document into tasks: from its tables, read as ledgers are, or from its numbered paragraphs when it has no
 * table of tasks. Fails when the document is empty or says nothing that is to be done.
 */
export function extractTasks(blocks: readonly DocumentBlock[], options: ExtractOptions = {}): Result<ParentDocument, ParentFailure> {
  const paragraphs = blocks.flatMap((block) => (block.kind === "paragraph" && block.text.trim() !== "" ? [block.text.trim()] : []));
  const grids = documentGrids(blocks);
  if (paragraphs.length === 0 && grids.every(({ grid }) => grid.texts.every((row) => row.every((text) => text.trim() === "")))) return err({ code: "document-empty" });

  const asFound = grids.map((source) => readTables(source)).filter((reading) => reading.tasks.length > 0);
  const read = columnsSetRight(asFound, options.correction?.columns);
  const best = largest(read);
  const prose = best !== null && best.tasks.length >= 3 ? [] : proseTasks(paragraphs);
  if (best === null || prose.length > best.tasks.length * 2) {
    if (prose.length === 0) return err({ code: "no-tasks" });
    const words = documentWords(paragraphs);
    return ok(finish(prose, { ...words, columns: [], firstIsLead: paragraphs.some((line) => hintKind(line) === "first-is-lead"), notes: notesOf(prose, [], []) }, options));
  }
  const joined = readAsOne(read, best);
  const tasks = joined.flatMap((reading) => reading.tasks);
  const ledgers = joined.flatMap((reading) => reading.ledgers);
  const around = surroundingsOf(best);
  const words = documentWords([...best.source.before.slice(-60), ...best.source.after.slice(0, 60)]);
  const main = ledgers[0];
  const left = read.filter((reading) => !joined.includes(reading)).map((reading) => reading.source.sheet);
  return ok(
    finish(
      tasks,
      {
        title: main?.title || around.title || words.title,
        docNumber: main?.docNumber || around.docNumber || words.docNumber,
        issuer: words.issuer || main?.unit || "",
        year: yearIn(main?.title ?? "") ?? around.year ?? main?.year ?? words.year,
        issued: main?.issued ?? around.issued ?? words.issued,
        columns: FIELDS.filter((field) => main?.columns[field] !== undefined).sort((a, b) => (main?.columns[a] ?? 0) - (main?.columns[b] ?? 0)),
        firstIsLead: ledgers.some((ledger) => ledger.hints.some((hint) => hint.kind === "first-is-lead")) || paragraphs.some((line) => hintKind(line) === "first-is-lead"),
        notes: notesOf(tasks, ledgers, left),
        ...(main && { layout: layoutOf(joined[0]!.source.grid, main) }),
      },
      options,
    ),
  );
}

function surroundingsOf(reading: TableReading): Surroundings {
  return readSurroundings(reading.source.before.slice(-60), reading.source.after.slice(0, 60), reading.source.sheet);
}

function largest(read: readonly TableReading[]): TableReading | null {
  return read.reduce<TableReading | null>((most, reading) => (most === null || reading.tasks.length > most.tasks.length ? reading : most), null);
}

/** The main reading and the sheets that go on with it, in their order. */
function readAsOne(read: readonly TableReading[], best: TableReading): readonly TableReading[] {
  return read.filter((reading) => reading === best || isPartOfOne(best, reading));
}

/** `chosen` holds for the tables that are laid out as `like` says. */
function readTables(source: DocumentGrid, chosen?: ChosenColumns, like?: string): TableReading {
  const ledgers = findTables(source.grid).flatMap((table) => {
    const found = readLedger({ grid: source.grid, choice: { table: table.number } });
    const read = found.ok && chosen && layoutName(found.value) === like ? readLedger({ grid: source.grid, choice: { table: table.number, columns: chosen } }) : found;
    return read.ok && isTaskTable(read.value) ? [read.value] : [];
  });
  return { source, ledgers, tasks: ledgers.flatMap((ledger) => ledger.rows.map(taskOfRow)) };
}

/** The user sees the columns of the main table; what he says of them holds for every table laid out like it, and for no other. */
function columnsSetRight(asFound: readonly TableReading[], chosen: ChosenColumns | undefined): readonly TableReading[] {
  const best = largest(asFound);
  const main = best === null ? undefined : readAsOne(asFound, best)[0]?.ledgers[0];
  if (!main || !chosen) return asFound;
  return asFound.map(({ source }) => readTables(source, chosen, layoutName(main))).filter((reading) => reading.tasks.length > 0);
}

function layoutName({ columns }: Ledger): string {
  return FIELDS.map((field) => columns[field] ?? "").join();
}

/** Tasks say what is to be done, and who does it or until when, or are at least numbered. */
function isTaskTable({ columns, rows }: Ledger): boolean {
  if (columns.requirement === undefined) return false;
  return UNIT_FIELDS.some((field) => columns[field] !== undefined) || columns.deadline !== undefined || rows.some((row) => (row.cells.seq?.text ?? "") !== "");
}

/** A sheet that goes on with the main one: the same columns, other tasks. Copies and extracts of it are left out. */
function isPartOfOne(main: TableReading, other: TableReading): boolean {
  const fields = (reading: TableReading): string => FIELDS.filter((field) => reading.ledgers[0]?.columns[field] !== undefined).join("|");
  if (fields(main) !== fields(other)) return false;
  const known = new Set(main.tasks.map((task) => task.requirement));
  return other.tasks.every((task) => !known.has(task.requirement));
}

const UNIT_KEYS: Readonly<Record<UnitField, string>> = { leadUnits: "牵头单位", cooperateUnits: "配合单位", implementUnits: "落实单位", units: "责任单位" };

function taskOfRow(row: LedgerRow): PlainTask {
  const text = (field: Field): string => row.cells[field]?.text ?? "";
  const named = (["leadUnits", "units", "implementUnits", "cooperateUnits"] as const).filter((field) => text(field) !== "");
  const isPlain = named.length === 1 && (named[0] === "units" || named[0] === "implementUnits");
  const units = isPlain ? text(named[0]!) : named.map((field) => `${UNIT_KEYS[field]}：${text(field)}`).join("；");
  const task: PlainTask = {
    seq: text("seq"),
    level1: bareHeading(text("level1")),
    level2: bareHeading(text("level2") || text("level3")),
    requirement: text("requirement"),
    units,
    deadline: text("deadline"),
    inferred: row.inferred,
  };
  const hasUnitColumn = UNIT_FIELDS.some((field) => row.cells[field] !== undefined);
  return hasUnitColumn ? task : withMark(task);
}

/** A table without a column for units may name them in brackets behind the text, as prose does. */
function withMark(task: PlainTask): PlainTask {
  const [first, second] = cutAtMarks(task.requirement);
  if (!first?.mark || second) return task;
  return { ...task, requirement: first.text, units: first.mark.units, deadline: task.deadline || first.mark.deadline };
}

/** A heading without its final 。, as a careful reader cites it. */
function bareHeading(text: string): string {
  return text.replace(/[。．]$/u, "");
}

interface Frame {
  readonly title: string;
  readonly docNumber: string;
  readonly issuer: string;
  readonly year: number | null;
  readonly issued: string | null;
  readonly columns: readonly Field[];
  readonly firstIsLead: boolean;
  readonly notes: readonly string[];
  readonly layout?: readonly ParentColumn[];
}

function finish(tasks: readonly PlainTask[], frame: Frame, { year: yearSaid, level: levelSaid, correction = {} }: ExtractOptions): ParentDocument {
  const issued = correction.issued ?? frame.issued;
  const docNumber = correction.docNumber ?? frame.docNumber;
  const year = correction.year ?? yearSaid ?? frame.year ?? yearOfNumber(docNumber) ?? (issued === null ? null : Number(issued.slice(0, 4)));
  const level = levelSaid ?? officeLevel(sample(tasks).map((task) => parseResponsibility(task.units, { level: null })), frame.issuer || frame.title);
  const read = tasks.map((task): ParentTask => ({
    ...task,
    responsibility: parseResponsibility(task.units, { level, firstIsLead: frame.firstIsLead }),
    due: parseDeadline(task.deadline, { year, issued }),
  }));
  return {
    title: frame.title,
    docNumber,
    issuer: frame.issuer,
    year,
    issued,
    columns: frame.columns,
    tasks: read,
    notes: frame.notes,
    fingerprint: fingerprintOf(read),
    ...(frame.layout && { layout: frame.layout }),
    ...(Object.keys(correction).length > 0 && { correction }),
    ...(frame.firstIsLead && { firstIsLead: true }),
  };
}

/** 〔2021〕 of 皖政办秘〔2021〕52号. */
function yearOfNumber(docNumber: string): number | null {
  const year = /[〔［[【(（]((?:19|20)\d{2})[〕］\]】)）]/u.exec(docNumber)?.[1];
  return year === undefined ? null : Number(year);
}

/** The level shows in a few cells; a consolidated document need not be parsed twice. */
function sample(tasks: readonly PlainTask[]): readonly PlainTask[] {
  const step = Math.max(1, Math.floor(tasks.length / 200));
  return tasks.filter((_, i) => i % step === 0);
}
