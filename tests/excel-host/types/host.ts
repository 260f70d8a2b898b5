import { invalidArgument, itemNotFound } from "../engine/errors";
import { hostObject, isHostObject, type HostObject, type ObjectType } from "../engine/object-type";
import { RequestEngine } from "../engine/request-engine";
import { formatAddress, isOnSheet, MAX_COLUMNS, MAX_ROWS, parseAddress, quoteSheet, shiftBox, type Axis, type Box } from "../model/address";
import type { Book } from "../model/book";
import { valueType, type Cell } from "../model/cell";
import type { Sheet } from "../model/sheet";
import { makeCommentTypes } from "./comments";
import { makeFormatTypes } from "./format";
import { makeNameTypes } from "./names";
import { makePageTypes } from "./page";
import { makePartTypes } from "./parts";
import { makeRangeTypes } from "./range";
import { makeRuleTypes } from "./rules";
import { makeWorkbookTypes } from "./workbook";
import { makeWorksheetTypes } from "./worksheet";

/** A range that a client holds; it moves with the rows and columns. */
export class RangeTarget {
  isGone = false;

  constructor(
    readonly sheet: Sheet,
    readonly box: Box,
  ) {}

  address(): string {
    return `${quoteSheet(this.sheet.name)}!${formatAddress(this.box)}`;
  }
}

/** Event numbers of the wire. */
export const EventType = { changed: 10, activated: 11, deactivated: 12, added: 13, selection: 14, deleted: 15 } as const;

/** The simulated Excel: a workbook, the object model over it, and a user. */
export class ExcelHost {
  readonly engine: RequestEngine;
  readonly types: ReturnType<typeof makeTypes>;
  /** Calls of `new Microsoft.…` services, recorded and otherwise ignored. */
  readonly serviceCalls: { readonly service: string; readonly call: string; readonly args: readonly unknown[] }[] = [];
  suspensions = 0;
  private batchRanges: RangeTarget[] = [];
  private readonly registrations = new Map<string, number>();
  private pending: (() => void)[] = [];
  private hasChanged = false;

  constructor(readonly book: Book) {
    this.types = makeTypes(this);
    this.engine = new RequestEngine(
      hostObject(this.types.workbook, book),
      (name) => hostObject(this.types.service, name),
      () => this.endBatch(),
    );
  }

  worksheet(sheet: Sheet): HostObject {
    return hostObject(this.types.worksheet, sheet);
  }

  range(sheet: Sheet, box: Box): HostObject {
    if (!isOnSheet(box)) throw invalidArgument();
    const target = new RangeTarget(sheet, { ...box });
    this.batchRanges.push(target);
    return hostObject(this.types.range, target);
  }

  areas(sheet: Sheet, boxes: readonly Box[]): HostObject {
    return hostObject(this.types.rangeAreas, boxes.map((box) => this.range(sheet, box).target as RangeTarget));
  }

