import { beforeEach, describe, expect, it } from "vitest";
import type { ExcelHost } from "./types/host";
import type { WorkbookInit } from "./workbook-init";

const init: WorkbookInit = { sheets: [{ name: "Data", values: [["id", "name", "qty"], [1, "bolt", 10], [2, "nut", 20]] }, { name: "Empty sheet" }] };
const soon = (ms = 30) => new Promise((resolve) => setTimeout(resolve, ms));

async function failureOf(work: (context: Excel.RequestContext) => Promise<unknown>): Promise<OfficeExtension.Error> {
  try {
    await Excel.run(work);
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return error;
    throw error;
  }
  throw new Error("was expected to fail");
}

/**
 * What Microsoft's real client proves of the simulated host: that it speaks the protocol the client enforces. What
 * Excel would answer beyond that is in README.md, as not proven.
 */
export function conformance(open: (init: WorkbookInit) => ExcelHost): void {
  describe("the real client over the simulated host", () => {
    let host: ExcelHost;
    beforeEach(() => {
      host = open(init);
    });

    it("reads the used range of the active sheet", async () => {
      await Excel.run(async (context) => {
        const used = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true);
        used.load("address,values,rowIndex,columnIndex,rowCount,columnCount,formulas,text,numberFormat");
        await context.sync();
        expect(used.toJSON()).toMatchObject({ address: "Data!A1:C3", values: [["id", "name", "qty"], [1, "bolt", 10], [2, "nut", 20]], rowIndex: 0, rowCount: 3, columnCount: 3, text: [["id", "name", "qty"], ["1", "bolt", "10"], ["2", "nut", "20"]] });
      });
    });

    it("throws PropertyNotLoaded before load and sync", async () => {
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Data").getRange("A1:B2");
        expect(() => range.values).toThrow(OfficeExtension.Error);
        range.load("values");
        await context.sync();
        expect(range.values).toEqual([["id", "name"], [1, "bolt"]]);
        expect(() => range.address).toThrow(/address/);
      });
    });

    it("makes null objects, and null objects of their members", async () => {
      await Excel.run(async (context) => {
        const missing = context.workbook.worksheets.getItemOrNullObject("nope");
        const below = missing.getRange("A1");
        below.load("values");
        const empty = context.workbook.worksheets.getItem("Empty sheet").getUsedRangeOrNullObject();
        const merged = context.workbook.worksheets.getItem("Data").getRange("A1:C3").getMergedAreasOrNullObject();
        await context.sync();
        expect([missing.isNullObject, below.isNullObject, empty.isNullObject, merged.isNullObject]).toEqual([true, true, true, true]);
        empty.load("values");
        await context.sync();
        expect(empty.isNullObject).toBe(true);
      });
    });

    it("stops at the first failing action and keeps what ran before", async () => {
      const error = await failureOf(async (context) => {
        context.workbook.worksheets.getItem("Data").getRange("E1").values = [["kept"]];
        context.workbook.worksheets.getItem("missing").getRange("A1").values = [[1]];
        await context.sync();
      });
      expect(error.code).toBe("ItemNotFound");
      expect(error.debugInfo.errorLocation).toBe("WorksheetCollection.getItem");
      expect(host.book.sheet("Data").cell(0, 4)?.value).toBe("kept");
    });

    it("coerces values, keeps cells given as null, refuses a wrong size", async () => {
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Empty sheet").getRange("A1:C2");
        range.values = [["12", "x", true], ["=1+2", "", "'007"]];
        range.load("values,formulas,valueTypes");
        await context.sync();
        expect(range.values).toEqual([[12, "x", true], [3, "", "007"]]);
        expect(range.formulas[1]?.[0]).toBe("=1+2");
        range.values = [[null, "y", null], [null, null, null]];
        range.load("values");
        await context.sync();
        expect(range.values).toEqual([[12, "y", true], [3, "", "007"]]);
      });
      const error = await failureOf(async (context) => {
        context.workbook.worksheets.getItem("Data").getRange("A1:B2").values = [[1, 2, 3]];
        await context.sync();
      });
      expect(error.code).toBe("InvalidArgument");
    });

    it("takes more than 1,500 cells, which the client sends in chunks of rows", async () => {
      const values = Array.from({ length: 1000 }, (_, row) => [row, `r${row}`, row * 2, row % 7]);
      const before = host.engine.counts.batches;
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Empty sheet").getRangeByIndexes(0, 0, 1000, 4);
        range.values = values;
        range.load("values");
        await context.sync();
        expect(range.values).toEqual(values);
      });
      expect(host.engine.counts.batches - before).toBeLessThanOrEqual(2);
    });

    it("loads by path, by object and by collection", async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Data");
        const header = sheet.getRange("A1:C1");
        header.format.fill.color = "#FFCC00";
        header.format.font.bold = true;
        header.format.columnWidth = 88;
        header.numberFormat = [["@", "@", "0.00"]];
        header.load("format/fill/color, format/font/bold, numberFormat");
        const column = sheet.getRange("A1:A2").load({ format: { fill: { color: true } }, address: true });
        const sheets = context.workbook.worksheets.load("items/name,items/visibility");
        await context.sync();
        expect(header.format.fill.color).toBe("#FFCC00");
        expect(header.format.font.bold).toBe(true);
        expect(header.numberFormat).toEqual([["@", "@", "0.00"]]);
        expect(column.format.fill.color).toBeNull();
        expect(sheets.items.map((one) => [one.name, one.visibility])).toEqual([["Data", "Visible"], ["Empty sheet", "Visible"]]);
        sheets.items[0]!.getRange("A1").values = [["from item"]];
        await context.sync();
        expect(host.book.sheets[0]!.cell(0, 0)?.value).toBe("from item");
      });
    });

    it("keeps references while the client holds ranges, and lets go of them", async () => {
      let leaked: Excel.Range | undefined;
      await Excel.run(async (context) => {
        leaked = context.workbook.worksheets.getItem("Data").getRange("A1");
        leaked.load("values");
        await context.sync();
        leaked.load("values");
        await context.sync();
        expect(leaked.values).toEqual([["id"]]);
      });
      await soon();
      expect(host.engine.references.size).toBe(0);
      expect(() => leaked?.load("values")).toThrow(/object path|对象路径/);
    });

    it("adds, renames, activates and deletes sheets; names are unique", async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add("New");
        sheet.name = "Renamed";
        sheet.activate();
        const active = context.workbook.worksheets.getActiveWorksheet().load("name");
        await context.sync();
        expect(active.name).toBe("Renamed");
        sheet.delete();
        const count = context.workbook.worksheets.getCount();
        await context.sync();
        expect(count.value).toBe(2);
      });
      const error = await failureOf(async (context) => {
        context.workbook.worksheets.add("data");
        await context.sync();
      });
      expect(error.code).toBe("ItemAlreadyExists");
    });

    it("moves held ranges with inserted and deleted rows and columns", async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Data");
        const last = sheet.getRange("A3:C3").load("address");
        await context.sync();
        sheet.getRange("2:2").delete("Up");
        last.load("address,values");
        await context.sync();
        expect(last.address).toBe("Data!A2:C2");
        expect(last.values).toEqual([[2, "nut", 20]]);
        sheet.getRange("1:2").insert("Down");
        sheet.getRange("A:A").insert("Right");
        last.load("address");
        await context.sync();
        expect(last.address).toBe("Data!B4:D4");
      });
    });

    it("answers merged areas, hidden lines and cell properties", async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Data");
        sheet.getRange("A5:B6").merge();
        sheet.getRange("2:2").rowHidden = true;
        sheet.getRange("C:C").columnHidden = true;
        sheet.getRange("B1").format.protection.locked = false;
        const all = sheet.getRange("A1:C6");
        const merged = all.getMergedAreasOrNullObject();
        merged.areas.load("items/address,items/rowIndex,items/rowCount");
        const rows = all.getRowProperties({ rowHidden: true });
        const columns = all.getColumnProperties({ columnHidden: true });
        const cells = sheet.getRange("A1:B1").getCellProperties({ format: { protection: true } });
        await context.sync();
        expect(merged.areas.items.map((area) => [area.address, area.rowIndex, area.rowCount])).toEqual([["Data!A5:B6", 4, 2]]);
        expect(rows.value.map((row) => row.rowHidden)).toEqual([false, true, false, false, false, false]);
        expect(columns.value.map((column) => column.columnHidden)).toEqual([false, false, true]);
        expect(cells.value[0]?.map((cell) => cell.format?.protection?.locked)).toEqual([true, false]);
      });
    });

    it("tells changes, the selection and the sheet shown, until the handler is removed", async () => {
      const seen: unknown[] = [];
      const handler = await Excel.run(async (context) => {
        const changed = context.workbook.worksheets.onChanged.add((event) => Promise.resolve(void seen.push([event.changeType, event.address, event.triggerSource])));
        context.workbook.worksheets.onActivated.add((event) => Promise.resolve(void seen.push(event.worksheetId)));
        await context.sync();
        return changed;
      });
      host.user.edit("Data", "B2", "edited");
      host.user.insertRows("Data", 1, 2);
      host.user.activate("Empty sheet");
      await soon();
      expect(seen).toEqual([["RangeEdited", "B2", "Unknown"], ["RowInserted", "2:3", "Unknown"], host.book.sheets[1]!.id]);
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Data").getRange("A1").values = [["by api"]];
        await context.sync();
      });
      await soon();
      expect(seen[3]).toEqual(["RangeEdited", "A1", "ThisLocalAddin"]);
      await Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      });
      host.user.edit("Data", "B2", "again");
      await soon();
      expect(seen.length).toBe(4);
    });

    it("has validations, conditional formats, names, comments, page set-up and protection", async () => {
      host = open({ sheets: [{ name: "Data", values: [[1], [2]], comments: { A2: "note" } }] });
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Data");
        const range = sheet.getRange("A1:A2");
        range.dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
        range.dataValidation.load("type,rule");
        const format = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
        format.custom.rule.formula = "=$A1>1";
        format.custom.format.fill.color = "#FF0000";
        range.conditionalFormats.load("items/type,items/id");
        context.workbook.names.add("first", sheet.getRange("A1"));
        const name = context.workbook.names.getItem("first").load("value");
        sheet.comments.load("items/content");
        sheet.pageLayout.orientation = Excel.PageOrientation.landscape;
        sheet.pageLayout.setPrintTitleRows("$1:$1");
        const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject().load("address");
        await context.sync();
        expect(range.dataValidation.type).toBe("List");
        expect(range.dataValidation.rule.list?.source).toBe("a,b");
        expect(range.conditionalFormats.items.map((one) => one.type)).toEqual(["Custom"]);
        expect(name.value).toBe("Data!A1");
        expect(sheet.comments.items.map((one) => one.content)).toEqual(["note"]);
        expect(titles.address).toBe("Data!1:1");
        const place = sheet.comments.items[0]!.getLocation().load("address");
        sheet.protection.protect();
        await context.sync();
        expect(place.address).toBe("Data!A2");
      });
      const error = await failureOf(async (context) => {
        context.workbook.worksheets.getItem("Data").getRange("A1").values = [[1]];
        await context.sync();
      });
      expect(error.code).toBe("AccessDenied");
    });

    it("keeps custom XML parts by namespace", async () => {
      await Excel.run(async (context) => {
        const part = context.workbook.customXmlParts.add('<r xmlns="urn:t"><a/></r>').load("id,namespaceUri");
        const found = context.workbook.customXmlParts.getByNamespace("urn:t").load("items/id");
        await context.sync();
        expect(part.namespaceUri).toBe("urn:t");
        const xml = found.items[0]!.getXml();
        await context.sync();
        expect(xml.value).toContain("<a/>");
        found.items[0]!.delete();
        await context.sync();
        expect(host.book.xmlParts).toEqual([]);
      });
    });

    it("fails loudly on what it does not simulate", async () => {
      const error = await failureOf(async (context) => {
        context.workbook.worksheets.getItem("Data").charts.load("items");
        await context.sync();
      });
      expect(error.code).toBe("NotImplemented");
      expect(error.message).toContain("Worksheet.Charts");
    });
  });
}
