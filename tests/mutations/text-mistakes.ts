import { pick } from "./clean-ledger";
import { between, gridOf, replaceOne, slip, someRow, type Mistake } from "./mutant";

export const textMistakes: readonly Mistake[] = [
  slip("text-invisible", "看不见的字符", "requirement", (text, next) => between(text, pick(["\u200b", "\ufeff", "\u200d", "\u2060"], next), next), true),
  slip("text-invisible", "不换行空格", "requirement", (text, next) => between(text, "\u00a0", next)),
  slip("text-invisible", "看不见的字符", "units", (text, next) => between(text, pick(["\u200b", "\u200e"], next), next), true),
  slip("text-spaces", "多余的空格", "requirement", (text, next) => between(text, pick([" ", "\u3000", "  "], next), next)),
  slip("text-spaces", "末尾的空格", "requirement", (text, next) => `${text}${pick([" ", "\u3000"], next)}`, true),
  slip("text-spaces", "时限里的空格", "deadline", (text, next) => (next(2) === 0 ? ` ${text}` : replaceOne(text, /(?<=\d)(?=月)/gu, " ", next)), true),
  slip("text-width", "半角逗号", "requirement", (text, next) => replaceOne(text, /，/gu, ",", next), true),
  slip("text-width", "半角冒号和分号", "requirement", (text) => text.replace("，", ";").replace(/^(.{6,12}?)，/u, "$1,"), false),
  slip("text-width", "半角括号", "requirement", (text) => (text.includes("（") ? text.replace("（", "(").replace("）", ")") : undefined), true),
  slip("doc-number-form", "文号用了方括号", "requirement", (text, next) => {
    const [open, close] = pick([["[", "]"], ["（", "）"], ["【", "】"], ["﹝", "﹞"]] as const, next);
    return text.includes("〔") ? text.replace("〔", open).replace("〕", close) : undefined;
  }, true),
  slip("doc-number-form", "文号丢了字", "requirement", (text, next) => (text.includes("〔2022〕36号") ? text.replace("〔2022〕36号", pick(["〔202236号", "〔2022号", "〔2022]36号"], next)) : undefined)),
  slip("brackets-paired", "少了半边", "requirement", (text, next) => replaceOne(text, /[《》（）]/gu, "", next)),
  slip("brackets-paired", "多了半边引号", "requirement", (text, next) => between(text, pick(["“", "《", "（"], next), next)),
  slip("text-complete", "结尾断了", "requirement", (text, next) => {
    const at = [...text.matchAll(/[，、的和与及]/gu)].map(({ index }) => index).filter((index) => index >= 12);
    return at.length === 0 ? undefined : text.slice(0, pick(at, next) + 1);
  }),
  {
    rule: "requirement-repeated",
    name: "同一任务写了两遍",
    make(clean, next) {
      const from = someRow(clean, next);
      const to = clean.first + ((from - clean.first + 3 + next(6)) % (clean.end - clean.first));
      const { requirement } = clean.columns;
      return { grid: gridOf(clean, clean.values.map((cells, row) => (row === to ? cells.map((cell, column) => (column === requirement ? clean.values[from]![requirement]! : cell)) : cells))), row: Math.max(from, to) };
    },
  },
];
