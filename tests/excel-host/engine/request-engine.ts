import { accessDenied, HostError, invalidReference, itemNotFound, notImplemented } from "./errors";
import { isHostObject, member, type HostObject } from "./object-type";
import { camelCase, query } from "./query";
import { ActionType, PathType, type Action, type ArgumentInfo, type ObjectPath, type RequestBody, type ResponseBody } from "./wire";

/** An event for the client: [category, event type, target id, JSON text, id, isRemoteOverride]. */
export type EventEntry = readonly [65536, number, string, string, number, false];

/** What happens to one action before it runs: nothing, or a failure injected by a test. */
export type BeforeAction = (action: Action, target: string) => void;

/** Runs batches of the rich API over a root object. Knows nothing of Excel. */
export class RequestEngine {
  readonly references = new Map<string, HostObject>();
  /** Counters for tests and measurements. */
  readonly counts = { batches: 0, actions: 0 };
  beforeAction: BeforeAction | null = null;
  /** What a fault may do to an answer on its way out. */
  changeResponse: ((response: ResponseBody) => ResponseBody) | null = null;
  private readonly listeners = new Set<(entries: readonly EventEntry[]) => void>();
  private nextReference = 1;
  private nextEvent = 1;

  constructor(
    private readonly root: HostObject,
    private readonly makeService: (name: string) => HostObject,
    private readonly afterBatch: () => void,
  ) {}

