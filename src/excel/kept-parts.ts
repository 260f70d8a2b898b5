import { decodeKeptPart, encodeKeptPart, KEPT_NAMESPACE, OUR_SHEETS_PART } from "../core/kept/kept-part";
import { err, ok, type Result } from "../core/result";
import type { HostFailure, KeptPart } from "../core/workbook";
import type { RunExcel } from "./run-excel";

/** A part together with Excel's own id of it. */
interface StoredPart {
  readonly excelId: string;
  readonly part: KeptPart;
}

/**
 * Our custom XML parts. A part is never rewritten: replacing adds a new one and deletes the old, so that an id of Excel
 * always has the same text and is read once only.
 */
export class KeptParts {
  private readonly known = new Map<string, KeptPart | null>();

  constructor(private readonly run: RunExcel) {}

  /** All parts of ours; one round trip when none is new, else two. */
  async read(): Promise<Result<readonly KeptPart[], HostFailure>> {
    const stored = await this.readStored();
    return stored.ok ? ok(stored.value.map(({ part }) => part)) : stored;
  }

  async write(parts: readonly KeptPart[]): Promise<Result<void, HostFailure>> {
    if (parts.length === 0) return ok(undefined);
    const stored = await this.readStored();
    if (!stored.ok) return stored;
    return this.run("write", async (context) => {
      this.queueWrite(context, parts, stored.value);
      await context.sync();
    });
  }

  async remove(ids?: readonly string[]): Promise<Result<void, HostFailure>> {
    const stored = await this.readStored();
    if (!stored.ok) return stored;
    const gone = stored.value.filter(({ part }) => ids === undefined || ids.includes(part.id));
    if (gone.length === 0) return ok(undefined);
    return this.run("write", async (context) => {
      for (const { excelId } of gone) context.workbook.customXmlParts.getItemOrNullObject(excelId).delete();
      await context.sync();
    });
  }

  /** Queues the adding of parts and the deleting of those they replace; the caller syncs. */
  queueWrite(context: Excel.RequestContext, parts: readonly KeptPart[], stored: readonly StoredPart[]): void {
    const { customXmlParts } = context.workbook;
    for (const part of parts) customXmlParts.add(encodeKeptPart(part));
    const replaced = new Set(parts.map((part) => part.id));
    for (const { excelId, part } of stored) if (replaced.has(part.id)) customXmlParts.getItemOrNullObject(excelId).delete();
  }

  /** The names of the sheets that `showReport` filled. */
  async readOurSheets(): Promise<Result<readonly string[], HostFailure>> {
    const stored = await this.readStored();
    return stored.ok ? ok(ourSheetsOf(stored.value)) : stored;
  }

  async readStored(): Promise<Result<readonly StoredPart[], HostFailure>> {
    const ids = await this.run("read", async (context) => {
      const parts = context.workbook.customXmlParts.getByNamespace(KEPT_NAMESPACE).load("items/id");
      await context.sync();
      return parts.items.map((part) => part.id);
    });
    if (!ids.ok) return ids;
    const unread = ids.value.filter((id) => !this.known.has(id));
    if (unread.length > 0) {
      const read = await this.readXml(unread);
      if (!read.ok) return read;
    }
    return ok(
      ids.value.flatMap((excelId) => {
        const part = this.known.get(excelId);
        return part == null ? [] : [{ excelId, part }];
      }),
    );
  }

  private async readXml(ids: readonly string[]): Promise<Result<void, HostFailure>> {
    const texts = await this.run("read", async (context) => {
      const results = ids.map((id) => context.workbook.customXmlParts.getItem(id).getXml());
      await context.sync();
      return results.map((result) => result.value);
    });
    if (!texts.ok) return texts.error.code === "sheet-missing" ? err({ ...texts.error, code: "busy" }) : texts;
    ids.forEach((id, index) => this.known.set(id, decodeKeptPart(texts.value[index] ?? "")));
    return ok(undefined);
  }
}

export function ourSheetsOf(stored: readonly StoredPart[]): readonly string[] {
  const text = stored.find(({ part }) => part.id === OUR_SHEETS_PART)?.part.text;
  if (text == null) return [];
  const names: unknown = JSON.parse(text);
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}

export type { StoredPart };
