import type { Edit, EditRefusal } from "../core/edits/edit";
import type { EditOutcome } from "../core/workbook";
import type { Book, BookSheet } from "./book";
import { deleteColumns, insertColumns } from "./edit-columns";
import { setCell } from "./edit-cell";
import { EditRefused } from "./edit-refused";
import { deleteRows, insertRows } from "./edit-rows";
import { merge, setConditionalFormat, setValidation, unmerge } from "./edit-rules";

/**
 * Applies edits in order; each is refused whole or written whole. Nothing of the file is seen from outside before this
 * returns, so the journal's parts are stored "before" or "after" the edits when both are there or neither is: when `keep`
 * throws, what was written is taken back.
 */
export function applyEdits(book: Book, edits: readonly Edit[], keep: (inverses: readonly Edit[], written: readonly Edit[]) => void): EditOutcome {
  const written: Edit[] = [];
  const inverses: Edit[] = [];
  const skipped: { edit: Edit; reason: EditRefusal }[] = [];
  for (const edit of edits) {
    try {
      inverses.unshift(applyEdit(book, edit));
      written.push(edit);
    } catch (error) {
      if (!(error instanceof EditRefused)) throw error;
      skipped.push({ edit, reason: error.reason });
    }
  }
  if (written.length > 0) {
    try {
      keep(inverses, written);
    } catch (error) {
      for (const inverse of inverses) applyEdit(book, inverse);
      throw error;
    }
    recalculateOnOpening(book);
  }
  return { written, inverses, skipped };
}

function applyEdit(book: Book, edit: Edit): Edit {
  const sheet: BookSheet | undefined = book.sheets.find(({ name }) => name === edit.sheet);
  if (sheet === undefined) throw new EditRefused("sheet-missing");
  switch (edit.kind) {
    case "setCell":
      return setCell(book, sheet, edit);
    case "insertRows":
      return insertRows(book, sheet, edit);
    case "deleteRows":
      return deleteRows(book, sheet, edit);
    case "insertColumns":
      return insertColumns(book, sheet, edit);
    case "deleteColumns":
      return deleteColumns(book, sheet, edit);
    case "merge":
      return merge(book, sheet, edit);
    case "unmerge":
      return unmerge(sheet, edit);
    case "setValidation":
      return setValidation(sheet, edit);
    case "setConditionalFormat":
      return setConditionalFormat(book, sheet, edit);
  }
}

/** Stored results of formulas may no longer be right: Excel is asked to work them out when it opens the file. */
function recalculateOnOpening(book: Book): void {
  if (book.asksForCalculation() || !book.sheets.some((sheet) => sheet.xml.rows.some((row) => row.cells.some((cell) => cell.formula !== null)))) return;
  book.askForCalculation();
}
