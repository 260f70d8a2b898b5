import { bigramsOf, diceOf } from "../text/similarity";
import type { Alignment, DecidedRow, Link, MatchItem } from "./matching";
import { certainNeighbours, orderBonus, type Anchor, type Neighbours } from "./order-evidence";
import { packLikeness, unpackLikeness, type PackedLikeness } from "./packed-likeness";
import { TaskIndex, type Likeness, type RowGrams } from "./task-index";
import { replacesTopic } from "./topic";

/** Tasks looked at per row. A row that puts together more tasks than this is rare and left to a person. */
const CANDIDATES = 10;
/** Below this nothing says that the row answers the task: on real pairs local additions stay under 0.12. */
const CONFIRM = 0.2;
/** From here on, and with MARGIN over the next, the row surely answers the task: right pairs begin at 0.50, wrong ones end at 0.42. */
const SURE = 0.5;
const MARGIN = 0.15;
/** What an equal second-level heading adds when candidates are ranked. */
const HEADING = 0.08;
/** Shared by the many rows that answer nothing. */
const NONE: readonly never[] = [];

/** One candidate of a row with everything that ranks it. */
interface Ranked extends Likeness {
  readonly rank: number;
}

/** What one row said by itself: the tasks it is like, and what they and the headings alone decide. Kept for every row, so it is small. */
interface RowReading {
  readonly found: PackedLikeness;
  readonly choice: Choice;
  /** What the order of the sheet made of it where it last stood. */
  placed?: { readonly between: Neighbours; readonly choice: Choice };
}

/** May be carried from one alignment to the next; the result with it is the same as without. */
export interface AlignMemory {
  tasks: readonly MatchItem[];
  index: TaskIndex | null;
  /** Readings of the rows of the last alignment, by all of a row that matters. */
  readings: Map<string, RowReading>;
}

export function emptyAlignMemory(): AlignMemory {
  return { tasks: [], index: null, readings: new Map() };
}

/** What is remembered of the first candidate. */
type Best = Pick<Likeness, "task" | "inTask" | "score">;

interface Choice {
  readonly tasks: readonly number[];
  readonly best: Best | null;
  readonly sure: boolean;
  readonly candidates: Link["candidates"];
}

/**
 * Aligns ledger rows with the tasks of one parent document, by the meaning of their text and the order of the whole
 * sheet, never by number: children renumber, merge, split, shorten and rewrite. One row may answer several tasks,
 * several rows one task.
 *
 * A link is sure only where the texts carry it alone; heading and order decide between candidates that are equally
 * alike, and never lift an unlike one. Where a person has to look, the state is confirm.
 *
 * @param decisions what the user has decided; outranks everything and serves the order of the rest.
 * @param memory of an earlier alignment, filled for the next.
 */
export function alignTasks(rows: readonly MatchItem[], tasks: readonly MatchItem[], decisions: readonly DecidedRow[] = [], memory: AlignMemory = emptyAlignMemory()): Alignment {
  const same = memory.index !== null && sameItems(memory.tasks, tasks);
  const index = same ? memory.index! : new TaskIndex(tasks.map(textOf));
  const earlier = same ? memory.readings : new Map<string, RowReading>();
  const headings = headingLikeness(rows, tasks);
  const decided = new Map(decisions.map((decision) => [decision.row, decision.tasks]));
  const search = remembering((text: string) => packLikeness(index.search(index.read(text), CANDIDATES)));

  const now = new Map<string, RowReading>();
  const readings = rows.map((item, row): RowReading => {
    const key = `${item.requirement}\u0001${item.level2}\u0001${item.level1}`;
    let reading = now.get(key) ?? earlier.get(key);
    if (!reading) {
      const found = search(textOf(item));
      const ranked = rank(unpackLikeness(found), (task) => HEADING * headings(row, task));
      reading = { found, choice: choose(index, ranked, item, tasks) };
    }
    now.set(key, reading);
    return reading;
  });
  Object.assign(memory, { tasks, index, readings: now } satisfies AlignMemory);
  const textAlone = readings.map(({ choice }) => choice);
  const neighbours = certainNeighbours(
    textAlone.map((choice, row): Anchor | undefined => {
      const certain = decided.get(row) ?? (choice.sure ? choice.tasks : NONE);
      return certain.length === 0 ? undefined : { first: Math.min(...certain), last: Math.max(...certain) };
    }),
  );
  const choices = textAlone.map((choice, row) => {
    const between = choice.sure || !choice.best ? undefined : neighbours(row);
    if (!between) return choice;
    const reading = readings[row]!;
    const { placed } = reading;
    if (placed?.between.from === between.from && placed.between.to === between.to) return placed.choice;
    const ranked = rank(unpackLikeness(reading.found), (task) => HEADING * headings(row, task) + orderBonus(between, task));
    reading.placed = { between, choice: choose(index, ranked, rows[row]!, tasks) };
    return reading.placed.choice;
  });
  const owners = strongestOwner(choices);

  const links = choices.map((choice, row): Link => {
    const chosen = decided.get(row);
    if (chosen) return { row, tasks: [...chosen].sort((a, b) => a - b), score: scoreFor(unpackLikeness(readings[row]!.found), chosen), state: chosen.length === 0 ? "local" : "sure", decided: true, candidates: [] };
    if (!choice.best || choice.tasks.length === 0) return { row, tasks: NONE, score: choice.best?.score ?? 0, state: "local", decided: false, candidates: NONE };
    const sure = choice.sure && !isSecondHand(choice, owners);
    return {
      row,
      tasks: choice.tasks,
      score: choice.best.score,
      state: sure ? "sure" : "confirm",
      decided: false,
      candidates: sure ? NONE : choice.candidates,
    };
  });
  const answered = new Set(links.flatMap((link) => link.tasks));
  return { links, unanswered: tasks.map((_, task) => task).filter((task) => !answered.has(task)) };
}

