import { decodeKeptPart, encodeKeptPart, KEPT_NAMESPACE, OUR_SHEETS_PART } from "../core/kept/kept-part";
import { err, ok, type Result } from "../core/result";
import type { HostFailure, KeptPart } from "../core/workbook";
import { inHalves, mayBeTooLarge } from "./halves";
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
  private latest: readonly StoredPart[] | null = null;

  constructor(private readonly run: RunExcel) {}

  /** All parts of ours; one round trip when none is new, else two. Of parts with one id the last counts. */
  async read(): Promise<Result<readonly KeptPart[], HostFailure>> {
    const stored = await this.readStored();
    return stored.ok ? ok([...new Map(stored.value.map(({ part }) => [part.id, part])).values()]) : stored;
  }

  async write(parts: readonly KeptPart[]): Promise<Result<void, HostFailure>> {
    if (parts.length === 0) return ok(undefined);
    const stored = await this.readStored();
    if (!stored.ok) return stored;
    return this.run("write", async (context) => {
      const settle = this.queueWrite(context, parts, stored.value);
      await context.sync();
      settle();
    });
  }

  async remove(ids?: readonly string[]): Promise<Result<void, HostFailure>> {
    const stored = await this.readStored();
    if (!stored.ok) return stored;
    const gone = stored.value.filter(({ part }) => ids === undefined || ids.includes(part.id));
    if (gone.length === 0) return ok(undefined);
    return this.run("write", async (context) => {
      const settle = this.queueRemove(context, gone.map(({ part }) => part.id), stored.value);
      await context.sync();
      settle();
    });
  }

  /** Queues the deleting of parts by id, as `queueWrite` queues their adding. */
  queueRemove(context: Excel.RequestContext, ids: readonly string[], stored: readonly StoredPart[]): () => void {
    const isGone = ({ part }: StoredPart) => ids.includes(part.id);
    for (const { excelId } of stored.filter(isGone)) context.workbook.customXmlParts.getItemOrNullObject(excelId).delete();
    return () => {
      this.latest = stored.filter((one) => !isGone(one));
    };
  }

  /** Queues the adding of parts and the deleting of those they replace. The caller syncs, then calls what is returned. */
  queueWrite(context: Excel.RequestContext, parts: readonly KeptPart[], stored: readonly StoredPart[]): () => void {
    const { customXmlParts } = context.workbook;
    const added = parts.map((part) => ({ part, item: customXmlParts.add(encodeKeptPart(part)).load("id") }));
    const replaced = new Set(parts.map((part) => part.id));
    for (const { excelId, part } of stored) if (replaced.has(part.id)) customXmlParts.getItemOrNullObject(excelId).delete();
    return () => {
      for (const { part, item } of added) this.known.set(item.id, part);
      this.latest = [...stored.filter(({ part }) => !replaced.has(part.id)), ...added.map(({ part, item }) => ({ excelId: item.id, part }))];
    };
  }

  /** The parts as they were last seen; read when they never were. Enough for adding parts with new ids. */
  async lastStored(): Promise<Result<readonly StoredPart[], HostFailure>> {
    return this.latest === null ? this.readStored() : ok(this.latest);
  }

  async readStored(): Promise<Result<readonly StoredPart[], HostFailure>> {
    const read = await this.readStoredAnd(() => () => undefined);
    return read.ok ? ok(read.value.stored) : read;
  }

  /** Reads the parts, and in the same round trip what `ask` loads; it gives the function that takes up the answer. */
  async readStoredAnd<T>(ask: (context: Excel.RequestContext) => () => T): Promise<Result<{ readonly stored: readonly StoredPart[]; readonly also: T }, HostFailure>> {
    const read = await this.run("read", async (context) => {
      const parts = context.workbook.customXmlParts.getByNamespace(KEPT_NAMESPACE).load("items/id");
      const answer = ask(context);
      await context.sync();
      return { ids: parts.items.map((part) => part.id), also: answer() };
    });
    if (!read.ok) return read;
    const { ids, also } = read.value;
    const unread = ids.filter((id) => !this.known.has(id));
    const failure = unread.length === 0 ? null : await inHalves(unread, (some) => this.readXml(some), mayBeTooLarge);
    if (failure !== null) return err(failure);
    const stored = ids.flatMap((excelId) => {
      const part = this.known.get(excelId);
      return part == null ? [] : [{ excelId, part }];
    });
    this.latest = stored;
    return ok({ stored, also });
  }

  private async readXml(ids: readonly string[]): Promise<HostFailure | null> {
    const texts = await this.run("read", async (context) => {
      const results = ids.map((id) => context.workbook.customXmlParts.getItem(id).getXml());
      await context.sync();
      return results.map((result) => result.value);
    });
    if (!texts.ok) return texts.error.code === "sheet-missing" ? { ...texts.error, code: "busy" } : texts.error;
    ids.forEach((id, index) => this.known.set(id, decodeKeptPart(texts.value[index] ?? "")));
    return null;
  }
}

export function ourSheetsOf(stored: readonly StoredPart[]): readonly string[] {
  const text = stored.findLast(({ part }) => part.id === OUR_SHEETS_PART)?.part.text;
  if (text == null) return [];
  const names: unknown = JSON.parse(text);
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}

export type { StoredPart };
