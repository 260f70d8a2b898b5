import type { CellValue } from "../../src/core/grid/sheet-grid";
import { HEADER } from "./clean-ledger";
import { gridOf, someRow, textAt, withCell, type Mistake } from "./mutant";

/** The rows with others put in before one of them. */
function inserted(values: readonly (readonly CellValue[])[], at: number, ...rows: (readonly CellValue[])[]): (readonly CellValue[])[] {
  return [...values.slice(0, at), ...rows, ...values.slice(at)];
}

const BLANK: readonly CellValue[] = HEADER.map(() => null);

export const structureMistakes: readonly Mistake[] = [
  {
    rule: "header-repeated",
    name: "表头在中间又印一遍",
    make(clean, next) {
      const row = someRow(clean, next, clean.first + 2);
      if (row >= clean.end - 1) return undefined;
      return { grid: gridOf(clean, inserted(clean.values, row, HEADER)), row, restored: clean.values };
    },
  },
  {
    rule: "row-blank",
    name: "中间一行空着",
    make(clean, next) {
      const row = Math.min(someRow(clean, next, clean.first + 1), clean.end - 1);
      return { grid: gridOf(clean, inserted(clean.values, row, BLANK)), row, restored: clean.values };
    },
  },
  {
    rule: "far-cell-absent",
    name: "很远处还有内容",
    make(clean, next) {
      const beyond = next(2) === 0 ? { row: clean.end + 2_000 + next(100_000), column: null } : { row: null, column: 256 + next(10_000) };
      return { grid: gridOf(clean, clean.values, { beyond }) };
    },
  },
  {
    rule: "row-whole",
    name: "换页处断成两行",
    make(clean, next) {
      const row = Math.min(someRow(clean, next, clean.first + 1), clean.end - 2);
      const text = textAt(clean, row, clean.columns.requirement);
      const cut = 10 + next(text.length - 16);
      const upper = clean.values[row]!.map((cell, column) => (column === clean.columns.requirement ? text.slice(0, cut) : cell));
      const rest = BLANK.map((_, column) => (column === clean.columns.requirement ? text.slice(cut) : null));
      return { grid: gridOf(clean, [...clean.values.slice(0, row), upper, HEADER, rest, ...clean.values.slice(row + 1)]) };
    },
  },
  {
    rule: "columns-aligned",
    name: "几格错到右边一列",
    make(clean, next) {
      const row = someRow(clean, next);
      const { units } = clean.columns;
      // Beside the table stands a blank column without a header, into which the last cell moves.
      const values = clean.values.map((cells, r) => (r === row ? [...cells.slice(0, units), null, ...cells.slice(units)] : [...cells, null]));
      return { grid: gridOf(clean, values), row };
    },
  },
  {
    rule: "items-apart",
    name: "两项写在一格里",
    make(clean, next) {
      const { requirement } = clean.columns;
      const row = Math.min(someRow(clean, next), clean.end - 2);
      // The sheet numbers its rows before the text, without a column for it.
      const values = clean.values.map((cells, r) => (r < clean.first - 1 ? cells.slice(1) : cells.slice(1).map((cell, column) => (r >= clean.first && column === requirement - 1 ? `${r - clean.first + 1}.${String(cell)}` : cell))));
      values[row]![requirement - 1] = `${String(values[row]![requirement - 1])}${String(values[row + 1]![requirement - 1])}`;
      values.splice(row + 1, 1);
      return { grid: gridOf(clean, values), row };
    },
  },
  {
    rule: "serial-consecutive",
    name: "序号重复",
    make(clean, next) {
      const row = Math.min(someRow(clean, next) + 1, clean.end - 1);
      return { grid: gridOf(clean, withCell(clean, row, 0, clean.values[row - 1]![0]!)) };
    },
  },
  {
    rule: "serial-consecutive",
    name: "序号跳号",
    make(clean, next) {
      const row = Math.min(someRow(clean, next) + 1, clean.end - 1);
      const values = clean.values.map((cells, r) => (r >= row ? [Number(cells[0]) + 1, ...cells.slice(1)] : cells));
      return { grid: gridOf(clean, values), row };
    },
  },
  {
    rule: "row-visible",
    name: "任务行隐藏着",
    make(clean, next) {
      const row = someRow(clean, next);
      return { grid: gridOf(clean, clean.values, { hiddenRows: new Set([row]), ...(next(2) === 0 && { filteredRows: new Set([row]) }) }), row };
    },
  },
  {
    rule: "far-cell-absent",
    name: "远处误填了一格",
    make(clean, next) {
      return { grid: gridOf(clean, clean.values, { beyond: next(2) === 0 ? { row: 5_000 + next(1_000_000), column: null } : { row: null, column: 300 + next(16_000) } }) };
    },
  },
  {
    rule: "cell-without-error",
    name: "公式错误",
    make(clean, next) {
      const row = someRow(clean, next);
      const column = next(HEADER.length);
      const text = ["#REF!", "#N/A", "#VALUE!", "#DIV/0!"][next(4)]!;
      return { grid: gridOf(clean, withCell(clean, row, column, text), { errors: new Map([[row * 16_384 + column, text]]) }), row };
    },
  },
  {
    rule: "column-present",
    name: "少了时限一列",
    make(clean, next) {
      const gone = next(2) === 0 ? clean.columns.deadline : clean.columns.units;
      // Without 完成情况 the sheet is no 督办台账, and is held by its title.
      const values = clean.values.map((cells) => cells.slice(0, 5).filter((_, column) => column !== gone));
      return { grid: gridOf(clean, values) };
    },
  },
  {
    rule: "count-stated",
    name: "标题写的项数不对",
    make(clean, next) {
      const tasks = clean.end - clean.first;
      const title = textAt(clean, 0, 0).replace(`共${tasks}项`, `共${tasks + (next(2) === 0 ? 1 + next(3) : -1 - next(3))}项`);
      return { grid: gridOf(clean, withCell(clean, 0, 0, title)), row: 0 };
    },
  },
  {
    rule: "heading-numbering",
    name: "层次序号跳了或重了",
    make(clean, next) {
      const [from, to] = ([["二、", "三、"], ["三、", "四、"], ["四、", "五、"], ["三、", "二、"], ["四、", "三、"]] as const)[next(5)]!;
      const values = clean.values.map((cells) => cells.map((cell, column) => (column === clean.columns.level1 && String(cell).startsWith(from) ? `${to}${String(cell).slice(2)}` : cell)));
      return { grid: gridOf(clean, values) };
    },
  },
  {
    rule: "serial-consecutive",
    name: "序号打成别的数",
    make(clean, next) {
      const row = someRow(clean, next);
      return { grid: gridOf(clean, withCell(clean, row, clean.columns.seq, Number(clean.values[row]![0]) + 20 + next(9))) };
    },
  },
];
