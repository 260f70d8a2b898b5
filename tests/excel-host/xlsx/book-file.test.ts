import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ledgerInit } from "../../contract/workbook-contract";
import { bookOf } from "../model/book";
import { dumpBook } from "../model/dump";
import type { WorkbookInit } from "../workbook-init";
import { bookFrom, dumpOfXlsx, xlsxFromInit, xlsxOf } from "./book-file";

const full: WorkbookInit = {
  properties: { author: "张三", lastModifiedBy: "李四", company: "示例市政府办公室" },
  activeSheet: "二",
  customXml: ['<a xmlns="urn:x">甲&amp;</a>'],
  sheets: [
    { name: "一", visible: false, values: [["#REF!", true, "a&b<c>\r\n d ", 0.5, "=1"]], numberFormats: { D1: "0.00%", A2: "@" }, styles: { "A1:B2": { fill: "#FF0000", border: true, locked: false }, C1: { italic: true, fontName: "宋体", fontSize: 12, color: "#112233", horizontal: "Center", vertical: "Top" } } },
    {
      name: "二's",
      values: [["序号", "事项"], [1, "甲"], [2, "乙"]],
      filter: { area: "A1:B3", hides: [2] },
      hiddenColumns: ["D"],
      isProtected: true,
      comments: { A1: "批注<1>" },
      validations: [{ area: "B2:B3", options: ["是", "否"] }],
      conditionalFormats: [{ area: "A2:B3", formula: '=$A2>"1"', fill: "#FF0000", font: "#FFFFFF" }],
      page: { landscape: true, titleRows: { first: 0, last: 0 } },
    },
    { name: "二" },
  ],
};

describe("the simulated host's own .xlsx files", () => {
  it.each([["a ledger", ledgerInit], ["everything", full]] as const)("hold what was put in: %s", (_name, init) => {
    expect(dumpOfXlsx(xlsxFromInit(init))).toEqual(dumpBook(bookOf(init)));
  });

  it("keep the file's properties", () => {
    expect(bookFrom(xlsxFromInit(full)).properties).toMatchObject({ Author: "张三", LastAuthor: "李四", Company: "示例市政府办公室" });
  });
});

const corpus = process.env["TAIZHANG_CORPUS"];
describe.skipIf(corpus === undefined)("real files", () => {
  const folder = join(corpus ?? "", "seeds");
  const names = corpus === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith(".xlsx"));
  it.each(names)("%s is read, and the same after being written again", (name) => {
    const book = bookFrom(new Uint8Array(readFileSync(join(folder, name))));
    const dump = dumpBook(book);
    expect(dump.sheets.some((sheet) => Object.keys(sheet.cells).length > 0)).toBe(true);
    expect(dumpOfXlsx(xlsxOf(book))).toEqual(dump);
  });
});
