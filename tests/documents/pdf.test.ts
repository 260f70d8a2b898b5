import { beforeAll, describe, expect, it } from "vitest";
import { configureDocuments } from "../../src/documents/configure";
import { nodePdfAsset } from "../../src/documents/node/pdf-assets";
import { withoutRadicals } from "../../src/documents/pdf/text-runs";
import { cellText, gridLines, makePdf, type MadeLine, type MadePage } from "./made/pdf";
import { brief, mergesOf, opened, refusal, tableOf } from "./made/read";

beforeAll(() => configureDocuments({ pdfAsset: nodePdfAsset }));

const xs = [60, 110, 260, 560, 700, 780];
const wide = [4, 12, 28, 12, 6];

function rowsAt(ys: readonly number[], rows: readonly (readonly string[])[]): MadePage["texts"] {
  return rows.flatMap((row, at) => row.flatMap((text, column) => cellText(xs[column] ?? 0, ys[at] ?? 0, text, wide[column] ?? 10)));
}

const header = ["序号", "工作任务", "具体要求", "责任单位", "时限要求"];

describe("tables of a PDF", () => {
  it("reads cells, wrapped lines and merges from the ruled lines", async () => {
    const ys = [60, 90, 150, 210];
    const lines = gridLines(xs, ys).filter((line) => !(line.y1 === 150 && line.y2 === 150));
    const split: MadeLine[] = [{ x1: 60, y1: 150, x2: 110, y2: 150 }, { x1: 260, y1: 150, x2: 780, y2: 150 }];
    const table = tableOf(await opened(makePdf([{ texts: rowsAt(ys, [header, ["1", "健全投诉举报处理机制和工作流程", "各窗口设置意见簿，意见要在三个工作日内答复，答复情况逐月汇总并在门户网站公示。", "区信访局", "年底前"], ["2", "", "设置值班电话。", "区司法局", "持续推进"]]), lines: [...lines, ...split] }])));
    expect(table.texts).toEqual([header, ["1", "健全投诉举报处理机制和工作流程", "各窗口设置意见簿，意见要在三个工作日内答复，答复情况逐月汇总并在门户网站公示。", "区信访局", "年底前"], ["2", "", "设置值班电话。", "区司法局", "持续推进"]]);
    expect(mergesOf(table)).toEqual(["1,1-2,1"]);
  });

  it("keeps line ends that were meant, and joins wrapped lines", async () => {
    const ys = [60, 90, 200];
    const texts = [...rowsAt(ys, [header]), ...["1.公开预算。", "2.公开决算，并说明与上年相比有较大增减变化的原因和依据。"].flatMap((text, at) => cellText(260, 94 + at * 14, text, 28))];
    expect(tableOf(await opened(makePdf([{ texts, lines: gridLines(xs, ys) }]))).texts[1]?.[2]).toBe("1.公开预算。\n2.公开决算，并说明与上年相比有较大增减变化的原因和依据。");
  });

  it("takes no underline for a row", async () => {
    const ys = [60, 90, 150];
    const lines = [...gridLines(xs, ys), { x1: 270, y1: 120, x2: 420, y2: 120 }];
    expect(tableOf(await opened(makePdf([{ texts: rowsAt(ys, [header, ["1", "任务", "划了线的要求。", "甲局", "年底前"]]), lines }]))).texts).toHaveLength(2);
  });

  it("puts a table together over pages: repeated header, cut row, merged heading", async () => {
    const ys = [60, 90, 150, 210];
    const first = rowsAt(ys, [header, ["1", "规范窗口服务", "公示办理时限。", "甲局", "年底前"], ["2", "", "逐项公布收费依据和标准，", "乙局牵头，丙局", "10月底前"]]);
    const second = rowsAt(ys, [header, ["", "", "接受群众监督。", "配合", ""], ["3", "", "定期回访。", "甲局", "持续推进"]]);
    const merged = gridLines(xs, ys).filter((line) => !(line.y1 === 150 && line.y2 === 150));
    const lines = [...merged, { x1: 60, y1: 150, x2: 110, y2: 150 }, { x1: 260, y1: 150, x2: 780, y2: 150 }];
    const table = tableOf(await opened(makePdf([{ texts: first, lines }, { texts: second, lines }])));
    expect(table.texts).toEqual([
      header,
      ["1", "规范窗口服务", "公示办理时限。", "甲局", "年底前"],
      ["2", "", "逐项公布收费依据和标准，接受群众监督。", "乙局牵头，丙局配合", "10月底前"],
      ["3", "", "定期回访。", "甲局", "持续推进"],
    ]);
    expect(mergesOf(table)).toEqual(["1,1-3,1"]);
  });

  it("leaves a row of its own alone at the head of a page, also where its number is missing", async () => {
    const ys = [60, 90, 150];
    const lines = gridLines(xs, ys);
    const page = (rows: readonly (readonly string[])[]): MadePage => ({ texts: rowsAt(ys, rows), lines });
    const table = tableOf(await opened(makePdf([page([header, ["1", "甲事", "第一条要求。", "甲局", "年底前"]]), page([header, ["2", "乙事", "第二条要求。", "乙局", "年底前"]]), page([header, ["3", "丙事", "第三条要求。", "丙局", "年底前"]]), page([header, ["", "丁事", "没有编号的要求。", "丁局", "年底前"]])])));
    expect(table.texts.map((row) => row[0])).toEqual(["序号", "1", "2", "3", ""]);
  });

  it("joins the row of a page without a line at its foot, whatever it says", async () => {
    const ys = [60, 90, 150];
    const open = gridLines(xs, ys).filter((line) => !(line.y1 === 150 && line.y2 === 150));
    const table = tableOf(await opened(makePdf([{ texts: rowsAt(ys, [header, ["1", "甲事", "前半句，", "甲局", "年底前"]]), lines: open }, { texts: rowsAt([60, 90], [["", "", "后半句。", "", ""]]), lines: gridLines(xs, [60, 90]) }])));
    expect(table.texts).toEqual([header, ["1", "甲事", "前半句，后半句。", "甲局", "年底前"]]);
  });

  it("takes no strip for a row where a merged cell goes on over the page", async () => {
    const row = (at: number, ys: readonly number[], to: number): MadeLine[] => [...[60, 110, 260, 560, 700, 780].map((x) => ({ x1: x, y1: ys[0] ?? 0, x2: x, y2: to })), ...ys.map((y) => ({ x1: at, y1: y, x2: 780, y2: y }))];
    const top = [{ x1: 60, y1: 60, x2: 780, y2: 60 }, { x1: 60, y1: 90, x2: 780, y2: 90 }];
    // The second column is merged down to the foot of the page at 190, below the last row at 150, and goes on overleaf.
    const first = [...row(260, [60, 90, 120, 150], 190), ...top, { x1: 60, y1: 120, x2: 110, y2: 120 }, { x1: 60, y1: 150, x2: 110, y2: 150 }];
    const second = [...gridLines(xs, [60, 90, 120])];
    const document = await opened(makePdf([{ texts: rowsAt([60, 90, 120], [header, ["1", "合并的任务", "第一条。", "甲局", "年底前"], ["2", "", "第二条。", "乙局", "年底前"]]), lines: first }, { texts: rowsAt([60, 90], [header, ["3", "", "第三条。", "丙局", "年底前"]]), lines: second }]));
    const table = tableOf(document);
    expect(table.texts.map((cells) => cells[0])).toEqual(["序号", "1", "2", "3"]);
    expect(mergesOf(table)).toEqual(["1,1-3,1"]);
  });

  it("takes the double lines of cells with borders of their own for one", async () => {
    const double = [60, 62, 90, 92.5, 120, 122];
    const table = tableOf(await opened(makePdf([{ texts: rowsAt([62, 92], [header, ["1", "甲", "乙", "丙", "丁"]]), lines: [...gridLines(xs, double), ...gridLines(xs.map((x) => x + 2), [60, 122])] }])));
    expect(table.texts).toEqual([header, ["1", "甲", "乙", "丙", "丁"]]);
  });

  it("keeps two tables with other columns apart", async () => {
    const lower = gridLines([60, 300, 780], [200, 230, 260]);
    const { blocks } = await opened(makePdf([{ texts: [...rowsAt([60, 90], [header, ["1", "甲", "乙", "丙", "丁"]]), ...cellText(60, 200, "姓名", 4), ...cellText(300, 200, "电话", 4), ...cellText(60, 230, "某某", 4)], lines: [...gridLines(xs, [60, 90, 120]), ...lower] }]));
    expect(blocks.filter((block) => block.kind === "table")).toHaveLength(2);
  });
});

