import { withoutEntities } from "./entities";

/** One piece of a page: a tag or a run of text. Comments, scripts and styles never come out. */
export type HtmlToken =
  | { readonly kind: "open"; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

/** Elements whose content is no markup; it is passed over. */
const rawElements = new Set(["script", "style", "textarea", "title", "xml", "noscript", "template", "iframe", "svg", "math", "object", "select"]);

/**
 * The tokens of an HTML text, in one pass and in linear time whatever it contains. Tag and attribute names are in lower
 * case. Nothing is executed, fetched or given to a browser.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    const end = open < 0 ? html.length : open;
    if (end > at) yield { kind: "text", text: withoutEntities(html.slice(at, end)) };
    if (open < 0) return;
    const next = html[open + 1] ?? "";
    if (html.startsWith("<!--", open)) {
      at = past(html, "-->", open + 4);
    } else if (next === "!" || next === "?") {
      at = past(html, ">", open + 2);
    } else if (next === "/" || /[A-Za-z]/u.test(next)) {
      const closing = next === "/";
      const tag = readTag(html, open + (closing ? 2 : 1));
      at = tag.end;
      if (tag.name === "") continue;
      if (closing) {
        yield { kind: "close", name: tag.name };
      } else {
        yield { kind: "open", name: tag.name, attributes: tag.attributes };
        if (rawElements.has(tag.name) && !tag.selfClosing) at = pastElement(html, tag.name, at);
      }
    } else {
      yield { kind: "text", text: "<" };
      at = open + 1;
    }
  }
}

function past(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function pastElement(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}[\\s>/]`, "giu");
  pattern.lastIndex = from;
  const found = pattern.exec(html);
  return found === null ? html.length : past(html, ">", found.index);
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly selfClosing: boolean;
  readonly end: number;
}

const blank = /\s/u;

function readTag(html: string, from: number): Tag {
  let at = from;
  while (at < html.length && !/[\s/>]/u.test(html[at] ?? ">")) at++;
  const name = html.slice(from, Math.min(at, from + 60)).toLowerCase();
  const attributes = new Map<string, string>();
  let selfClosing = false;
  while (at < html.length && html[at] !== ">") {
    const sign = html[at] ?? "";
    if (blank.test(sign)) {
      at++;
    } else if (sign === "/") {
      selfClosing = html[at + 1] === ">";
      at++;
    } else {
      at = readAttribute(html, at, attributes);
    }
  }
  return { name, attributes, selfClosing, end: Math.min(at + 1, html.length) };
}

function readAttribute(html: string, from: number, into: Map<string, string>): number {
  let at = from + 1;
  while (at < html.length && !/[\s/>=]/u.test(html[at] ?? ">")) at++;
  const name = html.slice(from, at).toLowerCase();
  while (blank.test(html[at] ?? "")) at++;
  if (html[at] !== "=") {
    if (!into.has(name)) into.set(name, "");
    return at;
  }
  at++;
  while (blank.test(html[at] ?? "")) at++;
  const quote = html[at];
  let value: string;
  if (quote === '"' || quote === "'") {
    const close = html.indexOf(quote, at + 1);
    value = html.slice(at + 1, close < 0 ? html.length : close);
    at = close < 0 ? html.length : close + 1;
  } else {
    const start = at;
    while (at < html.length && !/[\s>]/u.test(html[at] ?? ">")) at++;
    value = html.slice(start, at);
  }
  if (!into.has(name)) into.set(name, withoutEntities(value));
  return at;
}