  /** A range argument: a range object, an address, a name, or nothing for the whole sheet. */
  rangeOf(argument: unknown, sheet: Sheet): RangeTarget {
    if (isHostObject(argument) && argument.target instanceof RangeTarget) return argument.target;
    if (argument === null || argument === undefined || argument === "") return new RangeTarget(sheet, { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
    if (typeof argument !== "string") throw invalidArgument();
    const name = this.book.names.find((one) => one.name.toLowerCase() === argument.toLowerCase());
    if (name?.refersTo) return new RangeTarget(name.refersTo.sheet, { ...name.refersTo.box });
    const parsed = parseAddress(argument);
    if (parsed === null) throw invalidArgument();
    const found = parsed.sheet === null ? sheet : this.book.findSheet(parsed.sheet);
    if (found === null) throw itemNotFound();
    return new RangeTarget(found, parsed.box);
  }

  /** Inserts or deletes lines; ranges that the client holds move along. */
  shift(sheet: Sheet, axis: Axis, at: number, count: number): void {
    this.book.shift(sheet, axis, at, count);
    const held = [...this.engine.references.values()].flatMap(({ target }) => (target instanceof RangeTarget ? [target] : Array.isArray(target) ? target.filter((one) => one instanceof RangeTarget) : []));
    for (const range of new Set([...this.batchRanges, ...held])) if (range.sheet === sheet && !shiftBox(range.box, axis, at, count)) range.isGone = true;
  }

  register(eventType: number, target: string, change: 1 | -1): void {
    const key = `${eventType}|${target}`;
    this.registrations.set(key, Math.max(0, (this.registrations.get(key) ?? 0) + change));
  }

  /** Tells an event to whoever listens to the sheet or to the workbook, after the batch. */
  later(eventType: number, sheet: Sheet | null, args: () => object): void {
    if (this.book.enableEvents) this.pending.push(() => this.raise(eventType, sheet, args()));
  }

  private raise(eventType: number, sheet: Sheet | null, args: object): void {
    for (const target of sheet === null ? ["Workbook"] : [sheet.id, "Workbook"]) if ((this.registrations.get(`${eventType}|${target}`) ?? 0) > 0) this.engine.raise(eventType, target, args);
  }

  /** onChanged of cells or lines. `trigger` tells the add-in's own writes from the user's (ExcelApi 1.14). */
  changed(sheet: Sheet, box: Box, change: { readonly changeType?: string; readonly trigger?: string; readonly before?: Cell | undefined } = {}): void {
    this.hasChanged = true;
    const address = formatAddress(box);
    this.later(EventType.changed, sheet, () => {
      const cell = sheet.cell(box.row, box.column);
      const details = change.before === undefined ? {} : { valueBefore: change.before.value, valueAfter: cell?.value ?? "", valueTypeBefore: valueType(change.before), valueTypeAfter: valueType(cell) };
      return { changeType: change.changeType ?? "RangeEdited", source: "Local", triggerSource: change.trigger ?? "ThisLocalAddin", worksheetId: sheet.id, address, shiftDirection: "None", ...details };
    });
  }

  activate(sheet: Sheet): void {
    const before = this.book.active;
    if (before === sheet) return;
    this.book.active = sheet;
    this.later(EventType.deactivated, before, () => ({ worksheetId: before.id }));
    this.later(EventType.activated, sheet, () => ({ worksheetId: sheet.id }));
  }

  select(sheet: Sheet, box: Box, more: readonly Box[] = []): void {
    this.activate(sheet);
    sheet.selection = { ...box };
    sheet.moreSelected = more;
    this.later(EventType.selection, sheet, () => ({ address: formatAddress(box), worksheetId: sheet.id }));
  }

  /** What a person does in Excel's own window. */
  readonly user = {
    edit: (sheetName: string, address: string, value: unknown): void => {
      const { sheet, box } = this.placeOf(sheetName, address);
      const before = { ...sheet.ensure(box.row, box.column) };
      this.book.assign(sheet, box.row, box.column, value);
      this.changed(sheet, box, { trigger: "Unknown", before });
      this.endBatch();
    },
    select: (sheetName: string, address: string, ...more: readonly string[]): void => {
      const { sheet, box } = this.placeOf(sheetName, address);
      this.select(sheet, box, more.map((other) => this.placeOf(sheetName, other).box));
      this.endBatch();
    },
    activate: (sheetName: string): void => {
      this.activate(this.book.sheet(sheetName));
      this.endBatch();
    },
    insertRows: (sheetName: string, row: number, count: number): void => {
      const sheet = this.book.sheet(sheetName);
      this.shift(sheet, "row", row, count);
      this.changed(sheet, { row, column: 0, rows: count, columns: MAX_COLUMNS }, { changeType: "RowInserted", trigger: "Unknown" });
      this.endBatch();
    },
    deleteSheet: (sheetName: string): void => {
      const sheet = this.book.sheet(sheetName);
      this.book.removeSheet(sheet);
      this.later(EventType.deleted, null, () => ({ source: "Local", worksheetId: sheet.id }));
      this.endBatch();
    },
  };

  private placeOf(sheetName: string, address: string): { sheet: Sheet; box: Box } {
    const parsed = parseAddress(address);
    if (parsed === null) throw new Error(`no address: ${address}`);
    return { sheet: this.book.sheet(sheetName), box: parsed.box };
  }

  private endBatch(): void {
    this.batchRanges = [];
    if (this.hasChanged) this.book.recalculate();
    this.hasChanged = false;
    const events = this.pending.splice(0);
    if (events.length > 0) setTimeout(() => events.forEach((tell) => tell()), 0);
  }
}

function makeTypes(host: ExcelHost) {
  const service: ObjectType<string> = {
    name: "Service",
    id: () => ({}),
    anyCall: (name, call, args) => {
      host.serviceCalls.push({ service: name, call, args });
      return /^get(?:tab|button|group|menu)$/i.test(call) ? hostObject(service, `${name}.${call}(${args.join()})`) : /^getshortcuts$/i.test(call) ? {} : null;
    },
  };
  return {
    service,
    ...makeWorkbookTypes(host),
    ...makeWorksheetTypes(host),
    ...makeRangeTypes(host),
    ...makeFormatTypes(),
    ...makeRuleTypes(host),
    ...makeCommentTypes(host),
    ...makePageTypes(host),
    ...makePartTypes(host),
    ...makeNameTypes(host),
  };
}
