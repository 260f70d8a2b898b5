import type { CellComment } from "../core/grid/sheet-grid";
import { cellKey, cellOfAddress } from "../core/grid/address";
import type { Book, BookSheet } from "./book";
import { textOfRun } from "./shared-strings";
import { elementsOf, firstElement, textOf } from "./xml-tree";

/**
 * Old-style notes and threaded comments of a sheet, in the order of their cells. Excel stores a note with every thread,
 * for older programs; where a cell has both, the thread is the comment, its answers on lines of their own.
 */
export function commentsOf(book: Book, sheet: BookSheet): CellComment[] {
  const found = new Map<number, CellComment>();
  for (const path of book.partsOf(sheet, "comments")) {
    const list = firstElement(book.package_.tree(path), "commentList");
    for (const comment of list === undefined ? [] : elementsOf(list, "comment")) {
      const text = firstElement(comment, "text");
      put(found, comment.attributes.get("ref"), text === undefined ? "" : textOfRun(text));
    }
  }
  const threads = new Map<number, CellComment>();
  for (const path of book.partsOf(sheet, "threadedComment")) {
    for (const comment of elementsOf(book.package_.tree(path)!, "threadedComment")) {
      const text = textOf(firstElement(comment, "text"));
      const earlier = placeOf(comment.attributes.get("ref"));
      const before = earlier === undefined ? undefined : threads.get(cellKey(earlier.row, earlier.column));
      put(threads, comment.attributes.get("ref"), before === undefined ? text : `${before.text}\n${text}`);
    }
  }
  return [...new Map([...found, ...threads])].sort(([a], [b]) => a - b).map(([, comment]) => comment);
}

function put(comments: Map<number, CellComment>, ref: string | undefined, text: string): void {
  const place = placeOf(ref);
  if (place !== undefined) comments.set(cellKey(place.row, place.column), { ...place, text });
}

function placeOf(ref: string | undefined): { row: number; column: number } | undefined {
  return cellOfAddress(ref ?? "");
}
