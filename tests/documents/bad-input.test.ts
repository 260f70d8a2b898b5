import CFB from "cfb";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { limits } from "../../src/documents/limits";
import { openWorkbook } from "../../src/documents/open-workbook";
import { makeDocx, p, tbl, tc, tr } from "./made/docx";
import { brief, opened, refusal } from "./made/read";
import { bytesOfWorkbook, makeWorkbook } from "./made/sheets";

function ole(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${name}`, bytes);
  return Uint8Array.from(CFB.write(container, { type: "array" }) as ArrayLike<number>);
}

const zip = (parts: Readonly<Record<string, string>>): Uint8Array => zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

/** BIFF8 globals: BOF, FilePass, EOF. */
const lockedSheet = Uint8Array.from([0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x2f, 0, 6, 0, 1, 0, 1, 0, 1, 0, 0x0a, 0, 0, 0]);

describe("what is refused, with its reason", () => {
  it.each([
    ["nothing", new Uint8Array(), "empty"],
    ["zeros", new Uint8Array(4_096), "empty"],
    ["blanks", strToU8(" \r\n\t"), "empty"],
    ["a document without text", makeDocx(p("")), "empty"],
    ["an encrypted Office file", ole({ EncryptedPackage: new Uint8Array(64), EncryptionInfo: new Uint8Array(64) }), "encrypted"],
    ["a workbook with a password", ole({ Workbook: lockedSheet }), "encrypted"],
    ["RTF", strToU8("{\\rtf1\\ansi 台账}"), "rtf"],
    ["RTF named after blanks", strToU8("\n{\\rtf1}"), "rtf"],
    ["OFD", zip({ "OFD.xml": "<ofd:OFD/>", "Doc_0/Document.xml": "<x/>" }), "ofd"],
    ["another zip", zip({ "photo.txt": "x" }), "unknown-format"],
    ["a text document of OpenDocument", zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" }), "unknown-format"],
    ["another OLE file", ole({ CONTENTS: new Uint8Array(64) }), "unknown-format"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array<number>(200).fill(1)]), "unknown-format"],
    ["other XML", strToU8('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), "unknown-format"],
    ["a cut zip", makeDocx(p("正文")).slice(0, 400), "damaged"],
    ["a .docx with broken XML", zip({ "word/document.xml": "<w:document><w:body>" }), "damaged"],
    ["a cut OLE file", ole({ WordDocument: new Uint8Array(5_000).fill(7) }).slice(0, 700), "damaged"],
    ["a Word stream that is none", ole({ WordDocument: new Uint8Array(5_000).fill(7), "0Table": new Uint8Array(10) }), "damaged"],
    ["a PDF that is none", strToU8("%PDF-1.7\nnothing more"), "damaged"],
  ])("%s: %s", async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
    expect(await openWorkbook(bytes, "x")).toMatchObject({ ok: false, error: { code } });
  });

  it("a file larger than we read", async () => expect(await refusal(new Uint8Array(limits.fileBytes + 1).fill(65))).toBe("too-large"));

  it("a zip that unpacks beyond reason, whatever sizes it declares", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(60_000_000).fill(32) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(bomb)).toBe("too-large");
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    // The unpacked size in the directory, set to 10 bytes.
    for (let at = 0; at < bomb.length - 28; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(await refusal(bomb)).toBe("too-large");
  });

  it("a zip of very many entries", async () => {
    const entries = Object.fromEntries(Array.from({ length: limits.zipEntries + 1 }, (_, index) => [`word/${index}`, new Uint8Array()]));
    expect(await refusal(zipSync({ ...entries, "word/document.xml": strToU8("<x/>") }, { level: 0 }))).toBe("too-large");
  });

  it("entities that multiply", async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>';
    expect(await refusal(zip({ "word/document.xml": bomb }))).toBe("damaged");
  });

  it("elements nested without end", async () => expect(await refusal(makeDocx(`${"<w:sdt>".repeat(5_000)}${"</w:sdt>".repeat(5_000)}`))).toBe("damaged"));

  it("spans that make a huge table", async () => {
    const rows = Array.from({ length: 3_000 }, () => "<tr><td colspan=1000>甲</td></tr>").join("");
    expect(await refusal(strToU8(`<html><table>${rows}</table></html>`))).toBe("too-large");
  });

  it("a sheet with one cell in the far corner is not unfolded", async () => {
    const parts = unzipSync(bytesOfWorkbook(makeWorkbook(), "xlsx"));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    parts["xl/worksheets/sheet1.xml"] = strToU8(sheet.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'));
    const workbook = await openWorkbook(zipSync(parts), "远.xlsx");
    expect(workbook.ok && workbook.value.sheets[0]).toMatchObject({ beyond: { row: 1_048_575, column: 16_383 } });
    expect(workbook.ok && workbook.value.sheets[0]!.values.length).toBeLessThan(100);
  });
});

describe("workbooks that would make a reader count without end", () => {
  it("column ranges beyond the sheet", async () => {
    const parts = unzipSync(bytesOfWorkbook(makeWorkbook(), "xlsx"));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    parts["xl/worksheets/sheet1.xml"] = strToU8(sheet.replace("<sheetData>", '<cols><col min="1" max="4294967295" width="9"/></cols><sheetData>'));
    expect(await refusal(zipSync(parts))).toBe("damaged");
  });

  it("cells far beyond the sheet", async () => {
    const parts = unzipSync(bytesOfWorkbook(makeWorkbook(), "xlsx"));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    parts["xl/worksheets/sheet1.xml"] = strToU8(sheet.replace("</sheetData>", '<row r="9"><c r="ZZZZZZ9"><v>1</v></c></row></sheetData>'));
    const workbook = await openWorkbook(zipSync(parts), "远.xlsx");
    expect(workbook.ok && workbook.value.sheets[0]!.values[0]!.length).toBeLessThanOrEqual(256);
  });

  it.each([
    ['table:number-rows-repeated="1048576"', 'table:number-columns-repeated="16384"', "too-large"],
    ['table:number-rows-repeated="99999999999"', "", "damaged"],
    ['table:number-rows-repeated="2"', 'table:number-columns-repeated="3"', "opened"],
  ])("repeated cells of an .ods: %s %s", async (row, cell, code) => {
    const parts = unzipSync(bytesOfWorkbook(makeWorkbook(), "ods"));
    const content = strFromU8(parts["content.xml"] ?? new Uint8Array());
    parts["content.xml"] = strToU8(content.replace("<table:table-row>", `<table:table-row ${row}><table:table-cell ${cell} office:value-type="string"><text:p>甲</text:p></table:table-cell></table:table-row><table:table-row>`));
    expect(await refusal(zipSync(parts))).toBe(code);
  });

  it("counts of an .xlsb that reach beyond their record", async () => {
    const parts = unzipSync(bytesOfWorkbook(makeWorkbook(), "xlsb"));
    const sheet = Uint8Array.from(parts["xl/worksheets/sheet1.bin"] ?? []);
    // A string in a cell: the count of its characters, then 序号 in UTF-16.
    const at = sheet.findIndex((_, index) => [0x8f, 0x5e, 0xf7, 0x53].every((byte, next) => sheet[index + next] === byte));
    expect(at).toBeGreaterThan(4);
    sheet.set([0xff, 0xff, 0xff, 0x7f], at - 4);
    expect(await refusal(zipSync({ ...parts, "xl/worksheets/sheet1.bin": sheet }))).toBe("damaged");
  });
});

describe("what is read all the same", () => {
  it("a file with macros: they stay where they are, and it says so", async () => {
    const document = await opened(makeDocx(p("正文"), { more: { "word/vbaProject.bin": strToU8("Sub AutoOpen()") } }));
    expect(document.notes).toEqual(["macros-ignored"]);
  });

  it("a web page that calls itself .doc, and a .docx in a .wps", async () => {
    expect((await opened(strToU8("<html xmlns:w='urn:schemas-microsoft-com:office:word'><body><p>正文</p></body></html>"))).format).toBe("html");
    expect((await opened(makeDocx(p("正文")))).format).toBe("docx");
  });

  it("names that would reach a prototype", async () => {
    const document = await opened(makeDocx(tbl([tr([tc("__proto__"), tc("constructor")]), tr([tc("甲"), tc("乙")])]), { more: { __proto__x: new Uint8Array(1) }, styles: '<w:style w:styleId="__proto__"><w:name w:val="polluted"/></w:style>' }));
    expect(brief(document.blocks)).toEqual([[["__proto__", "constructor"], ["甲", "乙"]]]);
    expect("polluted" in {}).toBe(false);
  });
});
