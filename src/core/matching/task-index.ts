import { bigram, comparableCodes } from "../text/similarity";

/** How one text stands to one task; shares are weighted, 0–1. */
export interface Likeness {
  readonly task: number;
  /** How much of the row the task contains. */
  readonly inTask: number;
  /** How much of the task the row contains. */
  readonly inRow: number;
  /** One number for ranking: Dice, raised where one text is nearly contained in the other. */
  readonly score: number;
}

/** The bigrams of one row as the index knows them. */
export interface RowGrams {
  /** Ids of its distinct bigrams that some task has. */
  readonly known: Int32Array;
  /** Number of distinct bigrams, known or not. */
  readonly count: number;
  /** Their weight together. */
  readonly weight: number;
}

/**
 * The tasks of a parent document, indexed by bigram, so that a row meets only tasks it shares text with. A bigram that
 * few tasks have weighs more (ln(1 + N/df)): on real pairs this leaves right pairs where they are and takes a quarter
 * off the best wrong one. One that no task has weighs like one that two have.
 */
export class TaskIndex {
  private readonly ids: Map<number, number>;
  private readonly weights: Float64Array;
  private readonly postings: readonly Int32Array[];
  private readonly grams: readonly Int32Array[];
  private readonly taskWeights: Float64Array;
  private readonly unknownWeight: number;
  private readonly shared: Float64Array;
  private readonly unexplained: Int32Array;
  private lastRead: { readonly text: string; readonly grams: RowGrams } | null = null;
  private mark = 0;
  private markedFor: { readonly row: RowGrams | null; readonly taken: string } = { row: null, taken: "" };
  private readonly seen = new SeenTable();

  constructor(texts: readonly string[]) {
    this.ids = new Map();
    const postings: number[][] = [];
    this.grams = texts.map((text, task) => {
      const own = new Set<number>();
      forEachBigram(comparableCodes(text), (gram) => {
        let id = this.ids.get(gram);
        if (id === undefined) this.ids.set(gram, (id = postings.push([]) - 1));
        if (own.has(id)) return;
        own.add(id);
        postings[id]!.push(task);
      });
      return Int32Array.from(own).sort();
    });
    this.postings = postings.map((tasks) => Int32Array.from(tasks));
    this.weights = Float64Array.from(postings, (tasks) => Math.log(1 + texts.length / tasks.length));
    this.unknownWeight = Math.log(1 + texts.length / 2);
    this.taskWeights = Float64Array.from(this.grams, (grams) => this.weigh(grams));
    this.shared = new Float64Array(texts.length);
    this.unexplained = new Int32Array(postings.length);
  }

  /** Number of distinct bigrams of a task. */
  sizeOf(task: number): number {
    return this.grams[task]?.length ?? 0;
  }

  /** Reads a row's text, for all questions about it; the same object while the same text is asked for. */
  read(text: string): RowGrams {
    if (this.lastRead?.text !== text) this.lastRead = { text, grams: this.gramsOf(text) };
    return this.lastRead.grams;
  }

  private gramsOf(text: string): RowGrams {
    const known: number[] = [];
    let count = 0;
    let weight = 0;
    const codes = comparableCodes(text);
    this.seen.clear(codes.length);
    forEachBigram(codes, (gram) => {
      if (!this.seen.add(gram)) return;
      count++;
      const id = this.ids.get(gram);
      if (id !== undefined) known.push(id);
      weight += id === undefined ? this.unknownWeight : this.weights[id]!;
    });
    return { known: Int32Array.from(known), count, weight };
  }

  /** The tasks most like the row, best first, at most `limit`; only those it shares text with. */
  search(row: RowGrams, limit: number): Likeness[] {
    const { shared: sums, postings, weights } = this;
    // No list of the tasks met: the inner loop is where the time goes, and passing over the others afterwards costs little.
    for (let k = 0; k < row.known.length; k++) {
      const id = row.known[k]!;
      const weight = weights[id]!;
      const tasks = postings[id]!;
      for (let i = 0; i < tasks.length; i++) sums[tasks[i]!]! += weight;
    }
    const best: Likeness[] = [];
    for (let task = 0; task < sums.length; task++) {
      const shared = sums[task]!;
      if (shared === 0) continue;
      sums[task] = 0;
      const last = best[limit - 1];
      // Dice and containment both are at most the larger containment: most tasks need no further look.
      if (last && Math.max(shared / row.weight, shared / this.taskWeights[task]!) < last.score) continue;
      const likeness = this.likeness(row, task, shared);
      if (last && !isBetter(likeness, last)) continue;
      let at = Math.min(best.length, limit - 1);
      while (at > 0 && isBetter(likeness, best[at - 1]!)) {
        best[at] = best[at - 1]!;
        at--;
      }
      best[at] = likeness;
    }
    return best;
  }