function sameItems(a: readonly MatchItem[], b: readonly MatchItem[]): boolean {
  return a === b || (a.length === b.length && a.every((item, i) => item.requirement === b[i]!.requirement && item.level1 === b[i]!.level1 && item.level2 === b[i]!.level2));
}

/** What an item says: its requirement, or its heading where the document has nothing else. */
function textOf(item: MatchItem): string {
  return item.requirement || item.level2 || item.level1;
}

function rank(found: readonly Likeness[], bonus: (task: number) => number): Ranked[] {
  return found.map((likeness) => ({ ...likeness, rank: likeness.score + bonus(likeness.task) })).sort((a, b) => b.rank - a.rank || a.task - b.task);
}

function choose(index: TaskIndex, ranked: readonly Ranked[], row: MatchItem, tasks: readonly MatchItem[]): Choice {
  const [best] = ranked;
  if (!best || best.score < CONFIRM) return { tasks: NONE, best: best ? essenceOf(best) : null, sure: false, candidates: NONE };
  const grams = index.read(textOf(row));

  const taken = [best.task];
  let open = false;
  for (const other of ranked.slice(1)) {
    if (other.inRow < 0.15 || other.inTask < 0.12) continue; // it cannot gain more than it shares
    const gain = index.gain(grams, other.task, taken);
    if (other.inRow >= 0.6 && gain.ofTask >= 0.5 && gain.ofRow >= 0.12 && index.sizeOf(other.task) >= 8) taken.push(other.task);
    else if (gain.ofTask >= 0.4 && gain.ofRow >= 0.25) {
      // Two tasks put together and rewritten: each accounts for a good part of the row that the other does not.
      taken.push(other.task);
      open = true;
    } else if ((gain.ofTask >= 0.3 && gain.ofRow >= 0.15) || (gain.ofTask >= 0.15 && gain.ofRow >= 0.25)) open = true;
  }
  const rivals = ranked.filter(({ task }) => !taken.includes(task));
  const candidates = rivals.filter(({ score }) => score >= CONFIRM / 2).slice(0, 3).map(({ task, score }) => ({ task, score }));
  const together = taken.length > 1 ? index.union(grams, taken) : best.score;
  const margin = best.rank - (rivals[0]?.rank ?? 0);
  const carried = (Math.max(together, best.score) >= SURE && margin >= MARGIN) || (taken.length === 1 && isVerbatimPart(best, grams, index, rivals));
  // Comparing the wordings is dear, so only a row that is otherwise sure is compared.
  const sure = carried && !open && (taken.length > 1 || !replacesTopic(row.requirement, tasks[best.task]!.requirement));
  return { tasks: taken.sort((a, b) => a - b), best: essenceOf(best), sure, candidates };
}

function essenceOf({ task, inTask, score }: Ranked): Best {
  return { task, inTask, score };
}

/** The row stands nearly word for word inside the task, or the task inside the row, and in no other. */
function isVerbatimPart(best: Ranked, grams: RowGrams, index: TaskIndex, rivals: readonly Ranked[]): boolean {
  if (best.inTask >= 0.95 && grams.count >= 10) return rivals.every((rival) => rival.inTask < 0.6);
  return best.inRow >= 0.95 && index.sizeOf(best.task) >= 10 && rivals.every((rival) => rival.inRow < 0.6);
}

/** The best score any row reaches for each task. */
function strongestOwner(choices: readonly Choice[]): ReadonlyMap<number, number> {
  const owners = new Map<number, number>();
  for (const { tasks, best } of choices) {
    if (!best || tasks.length === 0) continue;
    owners.set(best.task, Math.max(owners.get(best.task) ?? 0, best.score));
  }
  return owners;
}

/** A middling row for a task that another row answers far better: perhaps a part of it, perhaps an addition beside it. */
function isSecondHand({ best }: Choice, owners: ReadonlyMap<number, number>): boolean {
  return best !== null && best.score < 0.65 && best.inTask < 0.75 && (owners.get(best.task) ?? 0) >= best.score + 0.3;
}

function scoreFor(ranked: readonly Likeness[], tasks: readonly number[]): number {
  return Math.max(0, ...ranked.filter(({ task }) => tasks.includes(task)).map(({ score }) => score));
}

const HEADING_NUMBER = /^\s*[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*/u;

/** Likeness of the nearest headings of a row and a task, 0–1, numbers aside; each pair of headings is compared once. */
function headingLikeness(rows: readonly MatchItem[], tasks: readonly MatchItem[]): (row: number, task: number) => number {
  const known = new Map<string, number>();
  const grams: Set<number>[] = [];
  const idOf = (item: MatchItem) => {
    const heading = (item.level2 || item.level1).replace(HEADING_NUMBER, "");
    let id = known.get(heading);
    if (id === undefined) {
      known.set(heading, (id = grams.length));
      grams.push(bigramsOf(heading));
    }
    return id;
  };
  const rowIds = rows.map(idOf);
  const taskIds = tasks.map(idOf);
  const likeness = remembering((pair: number) => diceOf(grams[Math.floor(pair / grams.length)]!, grams[pair % grams.length]!));
  return (row, task) => likeness(rowIds[row]! * grams.length + taskIds[task]!);
}

function remembering<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = compute(key)));
    return value;
  };
}
