import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../src/core/rules";

const root = join(import.meta.dirname, "..");
const src = join(root, "src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => /\.tsx?$/u.test(file) && !file.endsWith(".d.ts"));

/** The whole architecture in one table. What is not named here (main.tsx, worker.ts) may import everything. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  strings: [],
  xlsx: ["core"],
  excel: ["core"],
  documents: ["core", "xlsx"],
  commands: ["core", "documents", "strings"],
  taskpane: ["commands", "core", "strings"],
  workbench: ["core", "strings", "xlsx", "documents", "commands", "taskpane"],
  cli: ["core", "strings", "xlsx", "documents", "commands"],
};

function layerOf(file: string): string {
  return file.includes("/") ? file.split("/")[0]! : file;
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), "utf8");
  return [...text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)["'](\.[^"']+)["']/gu)].map(([, path]) => relative(src, join(src, dirname(file), path!)).split(sep).join("/"));
}

describe("who may import whom", () => {
  const governed = files.filter((file) => MAY_IMPORT[layerOf(file)] !== undefined);
  it("governs every folder of src", () => {
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(folders.sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });
  it.each(governed)("%s", (file) => {
    const allowed = [layerOf(file), ...MAY_IMPORT[layerOf(file)]!];
    expect(importsOf(file).filter((path) => !allowed.includes(layerOf(path)))).toEqual([]);
  });
});

it("only src/excel speaks to Office", () => {
  const offenders = files.filter((file) => !file.startsWith("excel/") && /\b(?:Office|Excel|OfficeExtension)\.[a-zA-Z]/u.test(withoutComments(file)));
  expect(offenders).toEqual([]);
});

it("Excel.run is called in one place, and where handlers are taken off in the context they were made in", () => {
  expect(files.filter((file) => /\bExcel\.run\b/u.test(withoutComments(file)))).toEqual(["excel/run-excel.ts", "excel/watch.ts"]);
});

it("the words of the interface stand in strings, the words of a rule in the rule", () => {
  const offenders = files.filter((file) => /^(?:excel|commands|taskpane|workbench|cli|xlsx)\//u.test(file) && /["'`>][^"'`<]*\p{Script=Han}[^"'`<]*["'`<]/u.test(withoutComments(file)));
  // Data, not words: a sheet of the user's own workbook (责任分工), number formats, names of fonts, letters a guard looks for, levels of offices.
  const allowed = ["commands/fill-units.ts", "xlsx/built-in-formats.ts", "xlsx/date-format.ts", "xlsx/shown-text.ts", "xlsx/report-styles.ts", "xlsx/styles.ts", "excel/show-report.ts", "excel/text-guard.ts", "cli/jsonl.ts"];
  expect(offenders.filter((file) => !allowed.includes(file))).toEqual([]);
});

it("every rule is one file named after its id, is registered, and has its test", () => {
  const declaring = files.filter((file) => /^core\/rules\/[^/]+\.ts$/u.test(file) && /\bdefine(?:Row|Sheet)Rule\(\{/u.test(readFileSync(join(src, file), "utf8")) && file !== "core/rules/rule.ts");
  const ids = declaring.map((file) => basename(file, ".ts")).sort();
  expect(rules.map((rule) => rule.meta.id).sort()).toEqual(ids);
  const tests = readdirSync(join(root, "tests/core/rules")).map((file) => basename(file, ".test.ts"));
  expect(ids.filter((id) => !tests.includes(id))).toEqual([]);
});

it("the simulated Excel and src share no code", () => {
  const folder = join(root, "tests/excel-host");
  // browser/suite is no part of the host: it runs the contract suite of src inside the page.
  const own = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.[mc]?tsx?$/u.test(file) && !file.endsWith(".test.ts") && !file.split(sep).join("/").startsWith("browser/suite/"));
  expect(own.filter((file) => /from\s+["'][^"']*\/src\//u.test(readFileSync(join(folder, file), "utf8")))).toEqual([]);
});

function withoutComments(file: string): string {
  return readFileSync(join(src, file), "utf8").replace(/\/\*[\s\S]*?\*\//gu, "").replace(/(^|\s)\/\/.*$/gmu, "");
}
