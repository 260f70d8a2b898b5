import type { DocumentBlock } from "../../core/parent/parent-document";
import type { DocumentNote } from "../document";
import { shownText } from "../text/tidy-text";
import type { ListCounter } from "../lists/list-counter";
import { plainStyle, type StyleFacts } from "./styles";
import { childOf, elementsOf, toggleOf, valueOf, type XmlElement } from "../bytes/xml";

/** What paragraphs need from the rest of the document, and where they note what they left out. */
export interface ParagraphContext {
  readonly styles: ReadonlyMap<string, StyleFacts>;
  readonly counter: ListCounter;
  readonly notes: Set<DocumentNote>;
}

/** A paragraph read: its own text, and the paragraphs of text boxes anchored in it. */
export interface ReadParagraph {
  readonly text: string;
  readonly heading: boolean;
  readonly boxes: readonly DocumentBlock[];
  /** Its end was deleted: in the accepted view the next paragraph goes on in the same line. */
  readonly runsOn: boolean;
}

interface Gathered {
  text: string;
  /** Half points of the largest run. */
  size: number;
  /** Numbers count only where the paragraph is not hidden as a whole. */
  hiddenOnly: boolean;
  readonly boxes: DocumentBlock[];
}

/** Official titles are 二号 (22 pt); the sizes from 小二 (18 pt) on, centred, are taken as headings. Source: GB/T 9704-2012, 7.3.1. */
const TITLE_HALF_POINTS = 36;

/** Reads a <w:p> element (ISO/IEC 29500-1, 17.3.1) in the accepted view: insertions in, deletions and hidden text out, automatic number written out. */
export function readParagraph(element: XmlElement, context: ParagraphContext): ReadParagraph {
  const properties = childOf(element, "pPr");
  const style = context.styles.get(valueOf(properties, "pStyle") ?? "") ?? plainStyle;
  const gathered: Gathered = { text: "", size: 0, hiddenOnly: true, boxes: [] };
  gather(element, style, context, gathered);
  const mark = childOf(properties, "rPr");
  const deletedMark = childOf(mark, "del") !== undefined || childOf(mark, "moveFrom") !== undefined;
  if (deletedMark) context.notes.add("tracked-changes-accepted");
  const allHidden = gathered.hiddenOnly && (toggleOf(mark, "vanish") ?? style.hidden);
  const gone = deletedMark && gathered.text === "";
  const number = allHidden || gone ? "" : numberOf(properties, style, context.counter);
  const text = shownText(number + gathered.text);
  const outline = valueOf(properties, "outlineLvl");
  const alignment = valueOf(properties, "jc");
  const centred = alignment === undefined ? style.centred : alignment === "center";
  const heading = text !== "" && ((outline !== undefined ? Number(outline) < 9 : style.heading) || (centred && gathered.size >= TITLE_HALF_POINTS));
  return { text, heading, boxes: gathered.boxes, runsOn: deletedMark };
}

function numberOf(properties: XmlElement | undefined, style: StyleFacts, counter: ListCounter): string {
  const own = childOf(properties, "numPr");
  const id = valueOf(own, "numId") ?? style.list?.id ?? null;
  if (id === null || id === "0") return "";
  return counter.next(id, Number(valueOf(own, "ilvl") ?? style.list?.level ?? 0) || 0);
}

function gather(element: XmlElement, style: StyleFacts, context: ParagraphContext, into: Gathered): void {
  for (const child of elementsOf(element)) {
    switch (child.name) {
      case "r":
      case "m:r":
        gatherRun(child, style, context, into);
        break;
      case "del":
      case "moveFrom":
        context.notes.add("tracked-changes-accepted");
        break;
      case "ins":
      case "moveTo":
        context.notes.add("tracked-changes-accepted");
        gather(child, style, context, into);
        break;
      case "pPr":
      case "rPr":
      case "sdtPr":
      case "m:rPr":
      case "rt":
        break;
      default:
        gather(child, style, context, into);
    }
  }
}

function gatherRun(run: XmlElement, paragraphStyle: StyleFacts, context: ParagraphContext, into: Gathered): void {
  const properties = childOf(run, "rPr");
  const runStyle = context.styles.get(valueOf(properties, "rStyle") ?? "") ?? plainStyle;
  const hidden = toggleOf(properties, "vanish") ?? (runStyle.hidden || paragraphStyle.hidden);
  const before = into.text.length;
  gatherRunContent(run, context, into);
  if (hidden && into.text.length > before) {
    into.text = into.text.slice(0, before);
    context.notes.add("hidden-text-left-out");
  } else if (into.text.length > before) {
    into.hiddenOnly = false;
    into.size = Math.max(into.size, Number(valueOf(properties, "sz") ?? runStyle.size ?? paragraphStyle.size ?? 0) || 0);
  }
}

function gatherRunContent(run: XmlElement, context: ParagraphContext, into: Gathered): void {
  for (const child of elementsOf(run)) {
    switch (child.name) {
      case "t":
      case "m:t":
        into.text += child.children.filter((part) => typeof part === "string").join("");
        break;
      case "tab":
      case "ptab":
        into.text += "\t";
        break;
      case "br":
        // A page or column break inside a paragraph is no line break of the text.
        if ((child.attributes.get("type") ?? "textWrapping") === "textWrapping") into.text += "\n";
        break;
      case "cr":
        into.text += "\n";
        break;
      case "noBreakHyphen":
        into.text += "-";
        break;
      case "ruby":
        gather(childOf(child, "rubyBase") ?? child, plainStyle, context, into);
        break;
      case "mc:AlternateContent": {
        const choice = childOf(child, "mc:Choice") ?? childOf(child, "mc:Fallback");
        if (choice !== undefined) gatherRunContent(choice, context, into);
        break;
      }
      case "txbxContent":
        gatherBox(child, context, into);
        break;
      case "rPr":
      case "delText":
      case "instrText":
        break;
      default:
        gatherRunContent(child, context, into);
    }
  }
}

/** The paragraphs of a text box, as blocks of their own; a table in a box gives the text of its cells. */
function gatherBox(box: XmlElement, context: ParagraphContext, into: Gathered): void {
  for (const child of elementsOf(box)) {
    if (child.name === "p") {
      const { text, heading, boxes } = readParagraph(child, context);
      if (text !== "") into.boxes.push({ kind: "paragraph", text, heading });
      into.boxes.push(...boxes);
    } else {
      gatherBox(child, context, into);
    }
  }
}
