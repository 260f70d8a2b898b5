import { readFileSync, readdirSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { CONTENT_SECURITY_POLICY } from "../../src/content-security-policy.mjs";
import { root } from "./made-site";

const pagesIn = (folder: string) => readdirSync(join(root, folder)).filter((name) => name.endsWith(".html")).map((name) => `${folder}/${name}`);
const pages = [...pagesIn("assets/pages"), ...pagesIn("assets/guide")];
const read = (name: string) => readFileSync(join(root, name), "utf8");

/** What a parser of ECMAScript 5 stops at; ESLint brings one. */
function newerThanES5(text: string): string[] {
  const messages = new Linter().verify(text, { languageOptions: { ecmaVersion: 5, sourceType: "script" } });
  return messages.filter(({ fatal }) => fatal).map(({ line, message }) => `${line}: ${message}`);
}

describe("scripts that Trident must understand are plain ES5", () => {
  it.each(["assets/pages/old-office.js", "assets/pages/too-old.js", "assets/pages/self-check.js", "assets/guide/guide.js"])("%s", (name) => expect(newerThanES5(read(name))).toEqual([]));
  it.each(["let a = 1;", "a?.b;", "a ?? b;", "(() => 1)();", "`a`;", "for (var x of y) {}", "var { a } = b;", "f(...a);", "function f(a = 1) {}", "/a/u;", "try {} catch {}", "2 ** 3;", "async function f() {}"])("the test itself sees %s", (text) => expect(newerThanES5(text)).not.toEqual([]));
  it("no method that Trident lacks where the old page runs", () => expect(read("assets/pages/too-old.js") + read("assets/pages/self-check.js")).not.toMatch(/\.(?:includes|startsWith|endsWith|append|forEach|find|remove|closest|padStart)\(|fetch\(|Promise|URLSearchParams|new URL\(|Object\.(?:entries|values|assign)/u));
});

describe("the first script of the pane", () => {
  const run = (documentMode: number | undefined, engine: object) => {
    const gone: string[] = [];
    const window = { location: { replace: (address: string) => gone.push(address) } };
    // The page's own globals are handed in; nothing else is reached.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a script of our own, run as the browser would
    const script = new Function("window", "document", "Object", "Array", read("assets/pages/old-office.js")) as (...globals: readonly object[]) => void;
    script(window, { documentMode }, engine, engine);
    return gone;
  };
  const modern = { hasOwn: () => true, prototype: { findLast: () => undefined } };
  it("leaves Trident for the page that says so", () => expect(run(11, modern)).toEqual(["assets/pages/too-old.html"]));
  it("leaves an old engine too", () => expect(run(undefined, { prototype: {} })).toEqual(["assets/pages/too-old.html"]));
  it("does nothing in a modern engine", () => expect(run(undefined, modern)).toEqual([]));
});

describe("the page for old Office", () => {
  it("reports to Office, and takes Microsoft's telemetry frame out of its library", () => {
    const link = { href: "https://intranet.test/workbench.html", textContent: "" };
    const endpoint = { loadProxyFrame: () => "a frame" as string | undefined };
    const window = { location: { search: "" }, OSF: { Logger: { ulsEndpoint: endpoint } }, Office: { initialize: null, onReady: (then: () => void) => then() } };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a script of our own, run as the browser would
    const script = new Function("window", "document", read("assets/pages/too-old.js")) as (...globals: readonly object[]) => void;
    script(window, { getElementById: () => link });
    expect(link.textContent).toBe(link.href);
    expect(window.Office.initialize).toBeTypeOf("function");
    expect(endpoint.loadProxyFrame()).toBeUndefined();
  });
});

describe("every page", () => {
  it.each(pages)("%s: carries the policy and runs no script of its own text", (name) => {
    const text = read(name);
    expect(text).toContain(`<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">`);
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+="|javascript:|<style/u);
    expect(text).toContain('<html lang="zh-CN">');
  });

  it.each(pages)("%s: every link resolves", (name) => {
    const broken = [...read(name).matchAll(/(?:href|src)="([^"]*)"/gu)].map(([, link]) => link!).filter((link) => {
      if (link === "data:,") return false;
      const [path = "", anchor] = link.split("#");
      const file = path === "" ? name : join(dirname(name), path).replaceAll("\\", "/");
      // What the build puts beside assets/.
      const isBuilt = ["workbench.html", "office/office.js", "assets/pages/recorder.js"].includes(file);
      if (isBuilt || link === "#") return false;
      return !existsSync(join(root, file)) || (anchor !== undefined && !new RegExp(`id="${anchor}"`, "u").test(read(file)));
    });
    expect(broken).toEqual([]);
  });

  it.each(pages)("%s: ids are not repeated, elements are closed", (name) => {
    const text = read(name);
    const ids = [...text.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const tag of ["p", "ul", "ol", "li", "table", "tr", "td", "th", "figure", "main", "h1", "h2", "h3", "b", "a"]) expect([tag, text.split(new RegExp(`<${tag}[\\s>]`, "u")).length]).toEqual([tag, text.split(`</${tag}>`).length]);
  });
});

describe("the guide", () => {
  it("each page is reached from each other one", () => {
    const guide = pagesIn("assets/guide");
    for (const page of guide) for (const other of guide) expect(read(page)).toContain(`href="${other.split("/").at(-1)!}"`);
  });
  it("names places for pictures once", () => {
    const places = pagesIn("assets/guide").flatMap((page) => [...read(page).matchAll(/data-picture="([^"]+)"/gu)].map(([, place]) => place!));
    expect(new Set(places).size).toBe(places.length);
    expect(places.every((place) => /^\d\d-[a-z-]+$/u.test(place))).toBe(true);
  });
});
