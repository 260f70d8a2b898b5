import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { utils, write } from "@e965/xlsx";
import { dumpOfXlsx } from "../excel-host/xlsx/book-file";
import type { SheetDump } from "../excel-host/workbook-init";
import { PARENT_TEXT, SMALL, smallLedger } from "../support/small-ledger";
import { packageFaults } from "../xlsx/package-faults";
import { folder, taizhang } from "./run-taizhang";

const place = folder();
const file = (name: string) => join(place, name);
const ledger = file("台账.xlsx");
const bytesOf = (path: string) => new Uint8Array(readFileSync(path));
const corpus = process.env["TAIZHANG_CORPUS"];
const seeds = corpus === undefined ? "" : join(corpus, "seeds");
const published = corpus === undefined ? [] : readdirSync(seeds).filter((name) => name.endsWith(".xlsx"));

interface Checked {
  readonly verdict: string;
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  readonly problems: readonly { readonly ruleId: string; readonly severity: string; readonly sheet: string; readonly row: number | null; readonly cell: string | null; readonly message: string; readonly fix: unknown; readonly suggestions: readonly unknown[] }[];
  readonly ignored: readonly unknown[];
  readonly notChecked: readonly { readonly ruleId: string; readonly reason: string }[];
  readonly fixed: readonly { readonly cell: string; readonly before: unknown; readonly after: unknown }[];
}

const SLIPS = (rows: (string | number | boolean | null)[][]) => {
  rows[2]![1] = "公开年度财政预算和决算信息,并对变动较大 的项目作出说明。";
  rows[2]![3] = "年底前";
  rows[4]![1] = "公布养老机构备案和等级评定结果\u200b，按季度更新名录。";
};

/** The user's own sheets. */
const own = (path: string): readonly SheetDump[] => dumpOfXlsx(bytesOf(path)).sheets.filter(({ name }) => name !== "检查情况表");

beforeAll(async () => writeFileSync(ledger, await smallLedger(SLIPS)));

describe("taizhang check", () => {
  it("prints the agreed JSON, on standard output alone, and tells by its status", async () => {
    const run = taizhang(["check", ledger, "--json", "--today", "2024-05-08"]);
    const value = run.json() as Checked;
    expect(Object.keys(value)).toEqual(["verdict", "counts", "problems", "ignored", "notChecked", "fixed"]);
    expect(run.status).toBe(value.counts.error > 0 ? 1 : 0);
    expect(value.problems.length).toBe(value.counts.error + value.counts.warning + value.counts.info);
    for (const problem of value.problems) expect(Object.keys(problem)).toEqual(["ruleId", "severity", "sheet", "row", "field", "cell", "message", "fix", "suggestions"]);
    expect(value.problems.find(({ ruleId }) => ruleId === "deadline-recognisable")).toMatchObject({ severity: "warning", sheet: "台账", row: 4, cell: "D4", field: "deadline" });
    expect(value.notChecked.map(({ reason }) => reason)).toContain("parent");
    const blocked = file("缺时限.xlsx");
    writeFileSync(blocked, await smallLedger());
    expect(taizhang(["check", blocked]).status).toBe(1);
  });

  it("says the same in Chinese: verdict, what was not checked, one line a problem", () => {
    const value = taizhang(["check", ledger, "--json", "--today", "2024-05-08"]).json() as Checked;
    const lines = taizhang(["check", ledger, "--today", "2024-05-08"]).out.trim().split("\n");
    expect(lines[0]).toMatch(/^(?:没有必改问题|必改 \d+ 处)/u);
    expect(lines[1]).toMatch(/^查了 \d+ 项，\d+ 项没查：.*没有选上级文件/u);
    expect(lines.length).toBe(2 + value.problems.length);
  });

  it("gives the same result twice, byte for byte", () => expect(taizhang(["check", ledger, "--json", "--today", "2024-05-08"]).out).toBe(taizhang(["check", ledger, "--json", "--today", "2024-05-08"]).out));

  it("does not touch the file it checks", () => {
    const before = bytesOf(ledger);
    taizhang(["check", ledger]);
    expect(bytesOf(ledger)).toEqual(before);
  });

  it("reads .csv and .xls and says that the result became .xlsx", () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(SMALL.map((row) => [...row])), "台账");
    const old = file("台账.xls");
    writeFileSync(old, write(book, { type: "buffer", bookType: "biff8" }) as Buffer);
    const run = taizhang(["check", old, "--report", "--out", file("旧格式.xlsx"), "--json"]);
    expect(run.messages).toContain("原文件不是 .xlsx");
    expect((run.json() as Checked).problems.map(({ ruleId }) => ruleId)).toContain("deadline-recognisable");
    expect(packageFaults(bytesOf(file("旧格式.xlsx")))).toEqual([]);
  });

  it("against a parent, with --as, checks more", () => {
    const parent = file("上级.csv");
    writeFileSync(parent, PARENT_TEXT.replaceAll("，", "；").replaceAll("\t", ","));
    const value = taizhang(["check", ledger, "--parent", parent, "--as", "省民政厅", "--json"]).json() as Checked;
    expect(value.notChecked.map(({ reason }) => reason)).not.toContain("parent");
    expect(value.notChecked.map(({ reason }) => reason)).not.toContain("unit");
  });

  it("--public runs the rules of publishing only", async () => {
    const open = file("公开.xlsx");
    writeFileSync(open, await smallLedger((rows) => void (rows[3]![4] = "13812345678")));
    const run = taizhang(["check", open, "--public", "--json"]);
    const value = run.json() as Checked;
    expect(run.status).toBe(1);
    expect(value.problems.filter(({ severity }) => severity === "error").map(({ ruleId, cell }) => [ruleId, cell])).toEqual([["mobile-number-withheld", "E4"]]);
    expect(run.out).not.toContain("13812345678的");
    expect(value.problems.map(({ message }) => message).join()).not.toContain("13812345678");
  });

  it("--profile publication runs them beside the others", async () => {
    const open = file("公开2.xlsx");
    writeFileSync(open, await smallLedger((rows) => void (rows[3]![4] = "13812345678")));
    const rules = (taizhang(["check", open, "--profile", "publication", "--json"]).json() as Checked).problems.map(({ ruleId }) => ruleId);
    expect(rules).toContain("mobile-number-withheld");
    expect(rules).toContain("deadline-recognisable");
  });
});

