import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runInThisContext } from "node:vm";
import { bookFrom, xlsxOf } from "../xlsx/book-file";
import { bookOf } from "../model/book";
import { ExcelHost } from "../types/host";
import type { WorkbookInit } from "../workbook-init";
import { makeSmallWindow } from "./small-window";
import { XdmHost, type Requirements } from "./xdm-host";

const PAGE = "https://addin.test/taskpane.html";
const SCRIPTS = "https://addin.test/office/";

/** A running client and the host behind it. */
export interface RunningOffice {
  readonly xdm: XdmHost;
  /** Puts another workbook behind the client and forgets planned faults. */
  open(init: WorkbookInit): ExcelHost;
  /** Script files that office.js asked for. */
  readonly requested: readonly string[];
}

let running: Promise<RunningOffice> | undefined;

/**
 * Starts Microsoft's unmodified office.js in bare Node, once in a realm (a vitest worker): its scripts are read from the
 * package, its host is `window.opener`. Exchange the workbook with `open` between tests.
 */
export function startOffice(requirements?: Requirements): Promise<RunningOffice> {
  return (running ??= start(requirements));
}

export function hostOf(init: WorkbookInit): ExcelHost {
  const book = init.bytes === undefined ? bookOf(init) : bookFrom(init.bytes, init.fileName);
  return new ExcelHost(book);
}

async function start(requirements: Requirements | undefined): Promise<RunningOffice> {
  makeSmallWindow(PAGE);
  const scope = globalThis as unknown as { document: { getElementsByTagName(tag: string): Record<string, unknown>[]; createElement(tag: string): Record<string, unknown> }; dispatchEvent(event: object): void; opener: unknown; name: string };
  const requested: string[] = [];
  // The trust check wants https and the page's own host name.
  const peer = "https://addin.test";
  const opener = { postMessage: (text: string) => queueMicrotask(() => xdm.handle(text)) };
  const post = (text: string) => void setTimeout(() => scope.dispatchEvent({ type: "message", data: text, origin: peer, source: opener }), 0);
  const xdm = new XdmHost(hostOf({ sheets: [{ name: "Sheet1" }] }), { origin: peer, post, fileBytes: (host) => xlsxOf(host.book), ...(requirements ? { requirements } : {}) });
  scope.opener = opener;
  scope.name = xdm.windowName();

  const head = scope.document.getElementsByTagName("head")[0]!;
  const append = head["appendChild"] as (child: unknown) => unknown;
  head["appendChild"] = (script: Record<string, unknown>) => {
    append(script);
    const source = typeof script["src"] === "string" ? script["src"] : "";
    if (!source.startsWith(SCRIPTS)) return script;
    const file = source.slice(SCRIPTS.length).split("?")[0]!;
    requested.push(file);
    setTimeout(() => {
      const done = (runScript(file) ? script["onload"] : script["onerror"]) as ((event: object) => void) | undefined;
      done?.({});
    }, 0);
    return script;
  };
  // office.js finds its folder by the script element it came from.
  const own = scope.document.createElement("script");
  own["src"] = `${SCRIPTS}office.js`;
  append(own);
  if (!runScript("office.js")) throw new Error("office.js is not installed");
  const office = (globalThis as unknown as { Office: { onReady(): Promise<unknown> } }).Office;
  await Promise.race([office.onReady(), new Promise((_, reject) => setTimeout(() => reject(new Error("Office.onReady did not resolve in 10 s")), 10_000).unref())]);
  return {
    xdm,
    requested,
    open: (init) => {
      const host = hostOf(init);
      xdm.attach(host);
      return host;
    },
  };
}

/** Where Microsoft's files are. */
export function officeFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")), "dist");
}

function runScript(file: string): boolean {
  const path = join(officeFolder(), file);
  if (!existsSync(path)) return false;
  runInThisContext(readFileSync(path, "utf8"), { filename: path });
  return true;
}
