import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { cellKey } from "../../src/core/grid/address";
import type { OpenedWorkbook } from "../../src/documents/document";
import { openDocument } from "../../src/documents/open-document";
import { openWorkbook } from "../../src/documents/open-workbook";
import { makeDocx, p, tbl, tc, tr } from "./made/docx";
import { bytesOfWorkbook, makeWorkbook } from "./made/sheets";

async function workbook(bytes: Uint8Array): Promise<OpenedWorkbook> {
  const result = await openWorkbook(bytes, "台账");
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

describe.each(["xlsx", "xlsb", "biff8", "ods"] as const)("a workbook saved as %s", (type) => {
  it("gives values, shown texts and merges", async () => {
    const { sheets, active } = await workbook(bytesOfWorkbook(makeWorkbook(), type));
    const grid = sheets[active];
    expect(grid?.values).toEqual([
      ["滨江区2024年优化营商环境工作台账", null, null, null],
      ["序号", "工作任务", "责任单位", "完成时限"],
      [1, "推行“一件事一次办”", "区数据局牵头，区市场监管局配合", "6月底前"],
      [2, "公布惠企政策清单", "区发改局", 45473],
      [3, null, "区财政局", 2],
    ]);
    expect(grid?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }, { top: 3, left: 1, bottom: 4, right: 1 }]);
    expect(grid?.numberFormats.get(cellKey(3, 3))).toMatch(/yyyy"年"m+"月"d"日"/u);
  });
});

describe("a workbook", () => {
  it.each(["xlsx", "xlsb"] as const)("keeps hidden rows and sheets apart (%s)", async (type) => {
    const bytes = bytesOfWorkbook(makeWorkbook(), type);
    const { sheets } = await workbook(bytes);
    expect([...(sheets[0]?.hiddenRows ?? [])]).toEqual([4]);
    expect(sheets[0]?.texts[3]?.[3]).toBe("2024年6月30日");
    const document = await openDocument(bytes, "x");
    expect(document.ok && document.value.blocks.map((block) => block.kind === "table" && block.sheet)).toEqual(["台账"]);
    expect(document.ok && document.value.notes).toEqual(["hidden-text-left-out"]);
  });

  it("keeps formulas with their sign", async () => expect((await workbook(bytesOfWorkbook(makeWorkbook(), "xlsx"))).sheets[0]?.formulas.get(cellKey(4, 3))).toBe("=1+1"));

  it("shows the dates that Chinese Excel names by number only", async () => {
    const book = makeWorkbook();
    const parts = unzipSync(bytesOfWorkbook(book, "xlsx"));
    const styles = strFromU8(parts["xl/styles.xml"] ?? new Uint8Array());
    const custom = /numFmtId="(\d+)" formatCode="yyyy/u.exec(styles)?.[1] ?? "";
    parts["xl/styles.xml"] = strToU8(styles.replace(/<numFmts.*<\/numFmts>/u, "").replaceAll(`numFmtId="${custom}"`, 'numFmtId="31"'));
    expect((await workbook(zipSync(parts))).sheets[0]?.texts[3]?.[3]).toBe("2024年6月30日");
  });

  it("opens the sheet that was in front", async () => {
    const parts = unzipSync(bytesOfWorkbook({ ...makeWorkbook(), Workbook: {} }, "xlsx"));
    const main = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
    parts["xl/workbook.xml"] = strToU8(main.replace("<sheets>", '<bookViews><workbookView activeTab="1"/></bookViews><sheets>'));
    expect((await workbook(zipSync(parts))).active).toBe(1);
  });

  it("does not believe a declared size", async () => {
    const parts = unzipSync(bytesOfWorkbook(makeWorkbook(), "xlsx"));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    parts["xl/worksheets/sheet1.xml"] = strToU8(sheet.replace(/<dimension ref="[^"]*"\/>/u, '<dimension ref="A1:XFD1048576"/>'));
    expect((await workbook(zipSync(parts))).sheets[0]?.values).toHaveLength(5);
  });

  it("can be a table of a document, its title and notes around it", async () => {
    const bytes = makeDocx(p("滨江区2024年台账") + tbl([tr([tc("序号"), tc("要求")]), tr([tc("1"), tc("甲")])]) + p("注：排在第一位的为牵头单位。"));
    const { format, sheets } = await workbook(bytes);
    expect(format).toBe("docx");
    expect(sheets[0]?.texts).toEqual([["滨江区2024年台账", ""], ["序号", "要求"], ["1", "甲"], ["注：排在第一位的为牵头单位。", ""]]);
    expect(sheets[0]?.sheet).toBe("表1");
  });

  it("is empty where a document has no table", async () => expect(await openWorkbook(makeDocx(p("只有文字")), "x")).toMatchObject({ ok: false, error: { code: "empty" } }));

  it("in 2003 XML is one too", async () => {
    const xml = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="台账"><Table><Row><Cell><Data ss:Type="String">序号</Data></Cell><Cell><Data ss:Type="String">要求</Data></Cell></Row><Row><Cell><Data ss:Type="Number">1</Data></Cell><Cell><Data ss:Type="String">甲</Data></Cell></Row></Table></Worksheet></Workbook>';
    expect((await workbook(strToU8(xml))).sheets[0]?.values).toEqual([["序号", "要求"], [1, "甲"]]);
  });
});
