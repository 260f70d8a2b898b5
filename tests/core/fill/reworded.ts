import { gridOfValues, type CellValue, type SheetGrid } from "../../../src/core/grid/sheet-grid";
import type { Ledger } from "../../../src/core/ledger/ledger";

/** How another year's drafter says the same: common words for one another, asides dropped, the year before. */
const OTHER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/2021/gu, "2020"],
  [/加强/gu, "强化"],
  [/推进/gu, "推动"],
  [/健全/gu, "完善"],
  [/进一步/gu, ""],
  [/全面/gu, ""],
  [/及时/gu, "按时"],
  [/认真/gu, ""],
  [/不断/gu, "持续"],
  [/提高/gu, "提升"],
  [/我厅/gu, "本厅"],
  [/积极/gu, "主动"],
  [/切实/gu, ""],
  [/做好/gu, "抓好"],
  [/（[^（）]{0,30}）/gu, ""],
];

/** The requirement as a shorter text of other words: long ones lose their second sentence. */
export function reworded(requirement: string): string {
  const words = OTHER_WORDS.reduce((text, [pattern, other]) => text.replace(pattern, other), requirement);
  const sentences = words.split(/(?<=。)/u);
  return sentences.length > 2 ? [sentences[0], ...sentences.slice(2)].join("") : words;
}

/** A ledger of the year before: the same rows in another order under plainer headings, in other words, numbered anew, with one addition of its own. */
export function lastYearsLedger(ledger: Ledger): SheetGrid {
  const rows = [...ledger.rows.filter((_, at) => at % 3 === 1), ...ledger.rows.filter((_, at) => at % 3 === 0).reverse(), ...ledger.rows.filter((_, at) => at % 3 === 2)];
  const body = rows.map((row, at): CellValue[] => [at + 1, reworded(row.cells.requirement?.text ?? ""), row.cells.units?.text ?? "", row.cells.deadline?.text ?? ""]);
  return gridOfValues("2020年台账", [
    ["某单位2020年政务公开重点工作台账", null, null, null],
    ["序号", "具体要求", "责任部门", "完成时限"],
    ...body,
    [rows.length + 1, "协助完成档案数字化扫描和库房搬迁工作。", "档案室", "9月底前"],
  ]);
}

/** The grid with one column of the ledger's rows emptied. */
export function blanked(grid: SheetGrid, ledger: Ledger, field: "units" | "deadline"): SheetGrid {
  const values = grid.values.map((row) => [...row]);
  const texts = grid.texts.map((row) => [...row]);
  for (const row of ledger.rows) {
    const cell = row.cells[field];
    for (const at of cell ? [cell.at, ...cell.parts] : []) {
      values[at.row]![at.column] = null;
      texts[at.row]![at.column] = "";
    }
  }
  return { ...grid, values, texts };
}
