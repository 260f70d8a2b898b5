import { pick } from "./clean-ledger";
import { gridOf, replaceOne, slip, someRow, textAt, withCell, type Mistake } from "./mutant";

export const parentMistakes: readonly Mistake[] = [
  {
    rule: "deadline-not-later",
    name: "时限比上级晚",
    make(clean, next) {
      const rows = clean.values.flatMap((cells, row) => (row >= clean.first && ["6月底前", "7月底前", "10月底前", "8月15日前"].includes(String(cells[clean.columns.deadline])) ? [row] : []));
      if (rows.length === 0) return undefined;
      const row = pick(rows, next);
      return { grid: gridOf(clean, withCell(clean, row, clean.columns.deadline, pick(["年底前", "11月底前", "持续推进"], next))), row };
    },
  },
  {
    rule: "task-answered",
    name: "漏了一项",
    make(clean, next) {
      const row = someRow(clean, next);
      const values = clean.values.filter((_, r) => r !== row).map((cells, r) => (r >= row ? [Number(cells[0]) - 1, ...cells.slice(1)] : cells));
      return { grid: gridOf(clean, values) };
    },
  },
  slip("task-facts-kept", "数字和上级不一样", "requirement", (text, next) => replaceOne(text, /(?<=低于解读总量的)60(?=%)|(?<=至少参加)1(?=次)|(?<=实现)2000(?=年)/gu, pick(["50", "3", "80"], next), next)),
  slip("task-facts-kept", "引的文号和上级不一样", "requirement", (text, next) => replaceOne(text, /36(?=号)/gu, pick(["63", "35", "136"], next), next)),
  slip("task-facts-kept", "引的文件名和上级不一样", "requirement", (text, next) => next(2) === 0 ? replaceOne(text, /实施办法(?=》)/gu, pick(["实施细则", "管理办法"], next), next) : replaceOne(text, /财政(?=信息公开实施办法》)/gu, pick(["财务", "政府"], next), next)),
  {
    rule: "own-lead-kept",
    name: "上级叫牵头，写成配合",
    make(clean, next) {
      const row = someRow(clean, next);
      const parentRows = clean.parent.rows.map((cells, index) => (index === row - clean.first + 1 ? [...cells.slice(0, 3), `${clean.unit}牵头，市财政局配合`, cells[4]!] : cells));
      return { grid: gridOf(clean, withCell(clean, row, clean.columns.units, `市财政局牵头，${clean.unit}配合`)), parentRows, row };
    },
  },
  slip("parent-cited", "上级的文号引错了", "requirement", (text, next, clean) => text.replace("。", `，落实《${clean.parent.title}》（${clean.parent.docNumber.replace("18", pick(["81", "19", "8"], next))}）。`)),
  {
    rule: "upper-level-wording",
    name: "留着上级的口气",
    make(clean, next) {
      const row = someRow(clean, next);
      const words = pick(["，在全省范围推广经验", "，方便我省企业和群众办事", "，结果由省级部门汇总通报"], next);
      const { requirement } = clean.columns;
      const parentRows = clean.parent.rows.map((cells, index) => (index === row - clean.first + 1 ? cells.map((cell, column) => (column === 2 ? cell.replace("，工作情况", `${words}，工作情况`) : cell)) : cells));
      return { grid: gridOf(clean, withCell(clean, row, requirement, textAt(clean, row, requirement).replace("。", `${words}。`))), parentRows, row };
    },
  },
  {
    rule: "task-deadlines-agree",
    name: "一项任务两个时限",
    make(clean, next) {
      const row = Math.min(someRow(clean, next), clean.end - 2);
      const { requirement, deadline } = clean.columns;
      const own = textAt(clean, row, deadline);
      const other = own === "年底前" ? "9月20日前" : "年底前";
      // The task is divided between two rows, each with its half of the text.
      const text = textAt(clean, row, requirement);
      const copy = clean.values[row]!.map((cell, column) => (column === deadline ? other : column === requirement ? `${text.slice(0, -1)}，并做好总结。` : cell));
      const values = [...clean.values.slice(0, row + 1), copy, ...clean.values.slice(row + 1)].map((cells, r) => (r > row ? [Number(cells[0]) + 1, ...cells.slice(1)] : cells));
      return { grid: gridOf(clean, values) };
    },
  },
  {
    rule: "parent-copied",
    name: "照抄上级",
    make(clean, next) {
      const row = Math.min(someRow(clean, next), clean.end - 2);
      const values = clean.values.map((cells, r) => (r === row || r === row + 1 ? cells.map((cell, column) => (column === clean.columns.requirement ? clean.parent.rows[r - clean.first + 1]![2]! : cell)) : cells));
      return { grid: gridOf(clean, values) };
    },
  },
];