  onEvents(listener: (entries: readonly EventEntry[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  raise(eventType: number, target: string, args: unknown): void {
    const entry: EventEntry = [65536, eventType, target, JSON.stringify(args), this.nextEvent++, false];
    for (const listener of [...this.listeners]) listener([entry]);
  }

  removeReference(id: string): void {
    const object = this.references.get(id);
    this.references.delete(id);
    if (object) delete object.reference;
  }

  /** Runs the actions in order; the first that fails ends the batch, what ran before it stays. */
  process(body: RequestBody): ResponseBody {
    this.counts.batches++;
    const batch = new Batch(this, body, this.root, this.makeService);
    const response = batch.run();
    this.afterBatch();
    return this.changeResponse?.(response) ?? response;
  }

  keep(object: HostObject): string {
    if (object.reference === undefined) {
      object.reference = `ref-${this.nextReference++}`;
      this.references.set(object.reference, object);
    }
    return object.reference;
  }
}

/** One request: object paths are resolved once, at their first use. */
class Batch {
  private readonly live = new Map<number, HostObject | null>();
  private readonly kept = new Set<number>();
  private readonly response: ResponseBody = { Results: [], TraceIds: [] };

  constructor(
    private readonly engine: RequestEngine,
    private readonly body: RequestBody,
    private readonly root: HostObject,
    private readonly makeService: (name: string) => HostObject,
  ) {}

  run(): ResponseBody {
    (this.body.Actions ?? []).every((action, index) => this.runOne(action, index));
    return this.response;
  }

  private runOne(action: Action, index: number): boolean {
    this.engine.counts.actions++;
    try {
      this.engine.beforeAction?.(action, this.describe(action));
      this.response.Results.push({ ActionId: action.Id, Value: this.valueOf(action) ?? null });
      return true;
    } catch (error) {
      const known = error instanceof HostError ? error : new HostError("GeneralException", `There was an internal error while processing the request. ${error instanceof Error ? (error.stack ?? "") : ""}`, 500);
      this.response.Error = { Code: known.code, Message: known.message, Location: this.describe(action), ActionIndex: index, HttpStatusCode: known.httpStatus };
      return false;
    }
  }

  private valueOf(action: Action): unknown {
    switch (action.ActionType) {
      case ActionType.Trace:
        this.response.TraceIds.push(action.Id);
        return null;
      case ActionType.EnsureUnchanged:
        return null;
      case ActionType.Instantiate:
        return this.identity(action.ObjectPathId, this.resolve(action.ObjectPathId));
      case ActionType.Query:
      case ActionType.QueryAsJson: {
        const object = this.resolve(action.ObjectPathId);
        return object === null ? null : query(object, action.QueryInfo ?? {}, action.ActionType === ActionType.QueryAsJson, (item) => (item.type.keepsReference === true && this.body.AutoKeepReference === true ? this.engine.keep(item) : undefined));
      }
      case ActionType.Method:
        return this.call(action);
      case ActionType.SetProperty: {
        const object = this.resolve(action.ObjectPathId);
        if (object !== null) setProperty(object, action.Name, this.argumentsOf(action.ArgumentInfo)[0]);
        return null;
      }
      case ActionType.Update: {
        const object = this.resolve(action.ObjectPathId);
        if (object !== null) for (const [name, value] of Object.entries(action.ObjectState ?? {})) setProperty(object, name, value);
        return null;
      }
      default:
        throw notImplemented(`action type ${action.ActionType}`);
    }
  }

  private call(action: Action): unknown {
    const object = this.resolve(action.ObjectPathId);
    if (action.Name === "_KeepReference") {
      if (object !== null) this.kept.add(action.ObjectPathId);
      return null;
    }
    if (object === null) return { _IsNull: true };
    return invoke(object, action.Name, this.argumentsOf(action.ArgumentInfo));
  }

  private resolve(id: number): HostObject | null {
    const known = this.live.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths?.[id];
    if (path === undefined) throw invalidReference();
    const object = this.open(path);
    this.live.set(id, object);
    return object;
  }

  private open(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case PathType.Global:
        return this.root;
      case PathType.Null:
        return null;
      case PathType.ReferenceId: {
        const object = this.engine.references.get(path.Name);
        if (object === undefined) throw invalidReference();
        return object;
      }
      case PathType.NewObject:
        return this.makeService(path.Name);
      default:
        return this.openMember(path);
    }
  }

  private openMember(path: ObjectPath): HostObject | null {
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) return null; // a member of a null object is a null object
    const { type, target } = parent;
    if (path.ObjectPathType === PathType.Property) {
      const step = member(type.navigation, path.Name);
      if (step === undefined) throw notImplemented(`${type.name}.${path.Name}`);
      return step[1](target);
    }
    const args = this.argumentsOf(path.ArgumentInfo);
    if (path.ObjectPathType === PathType.Indexer) {
      if (type.getItem === undefined) throw notImplemented(`${type.name}[]`);
      return type.getItem(target, args);
    }
    const made = invoke(parent, path.Name, args);
    if (made !== null && !isHostObject(made)) throw notImplemented(`${type.name}.${path.Name} as an object`);
    return made;
  }

  /** What the client needs to address the object again; never null for an object that exists. */
  private identity(pathId: number, object: HostObject | null): unknown {
    if (object === null) return null;
    const value: Record<string, unknown> = { ...object.type.id?.(object.target) };
    const automatic = this.body.AutoKeepReference === true && this.body.ObjectPaths?.[pathId]?.D !== true;
    if (object.type.keepsReference === true && (this.kept.has(pathId) || automatic)) value["_ReferenceId"] = this.engine.keep(object);
    return value;
  }

  private argumentsOf(info: ArgumentInfo | undefined): readonly unknown[] {
    const list = (values: readonly unknown[], ids: readonly unknown[] | undefined): unknown[] =>
      values.map((value, index) => {
        const id = ids?.[index];
        if (Array.isArray(id) && Array.isArray(value)) return list(value, id);
        if (typeof id === "number" && id > 0) return this.resolve(id);
        return this.dereference(value);
      });
    return list(info?.Arguments ?? [], info?.ReferencedObjectPathIds);
  }

  private dereference(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one: unknown) => this.dereference(one));
    if (typeof value !== "object" || value === null) return value;
    if ("_ObjectPathId" in value && typeof value._ObjectPathId === "number") return this.resolve(value._ObjectPathId);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.dereference(one)]));
  }

  /** "Range.values": where the client says an error was. */
  private describe(action: Action): string {
    const path = this.body.ObjectPaths?.[action.ObjectPathId];
    const nameAt = (id: number | undefined) => (id === undefined ? "" : (this.live.get(id)?.type.name ?? ""));
    if (action.ActionType !== ActionType.Instantiate) return `${nameAt(action.ObjectPathId)}.${camelCase(action.Name || "load")}`;
    return `${nameAt(path?.ParentObjectPathId)}.${path?.ObjectPathType === PathType.Indexer ? "getItem" : camelCase(path?.Name ?? "")}`;
  }
}

function invoke(object: HostObject, name: string, args: readonly unknown[]): unknown {
  const method = member(object.type.methods, name);
  if (method) return method[1](object.target, args);
  if (object.type.anyCall) return object.type.anyCall(object.target, name, args);
  if (object.type.getItem && /^getitem$/i.test(name)) return object.type.getItem(object.target, args);
  throw object.type.items && /^getitem/i.test(name) ? itemNotFound() : notImplemented(`${object.type.name}.${name}()`);
}

function setProperty(object: HostObject, name: string, value: unknown): void {
  const property = member(object.type.properties, name);
  if (property === undefined) {
    if (object.type.anyCall === undefined) throw notImplemented(`set ${object.type.name}.${name}`);
    object.type.anyCall(object.target, `set ${name}`, [value]);
  } else if (property[1].set === undefined) throw accessDenied();
  else property[1].set(object.target, value);
}