describe("paragraphs of a PDF", () => {
  const line = (y: number, text: string): MadePage["texts"][number] => ({ x: 60, y, size: 14, text });
  const full = "建立健全工作机制，明确责任分工和完成时限，逐项细化措施并按月调度进展，形成闭环管理，确保各项工作落到实处。";

  it("parts at a gap wider than between the lines of a paragraph", async () => {
    const document = await opened(makePdf([{ texts: [line(100, full), line(120, "并向社会公开。"), line(160, full), line(200, "牵头单位：甲局"), line(240, full), line(260, "并向社会公开。")], lines: [] }]));
    expect(document.blocks.map((block) => (block.kind === "paragraph" ? block.text : ""))).toEqual([`${full}并向社会公开。`, full, "牵头单位：甲局", `${full}并向社会公开。`]);
  });

  it("takes no line for a running title that stands in the text more often", async () => {
    const key = "配合单位：各县区政府";
    const page: MadePage = { texts: [line(40, key), line(160, full), line(200, key), line(240, full), line(280, key), line(320, full)], lines: [] };
    const document = await opened(makePdf([page, page, page]));
    expect(document.blocks.filter((block) => block.kind === "paragraph" && block.text.endsWith(key))).toHaveLength(9);
  });
});

describe("text of a PDF outside of tables", () => {
  it("makes paragraphs of wrapped lines and leaves out page numbers", async () => {
    const line = (y: number, x: number, text: string, size = 16) => ({ x, y, size, text });
    const page = (number: number) => ({
      lines: [],
      texts: [line(120, 112, "各镇人民政府，区政府各部门要按照分工抓好落实，于每季"), line(150, 80, "度末报送进展情况。"), line(180, 112, "第二段另起一行，写明联系人和联系电话。"), line(560, 400, `— ${number} —`, 12)],
    });
    const document = await opened(makePdf([page(1), page(2)]));
    expect(brief(document.blocks)).toEqual(["各镇人民政府，区政府各部门要按照分工抓好落实，于每季度末报送进展情况。", "第二段另起一行，写明联系人和联系电话。", "各镇人民政府，区政府各部门要按照分工抓好落实，于每季度末报送进展情况。", "第二段另起一行，写明联系人和联系电话。"]);
    expect(document.notes).toEqual(["page-lines-removed"]);
  });

  it("reads fonts in GBK with the character maps of the host, and says so when they are missing", async () => {
    // 政务公开台账 twice: enough text for a page.
    const gbk = "d5feceF1b9abbfaacca8d5cb".repeat(2);
    const bytes = makePdf([{ texts: [{ x: 60, y: 60, size: 16, text: "", gbk }], lines: [] }]);
    expect(brief((await opened(bytes)).blocks)).toEqual(["政务公开台账政务公开台账"]);
    configureDocuments({ pdfAsset: (path) => Promise.reject(new Error(path)) });
    expect(await refusal(bytes)).toBe("damaged");
    configureDocuments({ pdfAsset: nodePdfAsset });
  });

  it.each([["⼯⺠⻓⻔⼀", "工民长门一"], ["①（二）ＡＢ㈠", "①（二）ＡＢ㈠"], ["門窗", "門窗"], ["⻔⼾", "门户"]])("folds radicals only: %s", (text, folded) => expect(withoutRadicals(text)).toBe(folded));
});

describe("a PDF that cannot be read", () => {
  it("is scanned without text", async () => expect(await refusal(makePdf([{ texts: [], lines: gridLines([60, 200, 400], [60, 100]) }]))).toBe("scanned"));
  it("is scanned with page numbers only", async () => expect(await refusal(makePdf([1, 2].map((n) => ({ texts: [{ x: 400, y: 560, size: 10, text: `-${n}-` }], lines: [] }))))).toBe("scanned"));
  it("is encrypted with a password", async () => expect(await refusal(makePdf([{ texts: [{ x: 60, y: 60, size: 10, text: "密" }], lines: [] }], { encrypted: true }))).toBe("encrypted"));
});
