import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gridOfValues, type CellValue, type SheetGrid } from "../../../src/core/grid/sheet-grid";
import { FIELDS } from "../../../src/core/ledger/fields";
import type { Ledger } from "../../../src/core/ledger/ledger";
import { readLedger } from "../../../src/core/ledger/read-ledger";
import { tidySheet, tidySheetName } from "../../../src/core/report/tidy-sheet";
import { labelOf } from "../../../src/core/rules/cell-words";
import { openXlsx } from "../../../src/xlsx/xlsx-workbook";

function read(grid: SheetGrid): Ledger {
  const ledger = readLedger({ grid });
  if (!ledger.ok) throw new Error(ledger.error.code);
  return ledger.value;
}

/** What each item says, without where it says it. */
function said(ledger: Ledger): Record<string, string>[] {
  return ledger.rows.map((row) => Object.fromEntries(FIELDS.flatMap((field) => (row.cells[field] ? [[field, row.cells[field].text]] : []))));
}

function tidied(ledger: Ledger): Ledger {
  const sheet = tidySheet(ledger, (field) => labelOf({ ledger }, field), "整理");
  return read(gridOfValues("整理", sheet.rows.map((row) => row.map(({ value }) => value)), sheet.merges));
}

const H = ["工作任务", null, "序号", "具体要求", "责任单位", "完成时限"];
const PASTED: readonly (readonly CellValue[])[] = [
  ["某市2024年政务公开工作任务分工", null, null, null, null, null],
  H,
  ["一、主动公开", "（一）公开预算", "1", "公开年度财政预算和决算信息，说明增减变化情况。", "市财政局牵头", "年底前"],
  [null, null, "2", "惠民补贴发放结果公开到村，并与村务公开", "市财政局牵头，市农业农", "持续推进"],
  H,
  [null, null, null, "栏同步更新。", "村局配合", null],
  [null, "（二）公开民生", "3", "动态更新办事服务事项清单，逐项列明材料。", "市人力资源社会保障局", "9月底前"],
  ["二、政策解读", "（一）提高质量", "4", "解读材料与文件同步起草、同步发布。", "各部门", "全年"],
];

describe("整理到新表", () => {
  it("gives one header, whole rows and merged headings, and says the same", () => {
    const ledger = read(gridOfValues("台账", PASTED));
    const tidy = tidied(ledger);
    expect(said(tidy)).toEqual(said(ledger));
    expect(tidy.title).toBe("某市2024年政务公开工作任务分工");
    expect(tidy.damage).toEqual([]);
    expect(tidy.blocks).toHaveLength(1);
  });

  it("takes a name that is free, within Excel's 31 characters", () => {
    expect(tidySheetName("台账", [])).toBe("台账（整理）");
    expect(tidySheetName("台账", ["台账（整理）"])).toBe("台账（整理2）");
    expect(tidySheetName("长".repeat(31), [])).toHaveLength(31);
  });
});

const corpus = process.env["TAIZHANG_CORPUS"];
describe.skipIf(!corpus)("整理到新表, real pasted sheets", () => {
  const seeds = join(corpus ?? "", "seeds");
  const files = corpus ? readdirSync(seeds).filter((file) => file.endsWith(".pasted.xlsx")) : [];
  it.each(files)("%s says the same and has no damage left", async (file) => {
    const opened = await openXlsx(new Uint8Array(readFileSync(join(seeds, file))), file);
    if (!opened.ok) throw new Error(opened.error.code);
    const grid = await opened.value.readSheet();
    if (!grid.ok) throw new Error(grid.error.code);
    const ledger = read(grid.value);
    const tidy = tidied(ledger);
    expect(said(tidy)).toEqual(said(ledger));
    expect(tidy.damage.filter(({ kind }) => kind !== "several-items" && kind !== "split-heading")).toEqual([]);
  });
});
