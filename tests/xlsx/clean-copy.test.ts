import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Edit } from "../../src/core/edits/edit";
import { cleanCopy } from "../../src/xlsx/clean-copy";
import { openXlsx, type XlsxWorkbook } from "../../src/xlsx/xlsx-workbook";
import { valueOf } from "../contract/workbook-contract";
import { fullFile } from "./full-file";
import { packageFaults } from "./package-faults";

async function opened(bytes: Uint8Array): Promise<XlsxWorkbook> {
  const result = await openXlsx(bytes, "台账.xlsx");
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

/** A file that was checked, changed and reported on. */
async function muchEdited(): Promise<Uint8Array> {
  const workbook = await opened(fullFile());
  const edit: Edit = { kind: "setCell", sheet: "台账", at: { row: 4, column: 2 }, before: "年地前", after: "年底前" };
  valueOf(await workbook.applyEdits([edit], (inverses) => [{ id: "journal-000001", text: JSON.stringify({ words: "日志暗号", inverses }) }]));
  valueOf(await workbook.writeParts([{ id: "choices", text: "选择暗号" }]));
  const report = { rows: [[{ value: "报告暗号", style: "title" as const }]], widths: [20], merges: [], titleRows: { first: 0, last: 0 }, landscape: true, activate: true };
  valueOf(await workbook.showReport({ ...report, name: "检查情况表", keep: false }));
  valueOf(await workbook.showReport({ ...report, name: "初稿", rows: [[{ value: "初稿内容", style: "plain" }]], keep: true }));
  return workbook.save();
}

const everything = (bytes: Uint8Array): string => Object.entries(unzipSync(bytes)).map(([path, part]) => `${path}\n${new TextDecoder().decode(part)}`).join("\n");

describe("a clean copy", () => {
  it("holds nothing of ours, and the user's work untouched", async () => {
    const edited = await muchEdited();
    expect(everything(edited)).toContain("日志暗号");
    const copy = await cleanCopy(edited, { removeSheets: ["检查情况表", "没有这张表"], forPublic: false });
    const text = everything(copy);
    for (const word of ["暗号", "journal", "urn:taizhang", "our-sheets", "检查情况表", "年地前"]) expect(text).not.toContain(word);
    expect(packageFaults(copy)).toEqual([]);
    const workbook = await opened(copy);
    expect(valueOf(await workbook.listSheets()).map(({ name }) => name)).toEqual(["台账", "选项", "初稿"]);
    const [now, then] = [valueOf(await workbook.readSheet("台账")), valueOf(await (await opened(edited)).readSheet("台账"))];
    expect(now).toEqual(then);
    expect(text).toContain("别人的数据");
    expect(text).toContain("张三");
    expect(valueOf(await workbook.readFacts()).pageSetup["初稿"]?.titleRows).toEqual({ first: 0, last: 0 });
  });

  it("for the public leaves comments, names of people and machines behind, and nothing else", async () => {
    const copy = await cleanCopy(await muchEdited(), { removeSheets: ["检查情况表"], forPublic: true });
    const text = everything(copy);
    for (const word of ["暗号", "张三", "李四", "示例市政府办公室", "zhangsan", "请核实", "批注", "王五", "内部资料", "征求意见"]) expect(text).not.toContain(word);
    expect(packageFaults(copy)).toEqual([]);
    const workbook = await opened(copy);
    const grid = valueOf(await workbook.readSheet("台账"));
    expect(grid.comments).toEqual([]);
    expect([...grid.hiddenRows]).toEqual([3]);
    expect(valueOf(await workbook.readFacts())).toMatchObject({ author: "", lastModifiedBy: "", company: "" });
    expect(Object.keys(unzipSync(copy))).toContain("xl/media/image1.png");
  });

  it("of a file nothing of ours is in changes no sheet", async () => {
    const [before, after] = [unzipSync(fullFile()), unzipSync(await cleanCopy(fullFile(), { removeSheets: [], forPublic: false }))];
    for (const path of Object.keys(before).filter((name) => /worksheets|styles|drawings|charts|comments|customXml/u.test(name))) expect(after[path], path).toEqual(before[path]);
  });

  it("keeps names and the shown sheet true when a sheet before them goes", async () => {
    const copy = await cleanCopy(fullFile(), { removeSheets: ["选项"], forPublic: false });
    expect(packageFaults(copy)).toEqual([]);
    const other = await cleanCopy(fullFile(), { removeSheets: ["台账"], forPublic: false });
    expect(packageFaults(other)).toEqual([]);
    const workbook = await opened(other);
    expect(valueOf(await workbook.listSheets())).toEqual([{ name: "选项", visible: true, active: true, ours: false }]);
    expect([...valueOf(await workbook.readSheet()).formulas.values()]).toEqual(["=#REF!+SUM(#REF!)", "=#REF!"]);
    expect(everything(other)).not.toContain("_xlnm");
  });

  it("refuses to leave no sheet, and what is no workbook", async () => {
    await expect(cleanCopy(fullFile(), { removeSheets: ["台账", "选项"], forPublic: false })).rejects.toThrow("no sheet");
    await expect(cleanCopy(new Uint8Array([1, 2, 3]), { removeSheets: [], forPublic: false })).rejects.toThrow("not-xlsx");
  });
});
