import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { extractTasks } from "../../../src/core/parent/extract-tasks";
import type { DocumentBlock, ParentDocument } from "../../../src/core/parent/parent-document";
import { differencesFromGold, goldTasks, seedPath, SEEDS } from "../../support/gold";
import { gridOfText, loadGrids } from "../../support/load-grid";

/** Measured: 732 of 732 tasks right on all six fields, from .xlsx, .xls, .pasted.xlsx and .raw.tsv as blocks; other formats: tests/documents. */
describe.skipIf(!process.env.TAIZHANG_CORPUS)("published documents as parents", () => {
  for (const id of SEEDS) {
    for (const form of ["xlsx", "xls", "pasted.xlsx", "raw.tsv"]) {
      test.skipIf(!existsSync(seedPath(`${id}.${form}`)))(`${id}.${form}`, () => {
        expect(differencesFromGold(goldTasks(id), parentOf(id, form).tasks)).toEqual([]);
      });
    }
  }

  test("one document read from two formats has one fingerprint", () => {
    for (const id of SEEDS) expect(parentOf(id, "xls").fingerprint).toBe(parentOf(id, "xlsx").fingerprint);
    expect(parentOf("anhui-2021-division", "pasted.xlsx").fingerprint).toBe(parentOf("anhui-2021-division", "xlsx").fingerprint);
  });

  test("what was mended in reading is told", () => {
    expect(parentOf("anhui-civil-affairs-2021-ledger", "pasted.xlsx").notes).toContain("有3行被换页截断，已接到上一行。");
    expect(parentOf("anhui-2021-division", "pasted.xlsx").notes).toContain("有2项没有编号，按顺序推定为1、2。");
  });
});

function parentOf(id: string, form: string): ParentDocument {
  const path = seedPath(`${id}.${form}`);
  const grid = form === "raw.tsv" ? gridOfText("", readFileSync(path, "utf8")) : loadGrids(path)[0]!;
  const block: DocumentBlock = { kind: "table", sheet: grid.sheet, values: grid.values, texts: grid.texts, merges: grid.merges };
  const read = extractTasks([block]);
  if (!read.ok) throw new Error(`not read: ${read.error.code}`);
  return read.value;
}
