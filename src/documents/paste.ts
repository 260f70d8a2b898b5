import type { DocumentBlock } from "../core/parent/parent-document";
import { err, ok, type Result } from "../core/result";
import type { DocumentFailure } from "./document";
import { blocksOfHtml } from "./html/read-html";
import { failureOf } from "./refuse";
import { blocksOfText } from "./text/read-text";

/** What a clipboard holds: the plain text, and the HTML that Word, WPS, Excel and browsers put beside it. */
export interface Paste {
  readonly html?: string;
  readonly text: string;
}

/**
 * The blocks of a pasted piece. The HTML knows merged cells and is preferred where it holds a table; else the plain text
 * where that does, else whatever there is. Fails with "empty" when nothing is readable and "too-large" beyond the limits.
 */
export function blocksOfPaste(paste: Paste): Result<readonly DocumentBlock[], DocumentFailure> {
  try {
    const marked = paste.html === undefined ? [] : blocksOfHtml(fragmentOf(paste.html), new Set());
    const plain = marked.some(isTable) ? [] : blocksOfText(paste.text);
    const blocks = plain.some(isTable) || marked.length === 0 ? plain : marked;
    return blocks.length === 0 ? err({ code: "empty", detail: "nothing readable on the clipboard" }) : ok(blocks);
  } catch (thrown) {
    return err(failureOf(thrown));
  }
}

function isTable(block: DocumentBlock): boolean {
  return block.kind === "table";
}

/** The part that was selected: Windows puts the whole page around it, between comments. */
function fragmentOf(html: string): string {
  const start = /<!--\s*StartFragment\s*-->/iu.exec(html);
  const end = /<!--\s*EndFragment\s*-->/iu.exec(html);
  if (start === null) return html;
  const fragment = html.slice(start.index + start[0].length, end === null ? html.length : end.index);
  // Excel marks the fragment inside the table: the rows come without it.
  return /<tr[\s>]/iu.test(fragment) && !/<table[\s>]/iu.test(fragment) ? `<table>${fragment}</table>` : fragment;
}
