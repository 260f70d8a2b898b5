import { itemNotFound } from "../engine/errors";
import { collection, hostObject, read, type ObjectType } from "../engine/object-type";
import { sameBox } from "../model/address";
import type { Comment, Sheet } from "../model/sheet";
import type { ExcelHost } from "./host";

export function makeCommentTypes(host: ExcelHost) {
  const sheetOf = (comment: Comment): Sheet => {
    const sheet = host.book.sheets.find((one) => one.comments.includes(comment));
    if (sheet === undefined) throw itemNotFound();
    return sheet;
  };

  const comment: ObjectType<Comment> = {
    name: "Comment",
    id: (one) => ({ Id: one.id }),
    properties: { Id: read((one) => one.id), Content: { get: (one) => one.text, set: (one, value) => void (one.text = String(value)) }, AuthorName: read((one) => one.author), Resolved: read(() => false) },
    methods: {
      GetLocation: (one) => host.range(sheetOf(one), one.place),
      Delete: (one) => {
        const sheet = sheetOf(one);
        sheet.comments = sheet.comments.filter((other) => other !== one);
        return null;
      },
    },
  };

  /** null stands for the workbook's own collection. */
  const commentCollection = collection<Sheet | null, Comment>({
    name: "CommentCollection",
    itemType: comment,
    list: (sheet) => (sheet === null ? host.book.sheets.flatMap((one) => one.comments) : sheet.comments),
    matches: (one, key) => one.id.toLowerCase() === key.toLowerCase(),
    notFound: itemNotFound,
    methods: {
      GetItemByCell: (sheet, [cell]) => {
        const range = host.rangeOf(cell, sheet ?? host.book.active);
        const found = range.sheet.comments.find((one) => sameBox(one.place, range.box));
        if (found === undefined) throw itemNotFound();
        return hostObject(comment, found);
      },
    },
  });

  return { comment, commentCollection };
}
