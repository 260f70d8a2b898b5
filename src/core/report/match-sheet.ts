import type { CellRef } from "../grid/address";
import type { Alignment, Binding, Link, TaskBinding } from "../matching/matching";
import type { ParentTask } from "../parent/parent-document";
import { compareWording } from "../text/word-diff";
import type { ReportCell, ReportSheet, ReportStyle } from "./report-sheet";

/** A ledger row as the sheet shows it. */
export interface MatchSheetRow {
  /** Where to jump to: the requirement's cell. */
  readonly at: CellRef;
  readonly seq: string;
  readonly requirement: string;
  readonly deadline: string;
}

export interface MatchSheetInput {
  /** Name of the ledger's sheet, for the jumps. */
  readonly ledgerSheet: string;
  /** What the ledger is laid beside: 文号 or title. */
  readonly parentName: string;
  readonly tasks: readonly ParentTask[];
  readonly rows: readonly MatchSheetRow[];
  readonly alignment: Alignment;
  /** null while 本单位 is not chosen. */
  readonly bindings: readonly TaskBinding[] | null;
  /** Whether a row's deadline is looser than its task's; both are indices. */
  readonly isLooser: (row: number, task: number) => boolean;
}

const HEADER = ["上级序号", "上级要求", "上级时限", "本表行", "本表要求", "本表时限", "对应情况", "文字出入"];
const WIDTHS = [9, 44, 12, 8, 44, 12, 16, 40];

const NOT_ANSWERED: Readonly<Record<Binding, { readonly words: string; readonly style: ReportStyle }>> = {
  named: { words: "可能漏项（写明本单位）", style: "warning" },
  counterpart: { words: "可能漏项（对口）", style: "warning" },
  all: { words: "可能漏项（各部门）", style: "warning" },
  some: { words: "泛称，可能涉及", style: "info" },
  localities: { words: "由各地落实", style: "cell" },
  none: { words: "没有写到本单位", style: "cell" },
};

/**
 * 对照表: every task of the parent with the rows that answer it, deadlines on both sides, what the wording lacks and has
 * more; at the end the rows of our own. In the parent's order; refilled at every run, never part of a clean copy.
 */
export function matchSheet(input: MatchSheetInput): ReportSheet {
  const { tasks, rows, alignment } = input;
  const linksOf = tasks.map((): Link[] => []);
  for (const link of alignment.links) for (const task of link.tasks) linksOf[task]?.push(link);
  const bindingOf = new Map(input.bindings?.map((binding) => [binding.task, binding.binding]));

  const lines = tasks.flatMap((task, at) => {
    const links = linksOf[at]!;
    return links.length === 0 ? [unansweredLine(task, bindingOf.get(at))] : links.map((link) => answeredLine(input, task, at, link));
  });
  const local = alignment.links.filter(({ tasks: answers }) => answers.length === 0).flatMap(({ row }) => (rows[row] ? [localLine(input, rows[row])] : []));

  const width = HEADER.length;
  const across = (text: string, style: ReportStyle): ReportCell[] => HEADER.map((_, column) => ({ value: column === 0 ? text : null, style }));
  const count = (state: Link["state"]) => alignment.links.filter((link) => link.state === state).length;
  const summary = `对应${count("sure")}行，请确认${count("confirm")}行，本单位新增${count("local")}行；上级${tasks.length}项，没有对应的${alignment.unanswered.length}项。`;
  return {
    name: "对照表",
    rows: [across(`与上级任务对照表（${input.parentName}）`, "title"), across(summary, "note"), HEADER.map((label): ReportCell => ({ value: label, style: "header" })), ...lines, ...local],
    widths: WIDTHS,
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: width - 1 })),
    titleRows: { first: 2, last: 2 },
    landscape: true,
    activate: true,
    keep: false,
  };
}

function answeredLine(input: MatchSheetInput, task: ParentTask, at: number, link: Link): ReportCell[] {
  const row = input.rows[link.row]!;
  const looser = input.isLooser(link.row, at);
  const state = link.state === "confirm" ? "请确认" : link.tasks.length > 1 ? "对应（几项合一）" : "对应";
  return [
    ...taskCells(task),
    jump(input, row),
    { value: row.requirement, style: "cell" },
    { value: row.deadline, style: looser ? "warning" : "center" },
    { value: looser ? `${state}，时限变宽` : state, style: link.state === "confirm" ? "warning" : "center" },
    { value: wordingDifference(task.requirement, row.requirement), style: "cell" },
  ];
}

function unansweredLine(task: ParentTask, binding: Binding | undefined): ReportCell[] {
  const { words, style } = binding === undefined ? { words: "本表没有对应", style: "cell" as const } : NOT_ANSWERED[binding];
  return [...taskCells(task), { value: null, style: "cell" }, { value: null, style: "cell" }, { value: null, style: "cell" }, { value: words, style }, { value: null, style: "cell" }];
}

function localLine(input: MatchSheetInput, row: MatchSheetRow): ReportCell[] {
  const nothing: ReportCell = { value: null, style: "cell" };
  return [nothing, nothing, nothing, jump(input, row), { value: row.requirement, style: "cell" }, { value: row.deadline, style: "center" }, { value: "本单位新增", style: "center" }, nothing];
}

function taskCells(task: ParentTask): ReportCell[] {
  return [
    { value: task.seq, style: "center" },
    { value: task.requirement, style: "cell" },
    { value: task.deadline, style: "center" },
  ];
}

function jump({ ledgerSheet }: MatchSheetInput, row: MatchSheetRow): ReportCell {
  return { value: `第${row.at.row + 1}行`, style: "center", link: { sheet: ledgerSheet, at: row.at } };
}

const MOST_SHOWN = 6;

/** 少“…”；多“…”；“甲”写作“乙” — in text order, the first few; "" where the wording is the same. Lone marks are not told. */
function wordingDifference(task: string, row: string): string {
  const segments = compareWording(task, row);
  const told: string[] = [];
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i]!;
    if (segment.kind === "kept") continue;
    const next = segments[i + 1];
    const lost = segment.kind === "removed" ? task.slice(segment.left.start, segment.left.end).trim() : "";
    const isExchange = segment.kind === "removed" && next?.kind === "added";
    const gained = isExchange ? row.slice(next.right.start, next.right.end).trim() : segment.kind === "added" ? row.slice(segment.right.start, segment.right.end).trim() : "";
    if (isExchange) i++;
    if (!/[\p{L}\p{N}]/u.test(lost + gained)) continue;
    told.push(lost !== "" && gained !== "" ? `“${lost}”写作“${gained}”` : lost !== "" ? `少“${lost}”` : `多“${gained}”`);
  }
  const shown = told.slice(0, MOST_SHOWN).join("；");
  return told.length > MOST_SHOWN ? `${shown}；等${told.length}处` : shown;
}
