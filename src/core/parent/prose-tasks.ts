import { linesOf, loosen, squeeze } from "../ledger/cell-text";
import { headingOf } from "../ledger/headings";
import type { Field } from "../ledger/fields";
import { leadingNumber } from "../ledger/numbering";
import { cutAtMarks, keyLine, type Mark } from "./responsibility-marks";

/** A task as a document in prose gives it, its units and deadline still as text. */
export interface PlainTask {
  readonly seq: string;
  readonly level1: string;
  readonly level2: string;
  readonly requirement: string;
  readonly units: string;
  readonly deadline: string;
  readonly inferred: readonly Field[];
}

interface OpenTask {
  seq: string;
  level1: string;
  level2: string;
  requirement: string;
  mark: Mark | null;
  /** 1. or （一） in front: a task even where nobody is named. */
  numbered: boolean;
  inferred: Field[];
}

/**
 * Finds the tasks of a document in prose: numbered paragraphs with "（省财政厅牵头，6月底前完成）" behind them, or with
 * lines 责任单位：…；完成时限：… below; several marked sentences in one paragraph are several tasks. 下同 holds for the
 * tasks after it that say nothing themselves. A document that names nobody gives its numbered paragraphs, or,
 * without any, the paragraphs below its headings.
 */
export function proseTasks(paragraphs: readonly string[]): PlainTask[] {
  const reader = new ProseReader();
  for (const paragraph of paragraphs) for (const line of linesOf(paragraph)) reader.read(line, paragraph);
  return reader.finish();
}

class ProseReader {
  private readonly tasks: OpenTask[] = [];
  /** The task that the next unnumbered lines may still belong to. */
  private open: OpenTask | null = null;
  /** The tasks a line of key words speaks of: those of the last paragraph. */
  private recent: OpenTask[] = [];
  /** Unnumbered paragraphs below headings: the tasks of a document that has nothing else. */
  private readonly bodies: Pick<PlainTask, "level1" | "level2" | "requirement">[] = [];
  private level1 = "";
  private level2 = "";
  private level2Number = "";
  /** The heading read last, while nothing stands below it yet. */
  private heading: { readonly rank: 1 | 2; readonly line: string; readonly above: string } | null = null;

  read(line: string, paragraph: string): void {
    const keys = keyLine(line);
    if (keys) {
      this.beginWithHeading();
      const target = this.open ?? this.recent[this.recent.length - 1];
      if (target) target.mark = target.mark ? merged(target.mark, keys) : keys;
      return;
    }
    const heading = headingOf(line);
    if (heading.rank === 1 || heading.rank === 2) {
      const above = heading.rank === 1 ? "" : this.level1;
      this.readHeading(line, heading.rank);
      this.heading = this.recent.length === 0 ? { rank: heading.rank, line, above } : null;
      return;
    }
    this.heading = null;
    const number = leadingNumber(loosen(linesOf(paragraph).length > 1 ? line : paragraph));
    if (number && number.style !== "blank" && number.style !== "firstly") {
      this.begin(number.text, squeeze(number.rest), true);
      return;
    }
    this.readPlain(line);
  }

  /** 三、垃圾处置不规范的问题, with 责任单位：… right below it: the heading is the task. */
  private beginWithHeading(): void {
    if (this.heading === null || this.open !== null || this.recent.length > 0) return;
    const { rank, line, above } = this.heading;
    this.level1 = above;
    if (rank === 2 || this.level2Number !== "") this.level2 = this.level2Number = "";
    this.begin(leadingHeadingNumber(line), line.slice(headingNumberLength(line)), true);
    this.heading = null;
  }

  private readHeading(line: string, rank: 1 | 2): void {
    const parts = cutAtMarks(line);
    const isTitle = parts.every((part) => part.mark === null) && line.length <= 50 && !/[。；;].+/u.test(line);
    this.open = null;
    this.recent = [];
    if (isTitle) {
      const text = line.replace(/[。：:]$/u, "");
      if (rank === 1) {
        this.level1 = text;
        this.level2 = "";
        this.level2Number = "";
      } else {
        this.level2 = text;
        this.level2Number = leadingHeadingNumber(line);
      }
      return;
    }
    // A heading that runs into its text is the number of a task.
    if (rank === 1) this.level1 = "";
    this.level2 = "";
    this.level2Number = "";
    const seq = leadingHeadingNumber(line);
    this.begin(seq, line.slice(headingNumberLength(line)), true);
  }

