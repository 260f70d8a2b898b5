import { makeDoc } from "./doc";
import { makeDocx, p, tbl, tc, tr, vGoesOn, vStart } from "./docx";
import { cellText, gridLines, makePdf } from "./pdf";
import { bytesOfWorkbook, makeWorkbook } from "./sheets";

const header = ["工作任务", "具体要求", "责任单位", "时限要求"];
const rows = [
  ["一、健全窗口服务", "大厅设置无障碍通道，公布导办电话。", "区政务服务中心牵头，区残联配合", "3月底前"],
  ["", "推行周六延时服务，轮值表每月公示。", "区政务服务中心", "持续推进"],
  ["二、规范收费公示", "收费目录在门户网站集中公开，有调整的10日内更新。", "区发改局、财政局", "年底前"],
];

/** One small document of each format, the seeds of the fuzzing. */
export function samples(): ReadonlyMap<string, Uint8Array> {
  const book = makeWorkbook();
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><h1>平湖区便民服务任务分工</h1><table>${[header, ...rows].map((row) => `<tr>${row.flatMap((cell) => (cell === "" ? [] : [`<td${cell === "一、健全窗口服务" ? ' rowspan="2"' : ""}>${cell}</td>`])).join("")}</tr>`).join("")}</table></body></html>`;
  const xs = [60, 180, 480, 680, 780];
  const ys = [80, 110, 170, 230, 290];
  const edges = [120, 300, 500, 620];
  return new Map([
    [
      "docx",
      makeDocx(p("平湖区便民服务任务分工") + tbl([tr(header.map((cell) => tc(cell))), ...rows.map((row, at) => tr(row.map((cell, column) => tc(cell, column > 0 ? "" : at === 0 ? vStart : at === 1 ? vGoesOn : ""))))]), {
        numbering: '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        styles: '<w:style w:styleId="a"><w:name w:val="heading 1"/></w:style>',
      }),
    ],
    [
      "doc",
      makeDoc([
        { text: "平湖区便民服务任务分工", end: "paragraph" },
        ...[header, ...rows].flatMap((row, at) => [
          ...row.map((text) => ({ text, end: "cell" as const })),
          { text: "", end: "row" as const, row: edges.map((right, column) => (column > 0 || at < 1 || at > 2 ? { right } : { right, vertical: at === 1 ? ("restart" as const) : ("continue" as const) })) },
        ]),
      ]),
    ],
    ["pdf", makePdf([{ texts: [...cellText(300, 40, "平湖区便民服务任务分工", 20, 18), ...[header, ...rows].flatMap((row, at) => row.flatMap((cell, column) => cellText(xs[column] ?? 0, ys[at] ?? 0, cell, column === 1 ? 28 : 10)))], lines: gridLines(xs, ys) }])],
    ["xlsx", bytesOfWorkbook(book, "xlsx")],
    ["xls", bytesOfWorkbook(book, "biff8")],
    ["ods", bytesOfWorkbook(book, "ods")],
    ["xlsb", bytesOfWorkbook(book, "xlsb")],
    ["html", new TextEncoder().encode(html)],
    ["mht", new TextEncoder().encode(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${html}\r\n--b1--\r\n`)],
    ["csv", new TextEncoder().encode([header, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n"))],
  ]);
}
