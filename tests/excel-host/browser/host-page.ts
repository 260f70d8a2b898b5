import { formatAddress } from "../model/address";
import { bookOf } from "../model/book";
import { dumpBook } from "../model/dump";
import { XdmHost } from "../transport/xdm-host";
import { ExcelHost } from "../types/host";
import type { WorkbookInit } from "../workbook-init";
import { bookFrom, xlsxOf } from "../xlsx/book-file";

/** What the page that plays Excel offers to the test, as `window.simulatedExcel`. Plain data in and out. */
export interface HostPage {
  /** Puts a workbook behind the add-in; bytes come as base64. */
  open(init: WorkbookInit, base64?: string): void;
  /** Loads the add-in's page into the frame. */
  show(url: string): void;
  dump(): ReturnType<typeof dumpBook>;
  /** What is selected on the sheet in front: "台账!F7". */
  selection(): string;
  user: ExcelHost["user"];
  invokeCommand(name: string): Promise<{ readonly completed: boolean }>;
  faults: XdmHost["faults"];
  /** Round trips that the client has made, its own housekeeping left out. */
  roundTrips(): number;
  /** Workbooks that the add-in has opened beside this one, as base64. */
  opened(): readonly string[];
  /** Services that the add-in has called (showAsTaskpane and the like). */
  services(): readonly string[];
  fileBytes(): string;
}

declare global {
  interface Window {
    simulatedExcel: HostPage;
  }
}

const frame = document.createElement("iframe");
// As Excel on the web frames an add-in.
frame.sandbox.add("allow-scripts", "allow-same-origin", "allow-forms", "allow-popups", "allow-popups-to-escape-sandbox", "allow-downloads");
frame.style.cssText = "border:0;position:absolute;inset:0;width:100%;height:100%";
const query = new URLSearchParams(location.search);
let addinOrigin = "";

const xdm = new XdmHost(new ExcelHost(bookOf({ sheets: [{ name: "Sheet1" }] })), {
  origin: location.origin,
  locale: query.get("locale") ?? "zh-CN",
  post: (text) => frame.contentWindow?.postMessage(text, addinOrigin),
  fileBytes: (host) => xlsxOf(host.book),
});
window.addEventListener("message", (event) => {
  if (event.source === frame.contentWindow && event.origin === addinOrigin && typeof event.data === "string") xdm.handle(event.data);
});

window.simulatedExcel = {
  open: (init, base64) => {
    const book = base64 === undefined ? bookOf(init) : bookFrom(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)), init.fileName);
    xdm.attach(new ExcelHost(book));
  },
  show: (url) => {
    addinOrigin = new URL(url).origin;
    frame.name = xdm.windowName();
    frame.src = url;
    document.body.append(frame);
  },
  dump: () => dumpBook(xdm.host.book),
  selection: () => `${xdm.host.book.active.name}!${formatAddress(xdm.host.book.active.selection)}`,
  get user() {
    return xdm.host.user;
  },
  invokeCommand: (name) => xdm.invokeCommand(name),
  faults: xdm.faults,
  roundTrips: () => xdm.faults.requests,
  opened: () => xdm.host.book.opened,
  services: () => xdm.host.serviceCalls.map(({ service, call }) => `${service}.${call}`),
  fileBytes: () => btoa([...xlsxOf(xdm.host.book)].map((byte) => String.fromCharCode(byte)).join("")),
};
