import { bookOf, type Book } from "../model/book";
import { dumpBook } from "../model/dump";
import type { WorkbookDump, WorkbookInit } from "../workbook-init";
import { readXlsx } from "./read-xlsx";
import { writeXlsx } from "./write-xlsx";

/** Opens an .xlsx file; fails by throwing on what is no workbook. */
export function bookFrom(bytes: Uint8Array, fileName = "工作簿1.xlsx"): Book {
  const book = readXlsx(bytes);
  book.fileName = fileName;
  return book;
}

/** The workbook as an .xlsx file. */
export function xlsxOf(book: Book): Uint8Array {
  return writeXlsx(book);
}

/** An .xlsx file made from plain data: for hosts that begin with bytes. */
export function xlsxFromInit(init: WorkbookInit): Uint8Array {
  return init.bytes ?? writeXlsx(bookOf(init));
}

/** What is in an .xlsx file, as plain data, read without any code of the product. */
export function dumpOfXlsx(bytes: Uint8Array): WorkbookDump {
  return dumpBook(readXlsx(bytes));
}
