import type { Edit } from "./edit";

/** One command's writing, as kept in its own part and shown in the list of what can be taken back. */
export interface JournalEntry {
  /** The part's id: journal-000012. Ascending; the order of writing. */
  readonly id: string;
  /** The command that wrote: tidyFormat, fillUnits… */
  readonly command: string;
  /** What it did, in the user's words: 统一格式，改了26处. */
  readonly title: string;
  /** ISO time. */
  readonly time: string;
  readonly sheet: string;
  /** Ready to apply, last first. */
  readonly inverses: readonly Edit[];
  /** Indices in `inverses` already taken back one by one. */
  readonly undone: readonly number[];
}
