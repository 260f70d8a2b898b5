import { addressOf } from "../../src/core/grid/address";
import type { SheetInfo } from "../../src/core/workbook";
import { pick, type CleanLedger, type Next } from "./clean-ledger";
import { between, cleanFacts, gridOf, someRow, textAt, withCell, type Mistake } from "./mutant";

function digits(count: number, next: Next): string {
  return Array.from({ length: count }, () => String(next(10))).join("");
}

/** An identity number with the right check digit (GB 11643-1999: ISO 7064 MOD 11-2 over the 17 digits before). */
function identityNumber(next: Next): string {
  const body = `${pick(["340402", "110105", "440103", "510104"], next)}19${5 + next(5)}${next(10)}0${1 + next(9)}1${next(10)}${digits(3, next)}`;
  const sum = [...body].reduce((total, digit, place) => total + Number(digit) * (2 ** (17 - place) % 11), 0);
  const check = (12 - (sum % 11)) % 11;
  return `${body}${check === 10 ? "X" : check}`;
}

function withRemark(clean: CleanLedger, next: Next, text: string): { values: CleanLedger["values"]; row: number } {
  const row = someRow(clean, next);
  return { values: withCell(clean, row, clean.columns.result, text), row };
}

export const publicMistakes: readonly Mistake[] = [
  {
    rule: "mobile-number-withheld",
    name: "手机号码",
    public: true,
    make(clean, next) {
      const number = `1${pick(["3", "5", "7", "8", "9"], next)}${digits(9, next)}`;
      const written = pick([number, `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`, `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`], next);
      const place = next(3);
      if (place === 0) {
        const { values, row } = withRemark(clean, next, `联系人王某某，${written}`);
        return { grid: gridOf(clean, values), row };
      }
      const row = someRow(clean, next);
      const column = place === 1 ? clean.columns.requirement : clean.columns.units;
      const text = between(textAt(clean, row, column), `（${written}）`, next);
      return text === undefined ? undefined : { grid: gridOf(clean, withCell(clean, row, column, text)), row };
    },
  },
  {
    rule: "identity-number-withheld",
    name: "身份证号码",
    public: true,
    make(clean, next) {
      const { values, row } = withRemark(clean, next, `王某某 ${identityNumber(next)}`);
      return { grid: gridOf(clean, values), row };
    },
  },
  {
    rule: "inner-column-withheld",
    name: "内部栏目",
    public: true,
    make(clean, next) {
      const label = pick(["责任人", "负责人", "联系人", "联系电话", "手机号码", "联系人及电话"], next);
      const values = clean.values.map((cells, row) => [...cells, row === clean.first - 1 ? label : row >= clean.first && row % 3 === 0 ? (/电话|手机/u.test(label) ? "2671234" : "王某某") : null]);
      return { grid: gridOf(clean, values) };
    },
  },
  {
    rule: "comment-removed",
    name: "批注",
    public: true,
    make(clean, next) {
      const row = someRow(clean, next);
      return { grid: gridOf(clean, clean.values, { comments: [{ row, column: 3, text: "与处长再核" }] }), row };
    },
  },
  {
    rule: "hidden-cell-absent",
    name: "隐藏的行或列",
    public: true,
    make(clean, next) {
      return { grid: gridOf(clean, clean.values, next(2) === 0 ? { hiddenRows: new Set([someRow(clean, next)]) } : { hiddenColumns: new Set([next(6)]) }) };
    },
  },
  {
    rule: "sheet-shown",
    name: "别的工作表",
    public: true,
    make(clean, next) {
      return { grid: gridOf(clean, clean.values), sheets: [{ name: clean.sheet, visible: true, active: true, ours: false }, { name: "底稿", visible: next(2) === 0, active: false, ours: false }] };
    },
  },
  {
    rule: "formula-replaced",
    name: "公式",
    public: true,
    make(clean, next) {
      const row = someRow(clean, next);
      const formula = pick(["=ROW()-3", "=[1]Sheet1!A1", `=${addressOf({ row: row - 1, column: 0 })}+1`], next);
      return { grid: gridOf(clean, clean.values, { formulas: new Map([[row * 16_384, formula]]) }), row };
    },
  },
  {
    rule: "external-link-absent",
    name: "连着别的工作簿",
    public: true,
    make(clean, next) {
      const target = pick(["file:///D:/%E5%8F%B0%E8%B4%A6/2023.xlsx", "\\\\10.1.2.3\\share\\汇总.xlsx", "去年台账.xls"], next);
      return { grid: gridOf(clean, clean.values), facts: { ...cleanFacts(clean), externalLinks: [target, ...(next(2) === 0 ? ["名录.xlsx"] : [])] } };
    },
  },
  {
    rule: "author-removed",
    name: "属性里的人名",
    public: true,
    make(clean, next) {
      const property = pick(["author", "lastModifiedBy", "company"] as const, next);
      return { grid: gridOf(clean, clean.values), facts: { ...cleanFacts(clean), [property]: pick(["王某某", "Administrator", "江城市人民政府办公室"], next) } };
    },
  },
  {
    rule: "own-data-removed",
    name: "本工具的表和记录",
    public: true,
    make(clean, next) {
      const own: SheetInfo = { name: clean.sheet, visible: true, active: true, ours: false };
      if (next(2) === 0) return { grid: gridOf(clean, clean.values), sheets: [own, { name: "检查情况表", visible: true, active: false, ours: true }] };
      return { grid: gridOf(clean, clean.values), facts: { ...cleanFacts(clean), keptParts: 1 + next(9) } };
    },
  },
  {
    rule: "print-ready",
    name: "没有设一页宽或标题行",
    public: true,
    make(clean, next) {
      const facts = cleanFacts(clean);
      const page = facts.pageSetup[clean.sheet]!;
      if (next(2) === 0) return { grid: gridOf(clean, clean.values), facts: { ...facts, pageSetup: { [clean.sheet]: { ...page, fitToWidth: pick([null, 2], next) } } } };
      // Only a table of more than a page wants its header on each.
      const tasks = clean.values.slice(clean.first);
      return { grid: gridOf(clean, [...clean.values, ...tasks, ...tasks]), facts: { ...facts, pageSetup: { [clean.sheet]: { ...page, titleRows: null } } } };
    },
  },
  {
    rule: "text-printed-whole",
    name: "行高不够或没有换行",
    public: true,
    make(clean, next) {
      const facts = cleanFacts(clean);
      const { sizes } = facts;
      const row = someRow(clean, next);
      const { requirement } = clean.columns;
      const lines = Math.ceil(textAt(clean, row, requirement).length / 20);
      if (next(2) === 0) {
        const lookOf = sizes.lookOf.map((looks, r) => (r === row ? looks.map((look, column) => (column === requirement ? 1 : look)) : looks));
        return textAt(clean, row, requirement).length < 25 ? undefined : { grid: gridOf(clean, clean.values), row, facts: { ...facts, sizes: { ...sizes, lookOf } } };
      }
      if (lines < 2) return undefined;
      const rowHeights = sizes.rowHeights.map((height, r) => (r === row ? 15 * (1 + next(lines - 1)) : height));
      return { grid: gridOf(clean, clean.values), row, facts: { ...facts, sizes: { ...sizes, rowHeights, growing: sizes.growing.filter((r) => r !== row) } } };
    },
  },
];
