import type { ColumnMap } from "./columns";
import type { Draft, DraftCell } from "./draft";
import { hasLostNumeral, headingOf, headingsOf, isSameHeading, type Heading } from "./headings";
import type { Damage } from "./ledger";
import type { HeadingLine, Line } from "./read-rows";

type Level = "level1" | "level2" | "level3";
const LEVELS = ["level1", "level2", "level3"] as const;

/** A heading as printed at one place of the table. */
interface Printed {
  readonly heading: Heading;
  readonly level: Level;
  readonly cell: Pick<DraftCell, "at" | "raw">;
  readonly source: DraftCell["source"];
}

/** One line with the headings it prints. */
interface Step {
  readonly draft: Draft | null;
  readonly printed: readonly Printed[];
}

/**
 * Gives every row its headings: its own, those above it in the section, or, where a second level starts again before
 * its first level is printed (the merged heading was centred, or stands on the next page), the one that follows.
 */
export function assignLevels(lines: readonly Line[], mapOf: (draft: Draft) => ColumnMap, hasLostMerges: (level: Level, draft: Draft) => boolean, report: (damage: Damage) => void): void {
  const steps = stepsOf(lines, mapOf, report);
  const hasLevels = steps.some((step) => step.printed.length > 0);
  if (!hasLevels) return;
  const following = followingFirstLevels(steps);
  const current: Partial<Record<Level, Printed & { inferred: boolean }>> = {};
  steps.forEach((step, i) => {
    for (const printed of step.printed) {
      const now = current[printed.level];
      const same = now !== undefined && isSameHeading(now.heading, printed.heading);
      current[printed.level] = { ...printed, inferred: false };
      if (!same) for (const lower of LEVELS.slice(LEVELS.indexOf(printed.level) + 1)) if (!step.printed.some((other) => other.level === lower)) delete current[lower];
      if (printed.level === "level2" && !step.printed.some((other) => other.level === "level1")) {
        const restarts = current.level1 === undefined || (now !== undefined && !same && isRestart(now.heading, printed.heading));
        const next = restarts ? following[i] : undefined;
        if (next && (current.level1 === undefined || isNextHeading(current.level1.heading, next.heading))) {
          current.level1 = { ...next, source: "inherited", inferred: true };
          report({ kind: "split-heading", row: next.cell.at.row, column: next.cell.at.column, detail: next.heading.text, related: step.draft ? [step.draft.rows[0] ?? next.cell.at.row] : [] });
        }
      }
    }
    if (!step.draft) return;
    if (current.level1 === undefined && following[i] && isFirstHeading(following[i].heading) && isFirstOfAll(steps, i)) current.level1 = { ...following[i], source: "inherited", inferred: true };
    writeLevels(step.draft, step.printed, current, mapOf(step.draft), hasLostMerges);
  });
}

function isRestart(before: Heading, now: Heading): boolean {
  return before.ordinal !== null && now.ordinal !== null && before.rank === now.rank && now.ordinal <= before.ordinal && now.ordinal === 1;
}

function isNextHeading(before: Heading, next: Heading): boolean {
  if (isSameHeading(before, next)) return false;
  return before.ordinal === null || next.ordinal === null || next.ordinal === before.ordinal + 1;
}

function isFirstHeading(heading: Heading): boolean {
  return heading.ordinal === null || heading.ordinal === 1;
}

function isFirstOfAll(steps: readonly Step[], at: number): boolean {
  return steps.slice(0, at + 1).every((step) => step.printed.every((printed) => printed.level !== "level1"));
}

/** For each line, the first heading of level 1 printed below it, before a second level starts yet another time. */
function followingFirstLevels(steps: readonly Step[]): (Printed | undefined)[] {
  const following: (Printed | undefined)[] = [];
  let next: Printed | undefined;
  for (let i = steps.length - 1; i >= 0; i--) {
    following[i] = next;
    const own = steps[i]!.printed.find((printed) => printed.level === "level1");
    // A heading in a row of its own stands above what it heads, never beside it.
    if (own) next = own.source === "heading" ? undefined : own;
    else if (steps[i]!.printed.some((printed) => printed.level === "level2" && printed.heading.ordinal === 1)) next = undefined;
  }
  return following;
}

