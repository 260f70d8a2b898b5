/**
 * A copy of a text made for comparing and parsing, never for storing, with the way back to the original.
 * `starts[i]` is the index in the original of the character that became `text[i]`; `starts[text.length]` is the
 * length of the original. All indices are UTF-16 code units.
 */
export interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
}

/** The part of the original that the folded range [start, end) stands for. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
