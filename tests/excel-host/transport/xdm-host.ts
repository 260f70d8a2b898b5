import { HostError } from "../engine/errors";
import type { RequestBody } from "../engine/wire";
import type { ExcelHost } from "../types/host";
import { FaultPlan, isHousekeeping, refusalNumber, withoutTables, type Fault } from "./faults";

/** Requirement sets of the simulated Office; versions are texts ("1.10" is not 1.1). */
export type Requirements = Readonly<Record<string, string>>;

const REQUIREMENTS: Requirements = { ExcelApi: "1.15", RibbonApi: "1.2", SharedRuntime: "1.2", DialogApi: "1.2", AddinCommands: "1.1", CustomXmlParts: "1.1", File: "1.1", CompressedFile: "1.1", Settings: "1.1", RichApiRuntime: "1.2" };

const Dispatch = { fileCopy: 77, fileChunk: 80, fileRelease: 81, loadSettings: 75, saveSettings: 76, richApi: 93, commandCompleted: 94 } as const;

export interface XdmOptions {
  /** Delivers one JSON text to the add-in's window as a message event. */
  readonly post: (text: string) => void;
  readonly origin: string;
  readonly conversationId?: string;
  readonly locale?: string;
  readonly requirements?: Requirements;
  /** The bytes of the workbook as a file, for getFileAsync. */
  readonly fileBytes: (host: ExcelHost) => Uint8Array;
}

interface Message {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType: number;
  readonly _data: unknown;
}

/**
 * "Excel on the web" as the add-in sees it: the other end of Microsoft's cross-document protocol, with no transport of its
 * own. Every text the add-in's window posts goes to `handle`.
 */
export class XdmHost {
  readonly faults = new FaultPlan();
  /** Data that the add-in told the host: focus, telemetry. */
  readonly notifications: unknown[] = [];
  private readonly events = new Map<string, number>();
  private readonly settings = new Map<string, string>();
  private readonly commands = new Map<string, (status: number) => void>();
  private eventWaiters: { readonly name: string; readonly done: () => void }[] = [];
  private nextCommand = 1;
  private readonly files = new Map<number, Uint8Array>();
  private detach: () => void = () => undefined;
  private excel!: ExcelHost;

  constructor(
    excel: ExcelHost,
    private readonly options: XdmOptions,
  ) {
    this.attach(excel);
  }

  /** Puts another workbook behind the same client. */
  attach(excel: ExcelHost): void {
    this.detach();
    this.excel = excel;
    this.faults.clear();
    this.detach = excel.engine.onEvents((entries) => this.tell("richApiMessage", { ArrayData: entries }));
  }

  get host(): ExcelHost {
    return this.excel;
  }

  private get conversation(): string {
    return this.options.conversationId ?? "conv-1";
  }

  /** What the add-in's window must be called, so that office.js finds its host. */
  windowName(): string {
    const locale = this.options.locale ?? "zh-CN";
    // host$platform$version$locale$correlation$dialog$logging$flags; flag 1 says shared runtime
    const hostInfo = ["Excel", "Web", "16.00", locale, "telemetry", "", "disableLogging", "1"].join("$");
    return JSON.stringify({ baseFrameName: "sim", hostInfo, xdmInfo: [this.conversation, "ctl-1", this.options.origin].join("|"), serializerVersion: "1", flags: "[]" });
  }

  /** A click on a ribbon button that runs a function; resolves when the add-in calls event.completed(). */
  async invokeCommand(name: string): Promise<{ readonly completed: boolean }> {
    await this.waitForEvent("appCommandInvoked");
    const id = `cmd-${this.nextCommand++}`;
    const status = new Promise<number>((resolve) => this.commands.set(id, resolve));
    this.tell("appCommandInvoked", [id, name, JSON.stringify({ source: { id: name } })]);
    return { completed: (await status) === 0 };
  }

  handle(text: string): void {
    let message: Message;
    try {
      message = JSON.parse(text) as Message;
    } catch {
      return; // other scripts may post other texts
    }
    if (message._messageType !== 0 || message._conversationId !== this.conversation) return;
    const reply = (data: unknown, error = 0) => this.send(message._actionName, message._correlationId, 0, error, data);
    if (message._actionType === 1) {
      this.events.set(message._actionName, message._correlationId);
      reply({ Error: 0 });
      const waiting = this.eventWaiters.filter((one) => one.name === message._actionName);
      this.eventWaiters = this.eventWaiters.filter((one) => one.name !== message._actionName);
      waiting.forEach((one) => one.done());
      return;
    }
    if (message._actionType === 2) {
      this.events.delete(message._actionName);
      reply({ Error: 0 });
      return;
    }
    switch (message._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        return reply(this.appContext());
      case "ContextActivationManager_notifyHost":
        this.notifications.push(message._data);
        return reply(null);
      case "executeMethod":
        return this.execute(message._data as Record<string, unknown>, reply);
      default:
        return reply(`simulated host: unknown method ${message._actionName}`, -2);
    }
  }

