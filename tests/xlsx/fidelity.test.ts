import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Edit } from "../../src/core/edits/edit";
import type { CellValue, SheetGrid } from "../../src/core/grid/sheet-grid";
import { openXlsx, type XlsxWorkbook } from "../../src/xlsx/xlsx-workbook";
import { valueOf } from "../contract/workbook-contract";
import { parseXml, type XmlElement } from "../excel-host/xlsx/xml";
import { xlsxOfParts } from "./awkward-files";
import { fullFile } from "./full-file";
import { packageFaults } from "./package-faults";

async function opened(bytes: Uint8Array): Promise<XlsxWorkbook> {
  const result = await openXlsx(bytes, "台账.xlsx");
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
}

const partText = (bytes: Uint8Array, path: string): string => new TextDecoder().decode(unzipSync(bytes)[path]);

/** Every XML part as a tree, without what Excel makes anew or what only helps it: order of calculation, hints, unused strings and formats. */
function meaning(bytes: Uint8Array): Record<string, unknown> {
  const parts = unzipSync(bytes);
  const strings = parts["xl/sharedStrings.xml"] === undefined ? [] : parseXml(new TextDecoder().decode(parts["xl/sharedStrings.xml"])).children;
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([path]) => !/calcChain|sharedStrings|styles|Content_Types|workbook\.xml/u.test(path))
      .map(([path, part]) => [path, /\.(?:xml|rels)$/u.test(path) ? plain(parseXml(new TextDecoder().decode(part)), strings) : [...part]]),
  );
}

function plain(element: XmlElement, strings: readonly XmlElement[]): unknown {
  const attributes = Object.fromEntries(Object.entries(element.attributes).filter(([name]) => name !== "spans"));
  if (element.name === "c" && attributes["t"] === "s") return { c: attributes["r"], s: attributes["s"], text: strings[Number(element.children.find(({ name }) => name === "v")?.text)] };
  if (element.name === "c" && attributes["t"] === "inlineStr") return { c: attributes["r"], s: attributes["s"], text: { ...element.children[0], name: "si" } };
  // The order in which merges are listed means nothing.
  const children = element.name === "mergeCells" ? [...element.children].sort((a, b) => (String(a.attributes["ref"]) < String(b.attributes["ref"]) ? -1 : 1)) : element.children;
  return { name: element.name, attributes, text: element.text.trim(), children: children.map((child) => plain(child, strings)) };
}

const at = (row: number, column: number) => ({ row, column });
const cell = (row: number, column: number, before: CellValue, after: CellValue): Edit => ({ kind: "setCell", sheet: "台账", at: at(row, column), before, after });