  private readPlain(line: string): void {
    const hasMark = cutAtMarks(line).some((part) => part.mark !== null);
    if (this.open && this.open.mark === null && (hasMark || this.tasks.includes(this.open))) {
      const { seq, requirement, inferred } = this.open;
      this.tasks.splice(this.tasks.indexOf(this.open), 1);
      this.begin(seq, requirement + line, this.open.numbered, inferred);
      return;
    }
    if (!hasMark && this.level1 !== "" && line.length >= 15) this.bodies.push({ level1: this.level1, level2: this.level2, requirement: line });
    if (hasMark) this.begin(this.level2Number, line, false, this.level2Number === "" ? [] : ["seq"]);
  }

  /** A task begins; its marks cut it into as many tasks as there are. */
  private begin(seq: string, text: string, numbered: boolean, inferred: readonly Field[] = []): void {
    const parts = cutAtMarks(text);
    this.recent = [];
    this.open = null;
    for (const part of parts) {
      if (part.text === "") continue;
      if (part.mark === null && this.recent.length > 0) {
        // Words after the last mark: a task of their own only if a mark still follows.
        this.open = null;
        continue;
      }
      const task: OpenTask = { seq, level1: this.level1, level2: this.level2, requirement: part.text, mark: part.mark, numbered, inferred: [...inferred] };
      this.tasks.push(task);
      this.recent.push(task);
      if (part.mark === null) this.open = task;
    }
  }

  finish(): PlainTask[] {
    const marked = this.tasks.filter((task) => task.mark !== null).length;
    if (marked === 0) {
      const plain = this.tasks.filter((task) => task.numbered && task.requirement.length >= 8);
      if (plain.length >= 3) return plain.map((task) => finished(task, { units: "", deadline: "" }));
      return this.bodies.length >= 3 ? this.bodies.map((body) => ({ ...body, seq: "", units: "", deadline: "", inferred: [] })) : [];
    }
    const holding = { units: "", deadline: "" };
    const found: PlainTask[] = [];
    for (const task of this.tasks) {
      if (task.mark?.holdsOn.units) holding.units = task.mark.units;
      if (task.mark?.holdsOn.deadline) holding.deadline = task.mark.deadline;
      // A paragraph without a mark among marked ones is a task when it is numbered as they are.
      if (task.mark === null && holding.units === "" && !(task.numbered && /^\d+$/u.test(task.seq))) continue;
      found.push(finished(task, holding));
    }
    return found;
  }
}

function finished(task: OpenTask, holding: Pick<Mark, "units" | "deadline">): PlainTask {
  const { seq, level1, level2, requirement, mark } = task;
  const inferred = [...task.inferred];
  const units = mark?.units || holding.units;
  const deadline = mark?.deadline || holding.deadline;
  if (units !== "" && !mark?.units) inferred.push("units");
  if (deadline !== "" && !mark?.deadline) inferred.push("deadline");
  return { seq, level1, level2, requirement, units, deadline, inferred };
}

function merged(first: Mark, second: Mark): Mark {
  return { units: [first.units, second.units].filter((text) => text !== "").join("；"), deadline: first.deadline || second.deadline, holdsOn: { units: first.holdsOn.units || second.holdsOn.units, deadline: first.holdsOn.deadline || second.holdsOn.deadline } };
}

const HEADING_NUMBER = /^(?:第?([一二三四五六七八九十百]+)(?:[、.．]|部分|章|篇|是)|[（(]\s*([一二三四五六七八九十百]+)\s*[）)])\s*/u;

function leadingHeadingNumber(line: string): string {
  const found = HEADING_NUMBER.exec(line);
  if (!found) return "";
  return found[2] === undefined ? (found[1] ?? "") : `（${found[2]}）`;
}

function headingNumberLength(line: string): number {
  return HEADING_NUMBER.exec(line)?.[0].length ?? 0;
}