  private appContext(): object {
    return {
      _id: "ctl-1",
      _appName: 16,
      _appVersion: "16.0",
      _appUILocale: this.options.locale ?? "zh-CN",
      _dataLocale: this.options.locale ?? "zh-CN",
      _docUrl: `https://host.test/${this.excel.book.fileName}`,
      _clientMode: 1,
      _settings: [...this.settings],
      _reason: "documentOpened",
      _osfControlType: 1,
      _eToken: "",
      _correlationId: "00000000-0000-0000-0000-000000000001",
      _appInstanceId: "ctl-1",
      _appMinorVersion: 0,
      _hostFullVersion: "16.0.15407.10000",
      _clientWindowHeight: 800,
      _clientWindowWidth: 1200,
      _addinName: "台账校核",
      _appDomains: [],
      _requirementMatrix: JSON.stringify(this.options.requirements ?? REQUIREMENTS),
      _featureGates: {},
      _initialDisplayMode: 0,
    };
  }

  private execute(parameters: Record<string, unknown>, reply: (data: unknown) => void): void {
    const id = (parameters["DdaMethod"] as { DispatchId?: number } | undefined)?.DispatchId;
    const answer = (data: object) => reply({ Error: 0, Version: 1, ...data });
    switch (id) {
      case Dispatch.richApi:
        return this.executeRichApi(parameters["ArrayData"] as readonly unknown[], answer, (error) => reply({ Error: error, Version: 1 }));
      case Dispatch.saveSettings: {
        const given = (parameters["DdaSettingsMethod"] as { Properties?: [string, string][] } | undefined)?.Properties ?? [];
        this.settings.clear();
        for (const [key, value] of given) this.settings.set(key, value);
        return answer({});
      }
      case Dispatch.loadSettings:
        return answer({ Properties: [...this.settings] });
      case Dispatch.commandCompleted: {
        const command = String(parameters["0"]);
        this.commands.get(command)?.(Number(parameters["1"]));
        this.commands.delete(command);
        return answer({});
      }
      case Dispatch.fileCopy:
      case Dispatch.fileChunk:
      case Dispatch.fileRelease:
        return this.executeFile(id, parameters, answer, (error) => reply({ Error: error, Version: 1 }));
      default:
        return reply({ Error: 5001, Version: 1 }); // internal error: nothing else is simulated
    }
  }

  private executeRichApi(data: readonly unknown[], answer: (data: object) => void, refuse: (error: number) => void): void {
    const text = String(data[4]);
    const body = JSON.parse(text) as RequestBody;
    const fault = isHousekeeping(body) ? undefined : this.faults.next();
    const refusal = fault === undefined ? undefined : refusalNumber(fault);
    if (fault === "silence") return;
    if (refusal !== undefined) return refuse(refusal);
    const limits = this.faults.limits;
    if (limits !== null && byteLength(text) > limits.request) return refuse(5103);
    const response = this.process(body, fault);
    if (fault === "lost-answer") return;
    const responseText = JSON.stringify(fault === "silent-nulls" ? withoutTables(response) : response);
    if (limits !== null && byteLength(responseText) > limits.response) return refuse(5104);
    queueMicrotask(() => answer({ Data: [200, ["Content-Type", "application/json"], responseText] }));
  }

  private process(body: RequestBody, fault: Fault | undefined) {
    const { engine } = this.excel;
    if (typeof fault === "object") {
      let left = fault.afterActions ?? 0;
      engine.beforeAction = (action) => {
        if (action.ActionType !== 5 && left-- <= 0) throw new HostError(fault.code, "injected", 400);
      };
    }
    try {
      return engine.process(body);
    } finally {
      engine.beforeAction = null;
    }
  }

  private executeFile(id: number, parameters: Record<string, unknown>, answer: (data: object) => void, refuse: (error: number) => void): void {
    const fault = this.faults.next();
    if (fault === "silence" || fault === "lost-answer") return;
    const refusal = fault === undefined ? undefined : (refusalNumber(fault) ?? 5001);
    if (refusal !== undefined) return refuse(refusal);
    const SLICE = 4 * 1024 * 1024;
    if (id === Dispatch.fileCopy) {
      const handle = this.files.size + 1;
      const bytes = this.options.fileBytes(this.excel);
      this.files.set(handle, bytes);
      return answer({ FileProperties: { 0: handle, 1: bytes.length }, 0: handle, 1: bytes.length, FileHandle: handle, FileSize: bytes.length });
    }
    const handle = Number(parameters["2"] ?? parameters["0"] ?? parameters["FileHandle"]);
    const bytes = this.files.get(handle);
    if (bytes === undefined) return refuse(5001);
    if (id === Dispatch.fileRelease) {
      this.files.delete(handle);
      return answer({});
    }
    const index = Number(parameters["3"] ?? parameters["1"] ?? 0);
    const slice = [...bytes.subarray(index * SLICE, (index + 1) * SLICE)];
    return answer({ 0: slice, 1: slice.length });
  }

  private send(actionName: string, correlationId: number, responseType: number, errorCode: number, data: unknown): void {
    this.options.post(JSON.stringify({ _messageType: 1, _actionName: actionName, _conversationId: this.conversation, _correlationId: correlationId, _origin: this.options.origin, _data: data ?? null, _errorCode: errorCode, _responseType: responseType, _serializerVersion: 1 }));
  }

  private tell(eventName: string, data: unknown): void {
    const correlation = this.events.get(eventName);
    if (correlation !== undefined) this.send(eventName, correlation, 1, 0, data);
  }

  private waitForEvent(name: string): Promise<void> {
    return this.events.has(name) ? Promise.resolve() : new Promise((done) => this.eventWaiters.push({ name, done }));
  }
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