  /**
   * What a further task adds to those already found in the row: the part of the row that only it explains.
   * @returns that part as a share of the task (`ofTask`) and of the row (`ofRow`), 0–1.
   */
  gain(row: RowGrams, task: number, taken: readonly number[]): { readonly ofTask: number; readonly ofRow: number } {
    this.markUnexplained(row, taken);
    let gained = 0;
    for (const id of this.grams[task] ?? []) if (this.unexplained[id] === this.mark) gained += this.weights[id]!;
    return { ofTask: gained / (this.taskWeights[task] || 1), ofRow: gained / (row.weight || 1) };
  }

  /** Likeness of the row to several tasks taken as one text. */
  union(row: RowGrams, tasks: readonly number[]): number {
    const all = new Set(tasks.flatMap((task) => [...(this.grams[task] ?? [])]));
    let shared = 0;
    for (const id of row.known) if (all.has(id)) shared += this.weights[id]!;
    return (2 * shared) / (row.weight + this.weigh(all) || 1);
  }

  private likeness(row: RowGrams, task: number, shared: number): Likeness {
    const taskWeight = this.taskWeights[task]!;
    const dice = (2 * shared) / (row.weight + taskWeight);
    const inTask = shared / row.weight;
    const inRow = shared / taskWeight;
    // A short text is easily contained in a long one by chance: containment counts by the length it stands on.
    const contained = Math.max((inTask * row.count) / (row.count + 6), (inRow * this.sizeOf(task)) / (this.sizeOf(task) + 6));
    return { task, inTask, inRow, score: Math.min(1, Math.max(dice, (dice + contained) / 2)) };
  }

  /** Marks the row's bigrams that none of the taken tasks has; kept while the same is asked again. */
  private markUnexplained(row: RowGrams, taken: readonly number[]): void {
    const key = taken.join();
    if (this.markedFor.row === row && this.markedFor.taken === key) return;
    this.markedFor = { row, taken: key };
    this.mark++;
    for (const id of row.known) this.unexplained[id] = this.mark;
    for (const task of taken) for (const id of this.grams[task] ?? []) this.unexplained[id] = 0;
  }

  private weigh(ids: Iterable<number>): number {
    let sum = 0;
    for (const id of ids) sum += this.weights[id]!;
    return sum;
  }
}

/** Equal scores: the earlier task first, so that results do not hang on the order of the postings. */
function isBetter(a: Likeness, b: Likeness): boolean {
  return a.score > b.score || (a.score === b.score && a.task < b.task);
}

function forEachBigram(codes: Uint16Array, each: (gram: number) => void): void {
  if (codes.length === 1) each(codes[0]!);
  for (let i = 1; i < codes.length; i++) each(bigram(codes[i - 1]!, codes[i]!));
}

/** A set of bigrams that is emptied for every row: an open-addressed table with generations, several times faster than a Set. */
class SeenTable {
  private keys = new Uint32Array(1024);
  private generations = new Int32Array(1024);
  private generation = 0;

  clear(expected: number): void {
    this.generation++;
    if (expected * 2 <= this.keys.length) return;
    const size = 2 ** Math.ceil(Math.log2(expected * 2));
    this.keys = new Uint32Array(size);
    this.generations = new Int32Array(size);
  }

  /** True when it was not there before. */
  add(key: number): boolean {
    const mask = this.keys.length - 1;
    let at = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    while (this.generations[at] === this.generation) {
      if (this.keys[at] === key) return false;
      at = (at + 1) & mask;
    }
    this.keys[at] = key;
    this.generations[at] = this.generation;
    return true;
  }
}