describe("a full office file", () => {
  it("is consistent to begin with", () => expect(packageFaults(fullFile())).toEqual([]));

  it("is saved with every part the bytes it was, when nothing was changed", async () => {
    const bytes = fullFile();
    const workbook = await opened(bytes);
    valueOf(await workbook.readSheet());
    valueOf(await workbook.readView());
    expect(unzipSync(await workbook.save())).toEqual(unzipSync(bytes));
  });

  it("changes only the parts an edit touches", async () => {
    const bytes = fullFile();
    const workbook = await opened(bytes);
    valueOf(await workbook.applyEdits([cell(4, 2, "年地前", "年底前")]));
    const [before, after] = [unzipSync(bytes), unzipSync(await workbook.save())];
    const changed = Object.keys(after).filter((path) => Buffer.compare(Buffer.from(after[path]!), Buffer.from(before[path] ?? [])) !== 0);
    // The text that was taken out must not travel on in the shared strings; formulas are to be worked out anew.
    expect(changed.sort()).toEqual(["xl/sharedStrings.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    expect(partText(await workbook.save(), "xl/sharedStrings.xml")).not.toContain("年地前");
  });

  it("takes rich text, inline rich text and numbers back to what they were, after saving and opening again", async () => {
    const bytes = fullFile();
    const workbook = await opened(bytes);
    const outcome = valueOf(await workbook.applyEdits([cell(5, 1, "重点", "难点"), cell(5, 2, "年内", null), cell(2, 0, 1, "一"), cell(9, 1, null, "新")]));
    const inverses = JSON.parse(JSON.stringify(outcome.inverses)) as Edit[];
    const again = await opened(await workbook.save());
    expect(valueOf(await again.applyEdits(inverses)).skipped).toEqual([]);
    const saved = await again.save();
    expect(meaning(saved)).toEqual(meaning(bytes));
    expect(packageFaults(saved)).toEqual([]);
  });

  it("shifts everything with a place when rows go in: cells, shared formulas, rules, links, filter, names, notes, pictures, charts", async () => {
    const bytes = fullFile();
    const workbook = await opened(bytes);
    const outcome = valueOf(await workbook.applyEdits([{ kind: "insertRows", sheet: "台账", row: 4, count: 2, values: [["新增"]] }]));
    const saved = await workbook.save();
    expect(packageFaults(saved)).toEqual([]);
    const sheet = partText(saved, "xl/worksheets/sheet1.xml");
    for (const piece of ['ref="A2:D8"', 'sqref="C3:C8"', '<hyperlink ref="B7"', '<hyperlink ref="A11"', '<brk id="8"', "<xm:sqref>B7:B8</xm:sqref>", "<f>SUM(A3:A8)</f>", "<f>A7*2</f>", "A3*2", 'prompt="第一行&#10;第二行"', 'x14ac:dyDescent="0.2"']) expect(sheet).toContain(piece);
    const workbookXml = partText(saved, "xl/workbook.xml");
    for (const piece of ["台账!$A$2:$D$8", "$A$1:$D$11", "台账!$1:$2"]) expect(workbookXml).toContain(piece);
    expect(partText(saved, "xl/worksheets/sheet2.xml")).toContain("<f>'台账'!$A$11</f>");
    expect(partText(saved, "xl/worksheets/sheet2.xml")).toContain("<f>台账!A3+SUM(台账!A:A)</f>");
    expect(partText(saved, "xl/comments1.xml")).toContain('ref="C11"');
    expect(partText(saved, "xl/drawings/vmlDrawing1.vml")).toContain("<x:Row>10</x:Row>");
    expect(partText(saved, "xl/charts/chart1.xml")).toContain("台账!$A$3:$A$8");
    expect(partText(saved, "xl/drawings/drawing1.xml")).toContain("<xdr:row>12</xdr:row>");
    expect(valueOf(await workbook.readSheet()).comments).toEqual([{ row: 10, column: 2, text: "请核实" }]);
    expect(valueOf(await workbook.applyEdits(outcome.inverses)).skipped).toEqual([]);
    expect(valueOf(await workbook.readSheet())).toEqual(valueOf(await (await opened(bytes)).readSheet()));
  });

  it.each<[string, Edit]>([
    ["a row with a note", { kind: "deleteRows", sheet: "台账", row: 8, count: 1, before: [[10, null, "#N/A"]] }],
    ["a row under a picture's corner", { kind: "deleteRows", sheet: "台账", row: 10, count: 1, before: [] }],
    ["a row a formula of another sheet names", { kind: "deleteRows", sheet: "台账", row: 2, count: 2, before: [[1, "一、公开", "年底前", 2], [2, null, 46203, 4]] }],
  ])("does not delete %s", async (_what, edit) => {
    const workbook = await opened(fullFile());
    expect(valueOf(await workbook.applyEdits([edit])).skipped.map(({ reason }) => reason)).toEqual(["not-restorable"]);
    expect(unzipSync(await workbook.save())).toEqual(unzipSync(fullFile()));
  });

  it("puts a sheet of ours in and leaves a consistent package, refilled too", async () => {
    const workbook = await opened(fullFile());
    const report = { name: "检查情况表", rows: [[{ value: "甲", style: "title" as const }], [{ value: "E5", style: "cell" as const, link: { sheet: "台账", at: at(2, 2) } }]], widths: [10], merges: [], titleRows: { first: 0, last: 0 }, landscape: true, activate: true, keep: false };
    valueOf(await workbook.showReport(report));
    valueOf(await workbook.showReport({ ...report, titleRows: null }));
    const saved = await workbook.save();
    expect(packageFaults(saved)).toEqual([]);
    expect(partText(saved, "xl/worksheets/sheet3.xml")).toContain(`location="'台账'!C3"`);
    expect(partText(saved, "xl/workbook.xml")).not.toContain('localSheetId="2"');
  });
});

it("puts a sheet beside sheets that each declare the prefix of relationships for themselves", async () => {
  const office = ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const workbookXml = partText(xlsxOfParts({}), "xl/workbook.xml").replace(office, "").replace("<sheet ", `<sheet${office} `);
  const workbook = await opened(xlsxOfParts({ "xl/workbook.xml": workbookXml }));
  valueOf(await workbook.showReport({ name: "检查情况表", rows: [], widths: [], merges: [], titleRows: null, landscape: false, activate: false, keep: false }));
  const saved = await workbook.save();
  expect(packageFaults(saved)).toEqual([]);
  expect(valueOf(await (await opened(saved)).listSheets()).length).toBe(2);
});

/** Edits that fit the sheet as it is: the precondition is read from the grid. */
function editOf(grid: SheetGrid, [kind, a, b, text]: readonly [number, number, number, string]): Edit {
  const rows = Math.max(grid.values.length, 1) + 2;
  const columns = (grid.values[0]?.length ?? 1) + 1;
  const [row, column] = [a % rows, b % columns];
  const { sheet } = grid;
  const value = (r: number, c: number): CellValue => grid.values[r]?.[c] ?? null;
  const area = { top: row, left: column, bottom: row + 1, right: column };
  const edits: readonly Edit[] = [
    { kind: "setCell", sheet, at: { row, column }, before: value(row, column), after: text },
    { kind: "setCell", sheet, at: { row, column }, before: value(row, column), after: b, numberFormat: { before: grid.numberFormats.get(row * 16_384 + column) ?? "General", after: "0.0" } },
    { kind: "setCell", sheet, at: { row, column }, before: value(row, column), after: null },
    { kind: "insertRows", sheet, row, count: 1 + (b % 3), values: [[text]] },
    { kind: "deleteRows", sheet, row, count: 1 + (b % 2), before: [grid.values[row] ?? [], ...(b % 2 === 1 ? [grid.values[row + 1] ?? []] : [])] },
    { kind: "insertColumns", sheet, column, count: 1, likeColumn: b % 2 === 0 ? column : null },
    { kind: "deleteColumns", sheet, column, count: 1 },
    { kind: "merge", sheet, area },
    { kind: "unmerge", sheet, area: grid.merges[a % Math.max(1, grid.merges.length)] ?? area },
    { kind: "setValidation", sheet, area, before: null, after: { kind: "list", options: ["是", "否"] } },
    { kind: "setConditionalFormat", sheet, area, before: [], after: [{ formula: "=$A3>1", fill: "#FF0000" }] },
  ];
  return edits[kind % edits.length]!;
}

describe("properties", () => {
  const edit = fc.tuple(fc.nat(100), fc.nat(30), fc.nat(30), fc.string({ unit: "binary", maxLength: 8 }));

  it("any edits and their inverses give the identical workbook, part by part", async () => {
    const original = fullFile();
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (choices) => {
        const workbook = await opened(original);
        const stack: (readonly Edit[])[] = [];
        for (const choice of choices) {
          const outcome = valueOf(await workbook.applyEdits([editOf(valueOf(await workbook.readSheet("台账")), choice)]));
          stack.push(outcome.inverses);
        }
        expect(packageFaults(await workbook.save())).toEqual([]);
        let current = await opened(await workbook.save());
        for (const inverses of stack.reverse()) expect(valueOf(await current.applyEdits(JSON.parse(JSON.stringify(inverses)) as Edit[])).skipped).toEqual([]);
        current = await opened(await current.save());
        expect(formulasWrittenOut(meaning(await current.save()))).toEqual(formulasWrittenOut(meaning(original)));
        const [now, then] = [valueOf(await current.readSheet("台账")), valueOf(await (await opened(original)).readSheet("台账"))];
        expect(now).toEqual(then);
      }),
      { numRuns: 60 },
    );
  });
});

/** Shared formulas may be written out cell by cell; the grids' comparison covers what they say. */
function formulasWrittenOut(parts: Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(parts, (_key, value: unknown) => (typeof value === "object" && value !== null && "name" in value && value.name === "f" ? "formula" : value))) as unknown;
}
