import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser, Frame, Page } from "playwright-core";
import { launchBrowser } from "../../support/browser";
import type { Fault } from "../transport/faults";
import { officeFolder } from "../transport/start-office";
import type { WorkbookDump, WorkbookInit } from "../workbook-init";
import type { HostPage } from "./host-page";

/** The add-in's site and the page that plays Excel: same host name, as office.js demands, other port. Nothing is served over the network. */
const SITE = "https://sim.test";
const EXCEL = "https://sim.test:9443";

export interface SimulatedExcelOptions {
  /** The built site. Its office.js is taken when it has one, else that of the package. */
  readonly distDir: string;
  /** The workbook that is open: plain data, or an .xlsx file. */
  readonly workbook: WorkbookInit | Uint8Array;
  /** The browser's executable. */
  readonly browser: string;
  /** The add-in's page within the site. */
  readonly page?: string;
  readonly fileName?: string;
  /** Size of the pane; Excel's own is 320 pixels wide at least. */
  readonly pane?: { readonly width: number; readonly height: number };
  /** Headers of the site's answers, such as its Content-Security-Policy. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RecordedRequest {
  readonly url: string;
  /** HTTP status; "refused" for every other origin. */
  readonly status: number | "refused";
}

export interface SimulatedExcel {
  /** The page that plays Excel, the pane filling it: for screenshots and keys. */
  readonly page: Page;
  /** The add-in's own frame. */
  readonly frame: Frame;
  /** The workbook behind the add-in, as it is now. */
  dump(): Promise<WorkbookDump>;
  /** What is selected on the sheet in front: "台账!F7". */
  selection(): Promise<string>;
  /** The workbook as an .xlsx file. */
  bytes(): Promise<Uint8Array>;
  /** Presses a ribbon button by its function name; resolves when the add-in has called event.completed(). */
  invokeCommand(name: string): Promise<{ readonly completed: boolean }>;
  readonly user: {
    edit(sheet: string, address: string, value: string | number): Promise<void>;
    select(sheet: string, address: string): Promise<void>;
    activate(sheet: string): Promise<void>;
    insertRows(sheet: string, row: number, count: number): Promise<void>;
    deleteSheet(sheet: string): Promise<void>;
  };
  /** The request that comes `ahead` after now (1: the next one) fails, and as many more as `times`. */
  failRequest(ahead: number, fault: Fault, times?: number): Promise<void>;
  /** Round trips made so far. */
  roundTrips(): Promise<number>;
  /** Workbooks that the add-in opened beside this one, oldest first. */
  openedCopies(): Promise<readonly Uint8Array[]>;
  /** Calls of the shared runtime and other services, such as showing the pane. */
  services(): Promise<readonly string[]>;
  /** Every request of the page and the frame. */
  readonly requests: readonly RecordedRequest[];
  /** Errors on the console and uncaught ones, of both pages. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".css": "text/css", ".png": "image/png", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".wasm": "application/wasm", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };

/** Opens the built add-in, unmodified, in a frame of a page that plays Excel, in headless Chromium, with Microsoft's real office.js. */
export async function openInSimulatedExcel(options: SimulatedExcelOptions): Promise<SimulatedExcel> {
  const browser = await launchBrowser(options.browser);
  try {
    return await openIn(browser, options);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function openIn(browser: Browser, options: SimulatedExcelOptions): Promise<SimulatedExcel> {
  const { width, height } = options.pane ?? { width: 380, height: 800 };
  const context = await browser.newContext({ viewport: { width, height }, locale: "zh-CN", serviceWorkers: "block" });
  const requests: RecordedRequest[] = [];
  const errors: string[] = [];
  const script = await hostScript();
  await context.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.origin === EXCEL) {
      const body = url.pathname === "/host.js" ? script : '<!DOCTYPE html><meta charset="utf-8"><title>Excel</title><body><script src="/host.js"></script></body>';
      return route.fulfill({ status: url.pathname === "/favicon.ico" ? 404 : 200, contentType: url.pathname === "/host.js" ? "text/javascript" : "text/html", body });
    }
    const file = url.origin === SITE ? siteFile(options.distDir, decodeURIComponent(url.pathname)) : undefined;
    requests.push({ url: url.href, status: url.origin !== SITE ? "refused" : file === undefined ? 404 : 200 });
    if (url.origin !== SITE) return route.abort("blockedbyclient");
    if (file === undefined) return route.fulfill({ status: 404, body: "not found" });
    return route.fulfill({ status: 200, contentType: TYPES[extname(file)] ?? "application/octet-stream", headers: options.headers ?? {}, body: readFileSync(file) });
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(`${EXCEL}/`);
  await page.waitForFunction(() => "simulatedExcel" in window);
  const isBytes = options.workbook instanceof Uint8Array;
  const init: WorkbookInit = { ...(isBytes ? { sheets: [] } : (options.workbook)), ...(options.fileName === undefined ? {} : { fileName: options.fileName }) };
  const base64 = isBytes ? Buffer.from(options.workbook).toString("base64") : undefined;
  await page.evaluate(([one, file]) => window.simulatedExcel.open(one, file), [init, base64] as const);
  await page.evaluate((url) => window.simulatedExcel.show(url), `${SITE}/${options.page ?? "taskpane.html"}`);
  const element = await page.waitForSelector("iframe");
  const frame = await element.contentFrame();
  if (frame === null) throw new Error("the frame has no page");
  const act = (name: keyof HostPage["user"], args: readonly unknown[]) => page.evaluate(([one, list]) => (window.simulatedExcel.user[one] as (...all: readonly unknown[]) => void)(...list), [name, args] as const);
  return {
    page,
    frame,
    dump: () => page.evaluate(() => window.simulatedExcel.dump()),
    selection: () => page.evaluate(() => window.simulatedExcel.selection()),
    bytes: async () => new Uint8Array(Buffer.from(await page.evaluate(() => window.simulatedExcel.fileBytes()), "base64")),
    invokeCommand: (name) => page.evaluate((one) => window.simulatedExcel.invokeCommand(one), name),
    user: {
      edit: (...args) => act("edit", args),
      select: (...args) => act("select", args),
      activate: (...args) => act("activate", args),
      insertRows: (...args) => act("insertRows", args),
      deleteSheet: (...args) => act("deleteSheet", args),
    },
    failRequest: (ahead, fault, times = 1) => page.evaluate(([count, one, often]) => window.simulatedExcel.faults.at(window.simulatedExcel.faults.requests + count, one, often), [ahead, fault, times] as const),
    roundTrips: () => page.evaluate(() => window.simulatedExcel.roundTrips()),
    openedCopies: async () => (await page.evaluate(() => window.simulatedExcel.opened())).map((one) => new Uint8Array(Buffer.from(one, "base64"))),
    services: () => page.evaluate(() => window.simulatedExcel.services()),
    requests,
    errors,
    close: () => browser.close(),
  };
}

/** A file of the site; undefined when there is none. office.js may come from the package when the site lacks it. */
function siteFile(distDir: string, path: string): string | undefined {
  const inSite = join(distDir, normalize(path));
  const office = /\/office\/(.+)$/.exec(path)?.[1];
  const candidates = [inSite, ...(office === undefined ? [] : [join(officeFolder(), office)])];
  return candidates.find((file) => !relative(distDir, inSite).startsWith("..") && existsSync(file) && statSync(file).isFile());
}

let bundled: Promise<string> | undefined;

function hostScript(): Promise<string> {
  return (bundled ??= bundle(fileURLToPath(new URL("./host-page.ts", import.meta.url))));
}

/** A TypeScript entry as one script for the browser. */
export async function bundle(entry: string, alias: Readonly<Record<string, string>> = {}): Promise<string> {
  const result = await build({ entryPoints: [entry], bundle: true, write: false, format: "iife", target: "es2022", platform: "browser", logLevel: "silent", alias: { ...alias } });
  return result.outputFiles[0]!.text;
}
