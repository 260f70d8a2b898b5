import { describe, expect, it } from "vitest";
import { cellKey } from "../../src/core/grid/address";
import { openXlsx, type XlsxWorkbook } from "../../src/xlsx/xlsx-workbook";
import { valueOf } from "../contract/workbook-contract";
import { contentTypes, relationships, sheet, SPREADSHEET_TYPE, xlsxOfParts } from "./awkward-files";
import { fullFile } from "./full-file";

async function opened(bytes: Uint8Array): Promise<XlsxWorkbook> {
  const result = await openXlsx(bytes, "台账.xlsx");
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

describe("a sheet as it is drawn", () => {
  it("has widths, heights, frozen rows, the filter, and looks", async () => {
    const view = valueOf(await (await opened(fullFile())).readView("台账"));
    expect(view.columnWidths.slice(0, 5)).toEqual([42, 210, 210, view.defaultColumnWidth, 63]);
    expect([...view.rowHeights]).toEqual([[0, 53]]);
    expect([view.frozenRows, view.frozenColumns]).toEqual([2, 0]);
    expect(view.filter).toEqual({ top: 1, left: 0, bottom: 5, right: 3 });
    expect([...view.grid.hiddenColumns]).toEqual([4]);
    const thin = { style: "thin", colour: "#000000" };
    expect(view.looks[view.lookOf.get(cellKey(0, 0))!]).toEqual({
      fontName: "黑体", fontSize: 14, bold: true, italic: false, underline: false, strike: false, colour: null, fill: "#FFF2CC",
      horizontal: "center", vertical: "bottom", wrap: true, indent: 0, borders: { top: thin, right: thin, bottom: thin, left: thin },
    });
    expect(view.lookOf.has(cellKey(8, 0))).toBe(false);
  });

  it("knows theme colours with their tints, and indexed ones", async () => {
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const fill = (colour: string) => `<fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill>`;
    const bytes = xlsxOfParts({
      "[Content_Types].xml": contentTypes({ "xl/styles.xml": `${SPREADSHEET_TYPE}.styles+xml`, "xl/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml" }),
      "xl/_rels/workbook.xml.rels": relationships([["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "styles", "styles.xml"], ["rId3", "theme", "theme/theme1.xml"]]),
      "xl/theme/theme1.xml": '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>',
      "xl/styles.xml": `<styleSheet ${main}><fonts><font/></fonts><fills>${fill('theme="0"')}${fill('theme="4" tint="0.8"')}${fill('indexed="13"')}${fill('theme="0" tint="-0.5"')}</fills><borders><border/></borders><cellXfs><xf/>${[0, 1, 2, 3].map((id) => `<xf fillId="${id}"/>`).join("")}</cellXfs></styleSheet>`,
      "xl/worksheets/sheet1.xml": sheet('<row r="1"><c r="A1" s="1"/><c r="B1" s="2"/><c r="C1" s="3"/><c r="D1" s="4"/></row>'),
    });
    const view = valueOf(await (await opened(bytes)).readView());
    expect(view.looks.map(({ fill: colour }) => colour)).toEqual(["#FFFFFF", "#DAE3F3", "#FFFF00", "#808080"]);
  });
});

describe("comments and tables", () => {
  const threaded = '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" id="{1}"><text>请核实</text></threadedComment><threadedComment ref="A1" id="{2}" parentId="{1}"><text>已核</text></threadedComment></ThreadedComments>';
  const notes = '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author/></authors><commentList><comment ref="B2" authorId="0"><text><t>旧批注</t></text></comment><comment ref="A1" authorId="0"><text><t>[Threaded comment] 请核实</t></text></comment></commentList></comments>';
  const table = '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="表1" displayName="表1" ref="A1:B4" totalsRowShown="0"><autoFilter ref="A1:B4"><filterColumn colId="0"><filters blank="1"/></filterColumn></autoFilter><tableColumns count="2"><tableColumn id="1" name="甲"/><tableColumn id="2" name="乙"/></tableColumns></table>';
  const bytes = xlsxOfParts({
    "[Content_Types].xml": contentTypes({ "xl/tables/table1.xml": `${SPREADSHEET_TYPE}.table+xml`, "xl/comments1.xml": `${SPREADSHEET_TYPE}.comments+xml`, "xl/threadedComments/threadedComment1.xml": "application/vnd.ms-excel.threadedcomments+xml" }),
    "xl/worksheets/sheet1.xml": sheet('<row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1" t="str"><v>乙</v></c></row><row r="2"/><row r="3" hidden="1"><c r="A3"><v>3</v></c></row><row r="4"><c r="A4"><v>4</v></c></row><row r="6" hidden="1"><c r="A6"><v>6</v></c></row>', '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'),
    "xl/worksheets/_rels/sheet1.xml.rels": relationships([["rId1", "table", "../tables/table1.xml"], ["rId2", "comments", "../comments1.xml"], ["rId3", "threadedComment", "../threadedComments/threadedComment1.xml"]]),
    "xl/tables/table1.xml": table,
    "xl/comments1.xml": notes,
    "xl/threadedComments/threadedComment1.xml": threaded,
  });

  it("gives a thread once, with its answers, beside old notes", async () => {
    expect(valueOf(await (await opened(bytes)).readSheet()).comments).toEqual([
      { row: 0, column: 0, text: "请核实\n已核" },
      { row: 1, column: 1, text: "旧批注" },
    ]);
  });

  it("tells rows hidden by a table's filter, and lets the table grow and shrink, but not lose its header", async () => {
    const workbook = await opened(bytes);
    const grid = valueOf(await workbook.readSheet());
    expect([...grid.hiddenRows]).toEqual([2, 5]);
    expect([...grid.filteredRows]).toEqual([2]);
    const text = async () => new TextDecoder().decode((await import("fflate")).unzipSync(await workbook.save())["xl/tables/table1.xml"]);
    const outcome = valueOf(await workbook.applyEdits([{ kind: "insertRows", sheet: "台账", row: 3, count: 2, values: [] }]));
    expect(await text()).toContain('<autoFilter ref="A1:B6">');
    valueOf(await workbook.applyEdits(outcome.inverses));
    expect(await text()).toContain('ref="A1:B4" totalsRowShown="0"><autoFilter ref="A1:B4">');
    const refused = valueOf(await workbook.applyEdits([{ kind: "deleteRows", sheet: "台账", row: 0, count: 1, before: [["甲", "乙"]] }, { kind: "insertColumns", sheet: "台账", column: 1, count: 1, likeColumn: null }]));
    expect(refused.skipped.map(({ reason }) => reason)).toEqual(["not-restorable", "not-restorable"]);
    expect(valueOf(await workbook.readSheet())).toEqual(grid);
  });
});
