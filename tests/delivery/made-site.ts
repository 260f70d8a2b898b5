import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const root = join(import.meta.dirname, "../..");

/** A small site as a build leaves it: the real assets, made-up scripts, and things that are not to be served. */
export function madeSite(): string {
  const site = join(mkdtempSync(join(tmpdir(), "taizhang-site-")), "site");
  cpSync(join(root, "assets"), join(site, "assets"), { recursive: true });
  const files = {
    "index.html": "<!doctype html>",
    "taskpane.html": "<!doctype html>",
    "workbench.html": "<!doctype html>",
    "taskpane.0123abcd.js": "/* pane */",
    "taskpane.0123abcd.js.map": "{}",
    "page.89abcdef.css": "",
    "office/office.js": "/* office */",
    "office/excel-win32-16.01.js": "/* excel */",
    "office/zh-cn/office_strings.js": "/* words */",
    "pdf/cmaps/A.bcmap": "a",
    "pdf/cmaps/B.bcmap": "b",
    "pdf/wasm/openjpeg.wasm": "w",
    "pdf/wasm/LICENSE_OPENJPEG": "licence",
    "screens/pane.png": "",
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), text);
  }
  return site;
}
