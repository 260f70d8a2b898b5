import { defineSheetRule } from "./rule";

/** Rows that one page certainly does not hold, whatever their height: A4 landscape has some 190 mm, a row at least 5. */
const ROWS_OF_A_PAGE = 40;
/** Columns that fit no page side by side at a readable size only when the print is fitted to it. */
const WIDE = 5;

/** 可改 before publishing: a long table whose header is not repeated on each page, a wide one that is not fitted to one page. */
export const printReady = defineSheetRule({
  meta: { id: "print-ready", title: "打印设置好了", found: "打印设置没弄好", group: "public", severity: "info", needs: ["page-setup"], offByDefault: true },
  messages: {
    titleRows: (d: { rows: number }) => `表有 ${d.rows} 行，打印时第二页起没有表头。`,
    width: (d: { columns: number }) => `表有 ${d.columns} 列，没有设成一页宽，打印时右边的列会跑到另一页。`,
  },
  docs: {
    why: "下载的人多半要打印，缺表头、断列都看不成。",
    howToFix: "在“页面布局”里设“打印标题”的顶端标题行，缩放设成一页宽。",
    bad: [],
    good: [],
  },
  check({ facts, grid, ledger }, report) {
    const setup = facts?.pageSetup[grid.sheet];
    if (!setup) return;
    const rows = ledger.last - ledger.first + 1;
    if (setup.titleRows === null && rows > ROWS_OF_A_PAGE) report({ messageId: "titleRows", data: { rows }, row: null, field: null, at: null });
    const columns = Object.keys(ledger.columns).length;
    if (setup.fitToWidth !== 1 && columns >= WIDE) report({ messageId: "width", data: { columns }, row: null, field: null, at: null });
  },
});