function stepsOf(lines: readonly Line[], mapOf: (draft: Draft) => ColumnMap, report: (damage: Damage) => void): Step[] {
  const numbered = ordinalHabits(lines);
  const open = new Map<Level, DraftCell>();
  const steps: Step[] = [];
  for (const line of lines) {
    if (line.kind === "heading") {
      open.clear();
      const printed = printedOfLine(line.heading, numbered);
      for (const { heading, cell } of printed) reportHeading(heading, cell.at, report);
      steps.push({ draft: null, printed });
      continue;
    }
    const printed: Printed[] = [];
    for (const level of LEVELS) {
      const cell = line.draft.cells.get(level);
      if (!cell || cell.text === "" || (cell.source !== "own" && cell.source !== "merged" && cell.source !== "joined")) continue;
      const headings = headingsOf(cell.text);
      const started = open.get(level);
      // Where headings are numbered, one without a number is the rest of the heading above it, spread over several rows.
      if (cell.source === "own" && headings[0]?.rank === null && !hasLostNumeral(cell.text) && numbered.has(level) && started && cell.text.length <= 20 && mapOf(line.draft)[level] === started.at.column) {
        started.text += cell.text;
        started.source = "joined";
        started.parts.push(cell.at);
        report({ kind: "split-heading", row: cell.at.row, column: cell.at.column, detail: started.text, related: [started.at.row] });
        const earlier = steps.findLast((step) => step.printed.some((other) => other.level === level && other.cell === started));
        if (earlier) (earlier.printed as Printed[])[earlier.printed.findIndex((other) => other.level === level)] = { heading: headingOf(started.text), level, cell: started, source: "joined" };
        cell.text = "";
        continue;
      }
      headings.forEach((heading, k) => {
        const place = placeOf(heading, level, k, numbered);
        reportHeading(heading, cell.at, report);
        if (k === 1) report({ kind: "split-heading", row: cell.at.row, column: cell.at.column, detail: cell.text, related: [] });
        printed.push({ heading, level: place, cell, source: headings.length > 1 ? "split" : cell.source });
      });
      if (cell.source === "own") open.set(level, cell);
    }
    printed.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
    steps.push({ draft: line.draft, printed });
  }
  return steps;
}

function reportHeading(heading: Heading, at: DraftCell["at"], report: (damage: Damage) => void): void {
  if (hasLostNumeral(heading.text)) report({ kind: "lost-digits", row: at.row, column: at.column, detail: heading.text, related: [] });
}

/** Levels whose printed headings mostly carry a number; "rank1" where 一、 occurs at all, so that （一） is the second level. */
function ordinalHabits(lines: readonly Line[]): Set<Level | "rank1"> {
  const habits = new Set<Level | "rank1">();
  for (const level of LEVELS) {
    let all = 0;
    let ranked = 0;
    for (const line of lines) {
      const text = line.kind === "row" ? (line.draft.cells.get(level)?.text ?? "") : line.heading.field === null || line.heading.field === level ? line.heading.text : "";
      if (text === "") continue;
      const rank = headingOf(text).rank;
      if (rank === 1) habits.add("rank1");
      if (line.kind === "heading" && line.heading.field === null) continue;
      all++;
      if (rank === 1 || rank === 2) ranked++;
    }
    if (all > 0 && ranked >= all * 0.5) habits.add(level);
  }
  return habits;
}

function placeOf(heading: Heading, column: Level, index: number, habits: ReadonlySet<Level | "rank1">): Level {
  if (heading.rank === 1) return column === "level3" ? "level2" : "level1";
  if (heading.rank === 2 && habits.has("rank1")) return "level2";
  return index === 0 ? column : "level2";
}

function printedOfLine(line: HeadingLine, habits: ReadonlySet<Level | "rank1">): Printed[] {
  return headingsOf(line.text).map((heading, k) => {
    const rows = habits.has("rank1") && (heading.rank === 2 || heading.rank === 3) ? "level2" : "level1";
    const level = line.field === null ? (heading.rank === 1 ? "level1" : k > 0 ? "level2" : rows) : placeOf(heading, line.field, k, habits);
    return { heading, level, cell: { at: line.at, raw: line.text }, source: "heading" as const };
  });
}

function writeLevels(draft: Draft, printed: readonly Printed[], current: Partial<Record<Level, Printed & { inferred: boolean }>>, columns: ColumnMap, hasLostMerges: (level: Level, draft: Draft) => boolean): void {
  const old = { level1: draft.cells.get("level1"), level2: draft.cells.get("level2"), level3: draft.cells.get("level3") };
  for (const level of LEVELS) {
    const now = current[level];
    const own = printed.find((other) => other.level === level);
    const cell = old[level];
    if (now && (own || now.source === "heading" || now.inferred || hasLostMerges(level, draft))) {
      const column = columns[level];
      const source = own ? own.source : now.source === "heading" ? "heading" : "inherited";
      const at = own || source === "heading" || column === undefined ? now.cell.at : { row: draft.rows[0] ?? 0, column };
      draft.cells.set(level, { text: now.heading.text, loose: now.heading.text, raw: own || source === "heading" ? now.cell.raw : (cell?.raw ?? ""), at, source, parts: [own && cell && own.cell === cell ? cell.at : now.cell.at], area: undefined });
      if (now.inferred) draft.inferred.add(level);
    } else if (cell) {
      draft.cells.set(level, { ...cell, text: "" });
    }
  }
}
