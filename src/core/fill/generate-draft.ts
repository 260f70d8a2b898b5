import type { MergeArea } from "../grid/sheet-grid";
import type { Field } from "../ledger/fields";
import { adaptWording, type WordingCandidate } from "../matching/adapt-wording";
import type { Binding, TaskBinding } from "../matching/matching";
import type { ParentTask } from "../parent/parent-document";
import type { ReportCell, ReportSheet, ReportStyle } from "../report/report-sheet";
import type { OfficeLevel } from "../responsibility/responsibility";
import { formatChineseNumber } from "../text/chinese-number";

export interface DraftInput {
  /** Title of the parent document, the fields of its table (empty for prose), its tasks. */
  readonly title: string;
  readonly columns: readonly Field[];
  readonly tasks: readonly ParentTask[];
  /** How the tasks bind 本单位; indices count in `tasks`. */
  readonly bindings: readonly TaskBinding[];
  readonly unit: string;
  /** Which bindings are taken in. Left out: those by name, 对口 and all, and the possible ones (有关部门), which the drafter strikes out. */
  readonly take?: readonly Binding[];
  /** Level of the parent's issuer and of 本单位, for the wording candidates; null when unknown. */
  readonly fromLevel: OfficeLevel | null;
  readonly toLevel: OfficeLevel | null;
  /** The new sheet's name; it must not exist yet, which is for the caller to see to. Default 初稿. */
  readonly sheet?: string;
}

/** One task of the draft. */
export interface DraftRow {
  /** 0-based row of the new sheet. */
  readonly row: number;
  /** Index of the parent's task. */
  readonly task: number;
  readonly binding: Binding;
  /** The words that bind: “省政府有关部门”. */
  readonly words: string;
}

/** A word in the draft that a lower level writes otherwise. */
export interface DraftWording extends WordingCandidate {
  /** 0-based place in the new sheet. */
  readonly row: number;
  readonly column: number;
}

export interface Draft {
  readonly sheet: ReportSheet;
  readonly rows: readonly DraftRow[];
  readonly wordings: readonly DraftWording[];
}

const USUAL: readonly Binding[] = ["named", "counterpart", "all", "some"];
const TITLE_ROW = 0;
const HEADER_ROW = 1;
const FIRST_ROW = 2;

type DraftField = "level1" | "level2" | "seq" | "requirement" | "units" | "deadline";
const LABELS: Readonly<Record<DraftField, string>> = { level1: "工作任务", level2: "工作任务", seq: "序号", requirement: "具体要求", units: "责任部门", deadline: "时限要求" };
const WIDTHS: Readonly<Record<DraftField, number>> = { level1: 14, level2: 18, seq: 6, requirement: 60, units: 24, deadline: 12 };
const STYLES: Readonly<Record<DraftField, ReportStyle>> = { level1: "center", level2: "center", seq: "center", requirement: "cell", units: "cell", deadline: "center" };
const PROSE: readonly DraftField[] = ["level1", "level2", "seq", "requirement", "units", "deadline"];

/**
 * 生成初稿: the tasks that bind 本单位 as a new sheet in the parent's layout. Headings that lost all their tasks are left
 * out and the others renumbered, tasks are numbered from 1, 责任部门 is blank, deadlines are as the parent writes them.
 * The text is the parent's own; words of the upper level come along as candidates, unchanged.
 *
 * @returns no rows where nothing binds; the sheet then has title and header only, and is not worth showing.
 */
