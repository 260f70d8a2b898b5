import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { contentTypeOf } from "./mime-types.mjs";

/** What lies under assets/ for the makers of the site, not for its visitors. */
const NOT_SERVED = [/^assets\/delivery\//u, /^assets\/.*\.mjs$/u, /^screens\//u, /\.map$/u];

/** Without these there is no product; a build that lacks one is refused. */
const NEEDED = ["taskpane.html", "workbench.html", "index.html", "office/office.js", "office/excel-win32-16.01.js", "office/zh-cn/office_strings.js", "assets/icons/icon-32.png", "assets/guide/index.html", "assets/pages/too-old.html", "assets/pages/old-office.js", "assets/pages/self-check.html"];

/** A file's name carries its content's hash: it never changes, so it may be kept for ever. */
export const HASHED_NAME = /\.[0-9a-f]{8}\.[a-z0-9]+$/u;

/** Data files that come in numbers: where one of a folder is served right, the others are. */
const MANY_OF_A_KIND = [".bcmap", ".pfb", ".ttf", ".png", ".svg"];

/**
 * The files of a built site that are served, by their paths within it, sorted.
 *
 * @param {string} folder
 * @returns {Map<string, Buffer>}
 */
export function siteFiles(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => statSync(path.join(folder, name)).isFile() && !NOT_SERVED.some((pattern) => pattern.test(name)))
    .sort();
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`网站没有构建完整，缺 ${missing.join("、")}。`);
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name))]));
}

/**
 * What the self-check page asks for: every script, page, style and library, and one of each kind of the many small data
 * files, with the type and size it must come with.
 *
 * @param {Map<string, Buffer>} files
 * @param {string} version
 * @param {string} href
 */
export function fileList(files, version, href) {
  const seen = new Set();
  const listed = [...files].filter(([name]) => {
    const extension = path.extname(name);
    if (extension === "") return false;
    if (!MANY_OF_A_KIND.includes(extension)) return true;
    const kind = `${path.dirname(name)} ${extension}`;
    return !seen.has(kind) && seen.add(kind);
  });
  return { version, href, files: listed.map(([name, bytes]) => ({ path: name, type: contentTypeOf(path.extname(name)), bytes: bytes.length })) };
}
