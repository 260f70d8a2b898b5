import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { cellKey } from "../../src/core/grid/address";
import { openXlsx, type XlsxWorkbook } from "../../src/xlsx/xlsx-workbook";
import { valueOf } from "../contract/workbook-contract";
import { contentTypes, relationships, sharedStrings, sheet, SPREADSHEET_TYPE, xlsxOfParts } from "./awkward-files";

async function opened(parts: Readonly<Record<string, string | null>>): Promise<XlsxWorkbook> {
  const result = await openXlsx(xlsxOfParts(parts), "台账.xlsx");
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
}

const withStrings = (items: string, rows: string): Record<string, string> => ({
  "[Content_Types].xml": contentTypes({ "xl/sharedStrings.xml": `${SPREADSHEET_TYPE}.sharedStrings+xml` }),
  "xl/_rels/workbook.xml.rels": relationships([["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "sharedStrings", "sharedStrings.xml"]]),
  "xl/sharedStrings.xml": sharedStrings(items),
  "xl/worksheets/sheet1.xml": sheet(rows),
});

describe("what is no workbook", () => {
  const utf16 = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  it.each([
    ["no bytes", new Uint8Array(), "empty"],
    ["text", strToU8("序号,任务"), "not-xlsx"],
    ["an old .xls", new Uint8Array([...ole, ...utf16("Workbook")]), "not-xlsx"],
    ["a workbook with a password", new Uint8Array([...ole, ...utf16("EncryptionInfo"), ...utf16("EncryptedPackage")]), "encrypted"],
    ["a zip of something else", zipSync({ "a.txt": strToU8("甲") }), "not-xlsx"],
    ["a Word document", xlsxOfParts({ "[Content_Types].xml": contentTypes({}).replace("spreadsheetml.sheet", "wordprocessingml.document") }), "not-xlsx"],
    ["a cut-off file", xlsxOfParts({}).slice(0, 300), "damaged"],
    ["a package without its workbook", xlsxOfParts({ "xl/workbook.xml": null }), "damaged"],
    ["a sheet that is cut off", xlsxOfParts({ "xl/worksheets/sheet1.xml": sheet("<row>").slice(0, 200) }), "damaged"],
    ["a sheet part that is missing", xlsxOfParts({ "xl/worksheets/sheet1.xml": null }), "damaged"],
    ["a row that stands twice", xlsxOfParts({ "xl/worksheets/sheet1.xml": sheet('<row r="1"/><row r="1"/>') }), "damaged"],
    ["entities that swell", xlsxOfParts({ "xl/worksheets/sheet1.xml": `<!DOCTYPE a [<!ENTITY b "bbbb">]>${sheet('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>').replace(/^<\?xml[^>]*>/u, "")}` }), "damaged"],
    ["more bytes than a workbook may have", bomb(), "too-large"],
  ])("%s", async (_what, bytes, code) => {
    const result = await openXlsx(bytes, "甲.xlsx");
    expect(result.ok ? "opened" : result.error.code).toBe(code);
  });
});

/** A file whose directory announces a part of two gigabytes. */
function bomb(): Uint8Array {
  const bytes = xlsxOfParts({});
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
  return bytes;
}

it("refuses to hold more than a grid can, and still lists the sheet", async () => {
  const rows = Array.from({ length: 20 }, (_, index) => `<row r="${index * 1_000 + 1}"><c r="IV${index * 1_000 + 1}"><v>1</v></c></row>`).join("");
  const workbook = await opened({ "xl/worksheets/sheet1.xml": sheet(`${rows}<row r="19900"><c r="A19900"><v>1</v></c></row>`) });
  expect(await workbook.readSheet()).toMatchObject({ ok: false, error: { code: "too-large" } });
  expect(await workbook.readView()).toMatchObject({ ok: false, error: { code: "too-large" } });
  expect(valueOf(await workbook.listSheets())).toMatchObject([{ name: "台账" }]);
});

describe("files as other programs write them", () => {
  it("reads strings shared, inline, rich, with readings, and escaped characters", async () => {
    const items = '<si><t xml:space="preserve"> 甲 </t></si><si><r><t>年底</t></r><r><rPr><b/></rPr><t>前</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>第一行_x000D_\n第二行 _x005F_x0041_</t></si><si/>';
    const row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r></is></c><c r="G1" t="s"><v>99</v></c><c r="H1" t="str"><f>A1</f><v> 甲 </v></c></row>';
    const grid = valueOf(await (await opened(withStrings(items, row))).readSheet());
    expect(grid.values).toEqual([[" 甲 ", "年底前", "東京", "第一行\r\n第二行 _x0041_", null, "内联", null, " 甲 "]]);
  });

  it("reads cells and rows without addresses, booleans, errors, ISO dates and numbers as they are", async () => {
    const rows = '<row><c><v>1</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row><row r="3"><c r="B3" t="d"><v>2026-06-30</v></c><c><v>1.1000000000000001</v></c><c t="d"><v>1900-01-01T12:00:00</v></c></row>';
    const grid = valueOf(await (await opened({ "xl/worksheets/sheet1.xml": sheet(rows) })).readSheet());
    expect(grid.values).toEqual([
      [1, true, "#N/A", null],
      [null, null, null, null],
      [null, 46203, 1.1, 1.5],
    ]);
    expect([...grid.errors]).toEqual([[cellKey(0, 2), "#N/A"]]);
  });

  it("writes out shared formulas, and hides the prefixes of newer functions", async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1+SUM(A$1:A1)&amp;"A1"</f><v>2</v></c><c r="C1"><f>_xlfn._xlws.FILTER(A1:A3,A1:A3&gt;1)</f><v>2</v></c></row>' +
      '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>2</v></c></row>';
    const grid = valueOf(await (await opened({ "xl/worksheets/sheet1.xml": sheet(rows) })).readSheet());
    expect(Object.fromEntries(grid.formulas)).toEqual({
      [cellKey(0, 1)]: '=A1*$A$1+SUM(A$1:A1)&"A1"',
      [cellKey(0, 2)]: "=FILTER(A1:A3,A1:A3>1)",
      [cellKey(1, 1)]: '=A2*$A$1+SUM(A$1:A2)&"A1"',
      [cellKey(2, 1)]: '=A3*$A$1+SUM(A$1:A3)&"A1"',
    });
  });

  it.each([
    ["strict namespaces", (text: string) => text.replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main").replaceAll("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")],
    ["prefixed elements", (text: string) => (text.includes("<worksheet") || text.includes("<workbook") || text.includes("<sst") ? text.replace(/<(\/?)([a-zA-Z])/gu, "<$1x:$2").replace('xmlns="', 'xmlns:x="') : text)],
    ["absolute targets", (text: string) => text.replace('Target="worksheets', 'Target="/xl/worksheets').replace('Target="xl/', 'Target="/xl/')],
    ["a byte order mark and Windows line ends", (text: string) => `\uFEFF${text.replaceAll("><", ">\r\n<")}`],
  ])("reads, changes and restores a file with %s", async (_what, change) => {
    const source = unzipSync(xlsxOfParts(withStrings("<si><t>年地前</t></si><si><t>甲</t></si>", '<row r="1"><c r="A1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>0</v></c></row>')));
    const bytes = zipSync(Object.fromEntries(Object.entries(source).map(([path, part]) => [path, strToU8(change(new TextDecoder().decode(part)).replace(/<x:\?xml|<\?x:xml/u, "<?xml"))])));
    const result = await openXlsx(bytes, "甲.xlsx");
    if (!result.ok) throw new Error(result.error.detail);
    const before = valueOf(await result.value.readSheet());
    expect(before.values).toEqual([["甲"], ["年地前"]]);
    const outcome = valueOf(await result.value.applyEdits([{ kind: "setCell", sheet: "台账", at: { row: 1, column: 0 }, before: "年地前", after: "年底前" }, { kind: "insertRows", sheet: "台账", row: 1, count: 1, values: [["新"]] }]));
    const again = await openXlsx(await result.value.save(), "甲.xlsx");
    if (!again.ok) throw new Error(again.error.detail);
    expect(valueOf(await again.value.readSheet()).values).toEqual([["甲"], ["新"], ["年底前"]]);
    expect(valueOf(await again.value.applyEdits(outcome.inverses)).skipped).toEqual([]);
    expect(valueOf(await again.value.readSheet())).toEqual(before);
  });

  it("counts dates of a 1904 workbook as those of 1900, and writes them back as they were", async () => {
    const styles = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const workbook = await opened({
      "[Content_Types].xml": contentTypes({ "xl/styles.xml": `${SPREADSHEET_TYPE}.styles+xml` }),
      "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels": relationships([["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "styles", "styles.xml"]]),
      "xl/styles.xml": styles,
      "xl/worksheets/sheet1.xml": sheet('<row r="1"><c r="A1" s="1"><v>44741</v></c><c r="B1"><v>44741</v></c></row>'),
    });
    const grid = valueOf(await workbook.readSheet());
    expect(grid.values).toEqual([[46203, 44741]]);
    expect(grid.texts).toEqual([["2026/6/30", "44741"]]);
    valueOf(await workbook.applyEdits([{ kind: "setCell", sheet: "台账", at: { row: 0, column: 0 }, before: 46203, after: 46204 }]));
    expect(new TextDecoder().decode(unzipSync(await workbook.save())["xl/worksheets/sheet1.xml"])).toContain("<v>44742</v>");
  });
});
