import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Edit } from "../../src/core/edits/edit";
import { openXlsx } from "../../src/xlsx/xlsx-workbook";
import { valueOf } from "../contract/workbook-contract";
import { dumpOfXlsx } from "../excel-host/xlsx/book-file";
import { packageFaults } from "./package-faults";

const corpus = process.env["TAIZHANG_CORPUS"];
const seeds = corpus === undefined ? "" : join(corpus, "seeds");
const files = corpus === undefined ? [] : readdirSync(seeds).filter((name) => name.endsWith(".xlsx"));

describe.skipIf(!corpus)("published ledgers and divisions", () => {
  it.each(files.length > 0 ? files : ["none"])("%s: reading changes nothing; every cell changed, rows taken out and put in, and all taken back, gives the identical workbook", async (name) => {
    const bytes = new Uint8Array(readFileSync(join(seeds, name)));
    const opened = await openXlsx(bytes, name);
    if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.detail}`);
    const workbook = opened.value;
    const grid = valueOf(await workbook.readSheet());
    expect(grid.values.length).toBeGreaterThan(5);
    expect(unzipSync(await workbook.save())).toEqual(unzipSync(bytes));
    const before = dumpOfXlsx(bytes);
    const { sheet } = grid;
    const cells = grid.values.flatMap((values, row) => values.flatMap((value, column): Edit[] => (value === null ? [] : [{ kind: "setCell", sheet, at: { row, column }, before: value, after: `改${row}` }])));
    const structure: Edit[] = [
      { kind: "insertRows", sheet, row: 4, count: 2, values: [] },
      { kind: "insertColumns", sheet, column: 1, count: 1, likeColumn: 0 },
    ];
    const outcome = valueOf(await workbook.applyEdits([...cells, ...structure]));
    expect(outcome.skipped).toEqual([]);
    const rows = valueOf(await workbook.readSheet());
    const deleted = valueOf(await workbook.applyEdits([{ kind: "deleteRows", sheet, row: rows.values.length - 2, count: 2, before: rows.values.slice(-2) }]));
    const changed = await workbook.save();
    expect(packageFaults(changed)).toEqual(packageFaults(bytes));
    const again = await openXlsx(changed, name);
    if (!again.ok) throw new Error(again.error.detail);
    expect(valueOf(await again.value.applyEdits([...deleted.inverses, ...outcome.inverses])).skipped).toEqual([]);
    expect(dumpOfXlsx(await again.value.save())).toEqual(before);
  });
});
