import { addressOf } from "../core/grid/address";
import type { CellComment } from "../core/grid/sheet-grid";
import type { Book, BookSheet } from "./book";
import { textElement } from "./shared-strings";
import { addSheetElement } from "./sheet-xml";
import { escapeAttribute, makeElement, parseXml } from "./xml-tree";

/** Adds old-style notes to a new sheet: the texts, and the boxes Excel draws them in (without which it drops them). */
export function addComments(book: Book, sheet: BookSheet, comments: readonly CellComment[]): void {
  if (comments.length === 0) return;
  const { package_ } = book;
  const path = package_.freePath("xl/comments", "xml");
  const root = parseXml(`<comments xmlns="${book.namespace}"><authors><author/></authors><commentList/></comments>`);
  const list = root.children.at(-1);
  if (typeof list === "object") list.children = comments.map((comment) => makeElement(root, "comment", { ref: addressOf(comment), authorId: 0 }, [makeElement(root, "text", {}, [textElement(root, comment.text)])]));
  package_.setTree(path, root);
  package_.setContentType(path, "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml");
  package_.relate(sheet.path, `${book.relationshipBase}/comments`, path);
  const drawing = package_.freePath("xl/drawings/vmlDrawing", "vml");
  package_.setText(drawing, boxes(comments));
  package_.setContentType(drawing, "application/vnd.openxmlformats-officedocument.vmlDrawing");
  const id = package_.relate(sheet.path, `${book.relationshipBase}/vmlDrawing`, drawing);
  sheet.xml.root.attributes.set("xmlns:r", book.relationshipBase);
  addSheetElement(sheet.xml, makeElement(sheet.xml.root, "legacyDrawing", { "r:id": id }));
}

function boxes(comments: readonly CellComment[]): string {
  const shapes = comments.map(({ row, column }, index) => {
    const anchor = [column + 1, 15, row, 2, column + 3, 15, row + 4, 2].join(", ");
    return (
      `<v:shape id="${escapeAttribute(`_x0000_s${1025 + index}`)}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>` +
      `<v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join("")}</xml>`
  );
}
