import { excelWorkbook } from "../../../../src/excel/excel-workbook";
import { workbookContract } from "../../../contract/workbook-contract";
import { conformance } from "../../conformance";
import { bookOf } from "../../model/book";
import { dumpBook } from "../../model/dump";
import { XdmHost } from "../../transport/xdm-host";
import { ExcelHost } from "../../types/host";
import type { WorkbookInit } from "../../workbook-init";
import { bookFrom, xlsxOf } from "../../xlsx/book-file";
import { runAll } from "./small-vitest";

/**
 * Runs the conformance and contract suites inside Chromium. Loaded twice from one origin: in the outer page it plays
 * Excel, in its frame it is an add-in with the real office.js; the two speak through real postMessage.
 */
declare global {
  interface Window {
    openBook(init: WorkbookInit): ExcelHost;
    suiteResult?: Awaited<ReturnType<typeof runAll>>;
  }
}

function playExcel(): void {
  const frame = document.createElement("iframe");
  const xdm = new XdmHost(new ExcelHost(bookOf({ sheets: [{ name: "Sheet1" }] })), { origin: location.origin, post: (text) => frame.contentWindow?.postMessage(text, location.origin), fileBytes: (host) => xlsxOf(host.book) });
  window.addEventListener("message", (event) => {
    if (event.source === frame.contentWindow && typeof event.data === "string") xdm.handle(event.data);
  });
  window.openBook = (init) => {
    const host = new ExcelHost(init.bytes === undefined ? bookOf(init) : bookFrom(init.bytes, init.fileName));
    xdm.attach(host);
    return host;
  };
  frame.name = xdm.windowName();
  frame.src = "/suite/addin.html";
  document.body.append(frame);
}

async function runSuites(): Promise<void> {
  await Office.onReady();
  const excel = window.parent;
  conformance((init) => excel.openBook(init));
  workbookContract("Excel in Chromium", (init) => {
    const host = excel.openBook(init);
    return Promise.resolve({
      workbook: excelWorkbook(),
      dump: () => Promise.resolve(structuredClone(dumpBook(host.book))),
      user: { edit: (sheet, address, value) => Promise.resolve(host.user.edit(sheet, address, value)), select: (sheet, address) => Promise.resolve(host.user.select(sheet, address)) },
      close: () => Promise.resolve(),
    });
  });
  excel.suiteResult = await runAll();
}

if (window.parent === window) playExcel();
else void runSuites();