export function generateDraft(input: DraftInput): Draft {
  const taken = takenTasks(input);
  const fields = fieldsOf(input, taken.map(({ task }) => task));
  const headings = renumbered(taken.map(({ task }) => task));
  const cellText = (at: number, field: DraftField): string | number => {
    const task = taken[at]!.task;
    if (field === "level1" || field === "level2") return headings[at]![field];
    if (field === "seq") return at + 1;
    return field === "units" ? "" : task[field];
  };

  const body = taken.map((_, at) => fields.map((field): ReportCell => ({ value: cellText(at, field), style: STYLES[field] })));
  const blank = (style: ReportStyle): ReportCell => ({ value: null, style });
  const titleRow = fields.map((_, column): ReportCell => (column === 0 ? { value: draftTitle(input.title, input.unit), style: "title" } : blank("title")));
  const merges: MergeArea[] = fields.length > 1 ? [{ top: TITLE_ROW, left: 0, bottom: TITLE_ROW, right: fields.length - 1 }] : [];
  const spansTwo = fields[0] === "level1" && fields[1] === "level2";
  if (spansTwo) merges.push({ top: HEADER_ROW, left: 0, bottom: HEADER_ROW, right: 1 });
  const headerRow = fields.map((field, column): ReportCell => (spansTwo && column === 1 ? blank("header") : { value: LABELS[field], style: "header" }));

  for (const field of ["level1", "level2"] as const) {
    const column = fields.indexOf(field);
    if (column < 0) continue;
    for (const { first, last } of runs(headings.map((heading) => (field === "level1" ? heading.level1 : `${heading.level1}\n${heading.level2}`)))) {
      for (let at = first + 1; at <= last; at++) body[at]![column] = blank(STYLES[field]);
      if (last > first && headings[first]![field] !== "") merges.push({ top: FIRST_ROW + first, left: column, bottom: FIRST_ROW + last, right: column });
    }
  }

  return {
    sheet: {
      name: input.sheet ?? "初稿",
      rows: [titleRow, headerRow, ...body],
      widths: fields.map((field) => WIDTHS[field]),
      merges,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
      landscape: true,
      activate: true,
      keep: true,
    },
    rows: taken.map(({ binding }, at) => ({ row: FIRST_ROW + at, task: binding.task, binding: binding.binding, words: binding.words })),
    wordings: body.flatMap((cells, at) =>
      cells.flatMap(({ value }, column) =>
        typeof value === "string" ? adaptWording(value, input.fromLevel, input.toLevel).map((candidate) => ({ ...candidate, row: FIRST_ROW + at, column })) : [],
      ),
    ),
  };
}

function takenTasks({ tasks, bindings, take = USUAL }: DraftInput): { task: ParentTask; binding: TaskBinding }[] {
  return [...bindings]
    .sort((a, b) => a.task - b.task)
    .flatMap((binding) => {
      const task = tasks[binding.task];
      return task && take.includes(binding.binding) ? [{ task, binding }] : [];
    });
}

/** The parent's columns in its order, as far as a draft has them; a column that no task fills is left out, 责任部门 never. */
function fieldsOf({ columns }: DraftInput, tasks: readonly ParentTask[]): DraftField[] {
  const known = columns.map((field) => (/Units$/u.test(field) ? "units" : field)).filter((field): field is DraftField => field in LABELS);
  const ordered = columns.length === 0 ? [...PROSE] : [...new Set(known)];
  if (!ordered.includes("requirement")) ordered.push("requirement");
  if (!ordered.includes("units")) ordered.splice(ordered.indexOf("requirement") + 1, 0, "units");
  if (!ordered.includes("deadline") && tasks.some((task) => task.deadline !== "")) ordered.push("deadline");
  return ordered.filter((field) => field === "units" || field === "requirement" || tasks.some((task) => task[field] !== ""));
}

interface Headings {
  readonly level1: string;
  readonly level2: string;
}

const FIRST_LEVEL = /^(\s*)[一二三四五六七八九十百]+(?=、)/u;
const SECOND_LEVEL = /^(\s*[（(])[一二三四五六七八九十百]+(?=[）)])/u;

/** Headings numbered anew in the order in which they come (GB/T 9704-2012, 7.3.3: 一、 and （一）); others stay. */
function renumbered(tasks: readonly ParentTask[]): Headings[] {
  let [first, second] = [0, 0];
  let before: ParentTask | undefined;
  return tasks.map((task) => {
    const newFirst = before === undefined || before.level1 !== task.level1;
    if (newFirst && FIRST_LEVEL.test(task.level1)) first++;
    if (newFirst) second = 0;
    if ((newFirst || before?.level2 !== task.level2) && SECOND_LEVEL.test(task.level2)) second++;
    before = task;
    return {
      level1: task.level1.replace(FIRST_LEVEL, (_, blanks: string) => blanks + (formatChineseNumber(first) ?? "")),
      level2: task.level2.replace(SECOND_LEVEL, (_, opening: string) => opening + (formatChineseNumber(second) ?? "")),
    };
  });
}

/** Runs of equal neighbours. */
function runs(values: readonly string[]): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  values.forEach((value, at) => {
    if (at > 0 && values[at - 1] === value) found[found.length - 1]!.last = at;
    else found.push({ first: at, last: at });
  });
  return found;
}

/** 某省2021年政务公开重点工作任务分工 → 省民政厅2021年政务公开重点工作台账; without a year in the title only the unit is sure. */
function draftTitle(title: string, unit: string): string {
  const subject = /\d{4}年.*$/u.exec(title.trim())?.[0] ?? "";
  const about = subject.replace(/的(?:通知|函|意见)$/u, "").replace(/》$/u, "").replace(/(?:(?:分工|实施|落实|分解)方案|任务(?:分工|分解)表?)$/u, "").replace(/任务$|要点$/u, "");
  return about === "" ? `${unit}工作台账` : `${unit}${about}台账`;
}
