import { formatNumber } from "./number-format";

/** One level of a list definition. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** "%1." or "（%2）": %n stands for the number of level n, from 1. */
  readonly text: string;
  /** Whether a blank or tab follows the number. */
  readonly spaced: boolean;
  /** The level (from 1) whose step starts this one anew; 0: none; null: every higher one. */
  readonly restart: number | null;
  /** Numbers of higher levels are shown as plain digits. */
  readonly legal: boolean;
}

/** A list as paragraphs refer to it. Lists of one `definition` count on from each other. */
export interface ListInstance {
  readonly definition: string;
  readonly levels: readonly (ListLevel | undefined)[];
  /** Levels at which this list starts anew when it is first used. */
  readonly startsAnew: ReadonlyMap<number, number>;
}

/** The automatic numbers of a document, counted paragraph by paragraph in reading order. */
export class ListCounter {
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(private readonly lists: ReadonlyMap<string, ListInstance>) {}

  /** The number that the next paragraph of this list and level shows, with what separates it from the text; "" when it shows none. */
  next(listId: string, level: number): string {
    const list = this.lists.get(listId);
    const definition = list?.levels[level];
    if (list === undefined || definition === undefined) return "";
    const counts = this.#counts.get(list.definition) ?? [];
    this.#counts.set(list.definition, counts);
    const fresh = list.startsAnew.get(level);
    const begin = `${listId} ${level}`;
    if (fresh !== undefined && !this.#begun.has(begin)) counts[level] = undefined;
    this.#begun.add(begin);
    counts[level] = counts[level] === undefined ? (fresh ?? definition.start) : counts[level] + 1;
    for (let lower = level + 1; lower < Math.max(counts.length, list.levels.length); lower++) {
      const restart = list.levels[lower]?.restart ?? null;
      if (restart === null || (restart > 0 && level < restart)) counts[lower] = undefined;
    }
    return this.#label(list, definition, counts);
  }

  #label(list: ListInstance, definition: ListLevel, counts: readonly (number | undefined)[]): string {
    let shows = definition.text.length > 0;
    const label = definition.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const of = list.levels[Number(digit) - 1];
      const count = counts[Number(digit) - 1] ?? of?.start ?? 1;
      const number = formatNumber(count, definition.legal && of !== definition ? "decimal" : (of?.format ?? "decimal"));
      if (number === undefined) shows = false;
      return number ?? "";
    });
    if (!shows || definition.format === "bullet" || definition.format === "none") return "";
    return definition.spaced && /[A-Za-z0-9.)]$/u.test(label) ? `${label} ` : label;
  }
}
