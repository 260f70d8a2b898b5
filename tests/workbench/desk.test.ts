import { describe, expect, it } from "vitest";
import { openSession } from "../../src/commands/open-session";
import { gridOfValues, type CellValue } from "../../src/core/grid/sheet-grid";
import { FileGone } from "../../src/workbench/file/file-service";
import { newXlsx } from "../../src/xlsx/new-xlsx";
import { setCell, valueOf } from "../contract/workbook-contract";
import { deskOverWorker } from "./desk-over-worker";

const LEDGER = [
  ["序号", "具体要求", "责任单位", "时限要求"],
  [1, "公开年度部门预算。", "办公室", "年底前"],
  [2, "更新信息公开指南。", "办公室", "6月底前"],
];
const xlsx = (values: readonly (readonly CellValue[])[] = LEDGER) => newXlsx([gridOfValues("台账", values), gridOfValues("说明", [["填报说明"]])]);

async function opened() {
  const made = deskOverWorker();
  const result = await made.desk.open(made.app, await xlsx(), "台账.xlsx");
  if (!result.ok) throw new Error(result.error.failure.code);
  return made;
}

const cell = (desk: Awaited<ReturnType<typeof opened>>["desk"], row: number, column: number) => desk.get().view?.grid.values[row]?.[column];

describe("opening", () => {
  it("keeps the present file when the next one cannot be read", async () => {
    const { desk, app } = await opened();
    await desk.write([{ at: { row: 1, column: 3 }, value: "10月底前" }]);
    const failed = await desk.open(app, new TextEncoder().encode("PK\u0003\u0004 nothing"), "坏的.xlsx");
    expect(failed).toMatchObject({ ok: false, error: { from: "document", failure: { code: "damaged" } } });
    expect(desk.get()).toMatchObject({ name: "台账.xlsx", dirty: true, canUndo: true });
    await desk.undo(app);
    expect(cell(desk, 1, 3)).toBe("年底前");
  });

  it("keeps the present file when opening is cancelled", async () => {
    const { desk, app } = await opened();
    const opening = desk.open(app, await xlsx([["别的"]]), "别的.xlsx");
    desk.cancelOpening();
    await expect(opening).rejects.toBeInstanceOf(FileGone);
    expect(desk.get().name).toBe("台账.xlsx");
    await desk.write([{ at: { row: 1, column: 3 }, value: "10月底前" }]);
    expect(cell(desk, 1, 3)).toBe("10月底前");
  });

  it("makes an .xlsx of another format, and begins with nothing to undo", async () => {
    const { desk, app } = await opened();
    await desk.write([{ at: { row: 1, column: 3 }, value: "10月底前" }]);
    await desk.open(app, new TextEncoder().encode("序号,具体要求\n1,公开预算\n"), "旧的.csv");
    expect(desk.get()).toMatchObject({ name: "旧的.xlsx", converted: true, dirty: false, canUndo: false, canRedo: false });
    expect(cell(desk, 1, 1)).toBe("公开预算");
  });

  it("shows the longest table of a document first", async () => {
    const { desk, app } = await opened();
    const table = (rows: readonly string[]) => `<table>${rows.map((text) => `<tr><td>${text}</td><td>甲</td></tr>`).join("")}</table>`;
    await desk.open(app, new TextEncoder().encode(`<html><body>${table(["联系人"])}<p>附件</p>${table(["序号", "1", "2", "3"])}</body></html>`), "通知.html");
    expect(desk.get().sheets.find(({ active }) => active)?.name).toBe("表2");
  });
});

describe("what the user writes", () => {
  it("is undone and redone step by step", async () => {
    const { desk, app } = await opened();
    await desk.write([{ at: { row: 1, column: 3 }, value: "10月底前" }, { at: { row: 2, column: 3 }, value: null }]);
    await desk.write([{ at: { row: 5, column: 1 }, value: "补一项" }]);
    expect(cell(desk, 5, 1)).toBe("补一项");
    await desk.undo(app);
    await desk.undo(app);
    expect([cell(desk, 1, 3), cell(desk, 2, 3), cell(desk, 5, 1)]).toEqual(["年底前", "6月底前", undefined]);
    await desk.redo();
    expect([cell(desk, 1, 3), cell(desk, 2, 3)]).toEqual(["10月底前", null]);
    expect(desk.get()).toMatchObject({ canUndo: true, canRedo: true });
  });

  it("makes the result of the last check stale", async () => {
    const { desk, app } = await opened();
    const session = await openSession(app);
    const seen: unknown[] = [];
    desk.workbook.watch((change) => seen.push(change));
    await desk.write([{ at: { row: 1, column: 3 }, value: "10月底前" }]);
    expect(seen).toEqual([{ kind: "cells", sheet: "台账", top: 1, bottom: 1, left: 3, right: 3 }]);
    if (session.ok) session.value.close();
  });

  it("writes nothing where the value is as it was", async () => {
    const { desk } = await opened();
    expect(await desk.write([{ at: { row: 1, column: 3 }, value: "年底前" }])).toEqual([]);
    expect(desk.get().dirty).toBe(false);
  });
});

describe("edits of a command", () => {
  it("are named by the edits that were given, and recorded before anything else is asked", async () => {
    const { desk } = await opened();
    const edits = [setCell("台账", 1, 3, "年底前", "12月底前"), setCell("台账", 2, 3, "别的", "12月底前")];
    const [outcome, parts] = await Promise.all([desk.workbook.applyEdits(edits, () => [{ id: "journal-000001", text: "{}" }]), desk.workbook.readParts()]);
    expect(valueOf(outcome).written[0]).toBe(edits[0]);
    expect(valueOf(outcome).skipped[0]!.edit).toBe(edits[1]);
    expect(valueOf(parts).map(({ id }) => id)).toEqual(["journal-000001"]);
  });

  it("do not stay without their record", async () => {
    const { desk } = await opened();
    const writing = desk.workbook.applyEdits([setCell("台账", 1, 3, "年底前", "12月底前")], () => {
      throw new RangeError("no record");
    });
    await expect(writing).rejects.toThrow("no record");
    expect(cell(desk, 1, 3)).toBe("年底前");
    expect(valueOf(await desk.workbook.readSheet("台账")).values[1]?.[3]).toBe("年底前");
  });
});

it("shows the place a command asks for, also on another sheet", async () => {
  const { desk } = await opened();
  const { shown } = desk.get();
  valueOf(await desk.workbook.select("说明", { row: 0, column: 0 }));
  expect(desk.get()).toMatchObject({ focus: { row: 0, column: 0 }, shown: shown + 1 });
  expect(desk.get().view?.grid.sheet).toBe("说明");
  expect(await desk.workbook.select("没有的", { row: 0, column: 0 })).toMatchObject({ ok: false, error: { code: "sheet-missing" } });
});

it("says why nothing was saved", async () => {
  const { desk, offered } = deskOverWorker();
  expect(await desk.save()).toMatchObject({ ok: false, error: { code: "workbook-gone" } });
  expect(offered).toEqual([]);
});

it("saves what is shown, and then nothing is unsaved", async () => {
  const { desk, offered } = await opened();
  await desk.write([{ at: { row: 1, column: 3 }, value: "10月底前" }]);
  expect(await desk.save()).toEqual({ ok: true, value: undefined });
  expect(desk.get().dirty).toBe(false);
  const again = deskOverWorker();
  await again.desk.open(again.app, offered[0]!.bytes, offered[0]!.name);
  expect(cell(again.desk, 1, 3)).toBe("10月底前");
});
