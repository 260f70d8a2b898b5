import type { KeptPart } from "../workbook";
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
  /** Indices in `inverses` already taken back. */
  readonly undone: readonly number[];
  /** When they were: ids of the parts that say so, ascending with time. */
  readonly undos?: readonly { readonly id: string; readonly items: readonly number[] }[];
}

/** What the parts of the journal say, newest first, and which of them could not be read. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
  /** Ids of damaged parts: what they wrote cannot be taken back. */
  readonly damaged: readonly string[];
}

const PREFIX = "journal-";

/** A part is written before its edits and never again, so what was taken back is a record of its own. */
type JournalRecord =
  | ({ readonly version: 1; readonly kind: "write" } & Omit<JournalEntry, "id" | "undone" | "undos">)
  | { readonly version: 1; readonly kind: "undo"; readonly of: string; readonly items: readonly number[] };

/** The id of the next part, after all that are there. */
export function nextJournalId(parts: readonly Pick<KeptPart, "id">[]): string {
  const last = parts.reduce((most, { id }) => (id.startsWith(PREFIX) ? Math.max(most, Number(id.slice(PREFIX.length)) || 0) : most), 0);
  return `${PREFIX}${String(last + 1).padStart(6, "0")}`;
}

export function isJournalPart(part: Pick<KeptPart, "id">): boolean {
  return part.id.startsWith(PREFIX);
}

/** The part for a command's writing. */
export function journalPart(entry: Omit<JournalEntry, "undone" | "undos">): KeptPart {
  const { id, ...rest } = entry;
  const record: JournalRecord = { version: 1, kind: "write", ...rest };
  return { id, text: JSON.stringify(record) };
}

/** The part that says which inverses of an entry were applied. */
export function undoPart(id: string, of: string, items: readonly number[]): KeptPart {
  const record: JournalRecord = { version: 1, kind: "undo", of, items };
  return { id, text: JSON.stringify(record) };
}

/** Reads the journal out of all kept parts. Parts of other kinds are passed over; damaged ones are named. */
export function readJournal(parts: readonly KeptPart[]): Journal {
  const entries = new Map<string, JournalEntry>();
  const damaged: string[] = [];
  const undos: { readonly id: string; readonly of: string; readonly items: readonly number[] }[] = [];
  for (const part of parts) {
    if (!isJournalPart(part)) continue;
    const record = recordOf(part.text);
    if (record === null) damaged.push(part.id);
    else if (record.kind === "write") {
      const { command, title, time, sheet, inverses } = record;
      entries.set(part.id, { id: part.id, command, title, time, sheet, inverses, undone: [] });
    } else undos.push({ id: part.id, of: record.of, items: record.items });
  }
  for (const { id, of, items } of undos.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const entry = entries.get(of);
    if (entry) entries.set(of, { ...entry, undone: [...new Set([...entry.undone, ...items])].sort((a, b) => a - b), undos: [...(entry.undos ?? []), { id, items }] });
  }
  return { entries: [...entries.values()].sort((a, b) => (a.id < b.id ? 1 : -1)), damaged: damaged.sort() };
}

function recordOf(text: string | null): JournalRecord | null {
  if (text === null) return null;
  try {
    const record: unknown = JSON.parse(text);
    return isRecord(record) ? record : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is JournalRecord {
  if (typeof value !== "object" || value === null || !("version" in value) || value.version !== 1 || !("kind" in value)) return false;
  if (value.kind === "write") return "inverses" in value && Array.isArray(value.inverses) && "title" in value && typeof value.title === "string";
  return value.kind === "undo" && "of" in value && typeof value.of === "string" && "items" in value && Array.isArray(value.items);
}
