import { beforeEach, describe, expect, it } from "vitest";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { losesRows } from "../../src/excel/formula-references";
import { officeReady, officeVersions } from "../../src/excel/office-ready";
import { bindRibbon } from "../../src/excel/ribbon";
import { areaOfAddress } from "../../src/excel/select";
import { assignable } from "../../src/excel/text-guard";
import type { WorkbookChange } from "../../src/core/workbook";
import { ledgerInit, valueOf } from "../contract/workbook-contract";
import { dumpOfXlsx } from "../excel-host/xlsx/book-file";
import { startOffice } from "../excel-host/transport/start-office";

const office = await startOffice();
const soon = () => new Promise((resolve) => setTimeout(resolve, 40));
beforeEach(() => void office.open(ledgerInit));

describe("Office", () => {
  it("is ready in Excel, with its versions", async () => {
    expect(await officeReady()).toEqual({ kind: "ready", locale: "zh-CN" });
    expect(officeVersions()).toMatchObject({ excelApi: "1.15" });
  });

  it("is told that a ribbon command is done, also when the command fails", async () => {
    const host = office.open(ledgerInit);
    const ran: string[] = [];
    bindRibbon(["goodCommand"], (name) => Promise.resolve(ran.push(name)));
    expect(await office.xdm.invokeCommand("goodCommand")).toEqual({ completed: true });
    expect(ran).toEqual(["goodCommand"]);
    expect(host.serviceCalls.some(({ service }) => service.includes("AppRuntime"))).toBe(true);
  });
});

describe("a sheet with something far off", () => {
  const far = { sheets: [{ ...ledgerInit.sheets[0]!, formulas: { ...ledgerInit.sheets[0]!.formulas, B1048576: "=0", XFD4: "=0" } }] };

  it("is read in few round trips", async () => {
    office.open(far);
    const workbook = excelWorkbook();
    expect(valueOf(await workbook.readSheet("台账")).values.length).toBe(6);
    // The blocks are small at first: nothing is known yet of what stands in 256 columns.
    expect(workbook.roundTrips()).toBeLessThanOrEqual(6);
  });

  it("keeps its rows: what stands in them far off, and what names them, is not known", async () => {
    office.open(far);
    const [, , , row] = ledgerInit.sheets[0]!.values!;
    const outcome = valueOf(await excelWorkbook().applyEdits([{ kind: "deleteRows", sheet: "台账", row: 3, count: 1, before: [row!] }]));
    expect(outcome.skipped.map(({ reason }) => reason)).toEqual(["not-restorable"]);
  });
});

describe("the selection", () => {
  it("of several areas is what they span", async () => {
    const host = office.open(ledgerInit);
    host.user.select("台账", "D5", "A3:B3", "C6");
    expect(valueOf(await excelWorkbook().readSelection())).toEqual({ sheet: "台账", top: 2, left: 0, bottom: 5, right: 3 });
  });
});

describe("the file's bytes", () => {
  it("come whole when they take several slices", async () => {
    // Text that does not compress: the file must be larger than a slice of one megabyte.
    let seed = 1;
    const noise = () => Array.from({ length: 2_000 }, () => String.fromCodePoint(0x4e00 + ((seed = (seed * 48_271) % 2_147_483_647) % 20_000))).join("");
    office.open({ sheets: [{ name: "大表", values: Array.from({ length: 400 }, () => [noise()]) }] });
    const before = office.xdm.host.book.sheet("大表").cell(399, 0)?.value;
    const bytes = valueOf(await excelWorkbook().readBytes());
    expect(bytes.length).toBeGreaterThan(1_100_000);
    expect(dumpOfXlsx(bytes).sheets[0]?.cells["A400"]?.value).toBe(before);
  });

  it("open as a workbook of their own", async () => {
    const host = office.open(ledgerInit);
    valueOf(await excelWorkbook().openCopy(new Uint8Array([80, 75, 3, 4, 255]), "副本.xlsx"));
    expect(host.book.opened).toEqual([Buffer.from([80, 75, 3, 4, 255]).toString("base64")]);
  });
});

describe("watching", () => {
  it("tells inserted rows as a change of structure, and nothing of what another handler of ours writes", async () => {
    const host = office.open(ledgerInit);
    const seen: WorkbookChange[] = [];
    const stop = excelWorkbook().watch((change) => seen.push(change));
    await soon();
    host.user.insertRows("台账", 3, 2);
    host.user.edit("台账", "E3", "年底前");
    await soon();
    stop();
    expect(seen).toEqual([
      { kind: "structure", sheet: "台账" },
      { kind: "cells", sheet: "台账", top: 2, bottom: 2, left: 4, right: 4 },
    ]);
  });

  it("tells the sheet's new name after it was renamed", async () => {
    const host = office.open(ledgerInit);
    const seen: WorkbookChange[] = [];
    const stop = excelWorkbook().watch((change) => seen.push(change));
    await soon();
    host.user.edit("台账", "E3", "一");
    await soon();
    host.book.sheet("台账").name = "新名";
    host.user.edit("新名", "E3", "二");
    await soon();
    stop();
    expect(seen.map((change) => change.sheet)).toEqual(["台账", "新名"]);
  });
});

describe("text that must stay text", () => {
  it.each(["=A1", "+1", "-5", "@x", "'a", "12", "1,234", "3月5日", "2026年6月30日", "二〇二六年六月", "50%", "TRUE", "false", "Mar 5", "1e5", "¥5", "(3)", "#N/A", "12:30", "１２", "＝A1"])("%j is guarded, but not in a cell formatted as text", (text) => {
    expect(assignable(text, "General")).toBe(`'${text}`);
    expect(assignable(text, "@")).toBe(text);
  });

  it.each(["年底前", "2021年底前", "办公室牵头", "省发展改革委、商务厅", "6.加强公开", "第3项", "一、总体要求", "国办发〔2020〕53号", "持续推进", "Excel"])("%j needs no guard", (text) => {
    expect(assignable(text, "General")).toBe(text);
  });

  it("numbers, booleans and blanks go as they are", () => {
    expect([assignable(5, "@"), assignable(true, "General"), assignable(null, "General")]).toEqual([5, true, ""]);
  });
});

describe("formulas that would not come back with their rows", () => {
  it.each([
    ["=A3", true],
    ["=$B$3*2", true],
    ["=SUM(A3:A9)", true],
    ["=SUM(A1:A3)", true],
    ["=台账!C3", true],
    ["='台账'!C3+1", true],
    ["=SUM(3:3)", true],
    ["=SUM(A1:A9)", false],
    ["=SUM(A:A)", false],
    ["=A2+A4", false],
    ["=说明!A3", false],
    ['="A3"', false],
    ["=LOG10(A1)", false],
    ["=A3B(1)", false],
    ["=合计3", false],
  ])("%s: %s", (formula, expected) => {
    expect(losesRows(formula, "台账", "台账", 2, 2)).toBe(expected);
  });
});

describe("addresses of events", () => {
  it.each([
    ["B7", { top: 6, left: 1, bottom: 6, right: 1 }],
    ["台账!$B$7:C9", { top: 6, left: 1, bottom: 8, right: 2 }],
    ["7:9", { top: 6, left: 0, bottom: 8, right: 16_383 }],
    ["B:C", { top: 0, left: 1, bottom: 1_048_575, right: 2 }],
    ["#REF!", null],
  ])("%s", (address, area) => {
    expect(areaOfAddress(address)).toEqual(area);
  });
});