describe("taizhang check --fix safe --report --out, then undo", () => {
  const fixed = file("改好.xlsx");
  let value: Checked;

  beforeAll(() => {
    const run = taizhang(["check", ledger, "--fix", "safe", "--report", "--out", fixed, "--json", "--today", "2024-05-08"]);
    value = run.json() as Checked;
    expect(run.status).toBe(value.counts.error > 0 ? 1 : 0);
  });

  it("makes the sure changes, lists them and leaves the source alone", async () => {
    expect(value.fixed.length).toBeGreaterThan(0);
    for (const { before, after } of value.fixed) expect(before).not.toEqual(after);
    const cells = own(fixed)[0]!.cells;
    for (const { cell, after } of value.fixed) expect(cells[cell]?.value).toBe(after);
    expect(bytesOf(ledger)).toEqual(new Uint8Array(await smallLedger(SLIPS)));
  });

  it("writes a consistent package with the report in it", () => {
    expect(packageFaults(bytesOf(fixed))).toEqual([]);
    expect(dumpOfXlsx(bytesOf(fixed)).sheets.map(({ name }) => name)).toEqual(["台账", "检查情况表"]);
  });

  it("has the status and the result of the written file", () => {
    const run = taizhang(["check", fixed, "--json", "--today", "2024-05-08"]);
    const again = run.json() as Checked;
    expect(again.problems).toEqual(value.problems);
    expect(again.counts).toEqual(value.counts);
  });

  it("fixing again changes nothing more", () => {
    const twice = taizhang(["check", fixed, "--fix", "safe", "--out", file("再改.xlsx"), "--json", "--today", "2024-05-08"]).json() as Checked;
    expect(twice.fixed).toEqual([]);
    expect(own(file("再改.xlsx"))).toEqual(own(fixed));
  });

  it("undo puts back every cell, and says which", () => {
    const back = file("恢复.xlsx");
    const run = taizhang(["undo", fixed, "--all", "--out", back, "--json"]);
    expect(run.status).toBe(0);
    const { undone, refused } = run.json() as { undone: { cell: string; before: unknown; after: unknown }[]; refused: unknown[] };
    expect(refused).toEqual([]);
    expect(undone.map(({ cell }) => cell).sort()).toEqual(value.fixed.map(({ cell }) => cell).sort());
    expect(own(back)).toEqual(own(ledger));
    expect(packageFaults(bytesOf(back))).toEqual([]);
    expect(taizhang(["undo", back, "--out", file("没了.xlsx")]).status).toBe(2);
  });

  it("--force writes over, also over the file itself", () => {
    const copy = file("就地.xlsx");
    copyFileSync(ledger, copy);
    expect(taizhang(["check", copy, "--fix", "safe", "--out", copy]).status).toBe(2);
    expect([0, 1]).toContain(taizhang(["check", copy, "--fix", "safe", "--out", copy, "--force"]).status);
    expect(own(copy)).toEqual(own(fixed));
  });

  it.skipIf(!corpus).each(published.length > 0 ? published : ["none"])("%s", (name) => {
    const [source, out, back] = [join(seeds, name), file(`改好-${name}`), file(`恢复-${name}`)];
    const { fixed: changed } = taizhang(["check", source, "--fix", "safe", "--report", "--out", out, "--json"]).json() as Checked;
    expect(packageFaults(bytesOf(out))).toEqual(packageFaults(bytesOf(source)));
    const run = taizhang(["undo", out, "--all", "--out", back]);
    expect(run.status).toBe(changed.length > 0 ? 0 : 2);
    expect(own(changed.length > 0 ? back : out)).toEqual(own(source));
  });
});

describe("taizhang over a file with two sheets", () => {
  it("--sheet chooses, the report in front is never taken for the ledger", async () => {
    const two = file("两张.xlsx");
    const { newXlsx } = await import("../../src/xlsx/new-xlsx");
    const { gridOfValues } = await import("../../src/core/grid/sheet-grid");
    writeFileSync(two, await newXlsx([gridOfValues("说明", [["这是说明。"]]), gridOfValues("台账", SMALL.map((row) => [...row]))], 0));
    expect(taizhang(["check", two]).status).toBe(2);
    const run = taizhang(["check", two, "--sheet", "台账", "--report", "--out", file("两张报告.xlsx"), "--json"]);
    expect((run.json() as Checked).problems.every(({ sheet }) => sheet === "台账")).toBe(true);
    expect(taizhang(["check", file("两张报告.xlsx"), "--sheet", "台账", "--json"]).out).toBe(taizhang(["check", two, "--sheet", "台账", "--json"]).out);
  });
});
