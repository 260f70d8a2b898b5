import { columnLetters } from "../grid/address";
import { gridSize, textAt, type SheetGrid } from "../grid/sheet-grid";
import { err, ok, type Result } from "../result";
import { foldText } from "../text/fold";
import { normalizeForCompare } from "../text/normalize";
import { shortened } from "../rules/cell-words";
import type { FillConfidence } from "./fill-proposal";
import type { TemplateFailure } from "./parse-template";
import type { FillTemplate, TemplateCondition, TemplateRule, TemplateValues } from "./template";

type SheetColumn = "match" | "lead" | "cooperate" | "implement" | "units" | "deadline" | "persons" | "contact" | "remarks" | "quiet";

/** What staff write above the columns of 责任分工. `quiet` columns are theirs and mean nothing to us. */
const LABELS: readonly (readonly [RegExp, SheetColumn])[] = [
  [/^(?:匹配(?:内容|条件|文字|词|关键词)?|(?:任务)?关键[词字]|包含(?:文字|内容|词)?)$/u, "match"],
  [/^(?:牵头|主办|主责)(?:责任)?(?:单位|部门|科室|处室|股室)*$/u, "lead"],
  [/^(?:配合|协办|协同|参与)(?:责任)?(?:单位|部门|科室|处室|股室)*$/u, "cooperate"],
  [/^(?:落实|承办|实施)(?:责任)?(?:单位|部门|科室|处室|股室)*$/u, "implement"],
  [/^责任(?:单位|部门|科室|处室|股室|分工)+$/u, "units"],
  [/^(?:时限(?:要求)?|期限|完成(?:时限|时间|期限)|办结时限)$/u, "deadline"],
  [/^(?:责任人|负责人|分管领导|责任领导)$/u, "persons"],
  [/^(?:联系人|联系电话|联系方式|电话|联系人及电话)$/u, "contact"],
  [/^备注$/u, "remarks"],
  [/^(?:序号|编号|说明|更新(?:时间|日期)|填写人|来源|依据)$/u, "quiet"],
];

/** A header further down than this is not looked for. */
const HEADER_WITHIN = 15;
/** From this length on a 匹配内容 is a whole requirement, found by its meaning; below, it is words that must stand in the row. */
const WHOLE_REQUIREMENT = 16;
/** From this length on a part between two 、 is part of a sentence. */
const LONGEST_WORD = 10;
/** A part of a list that is shorter than this says little by itself. */
const CLEAR_WORD = 4;

/**
 * Reads the sheet 责任分工, which staff keep in Excel itself: 匹配内容 | 牵头 | 配合 | 时限 | 备注 (also 落实, 责任单位, 责任人,
 * 联系人). 匹配内容 is a few words that stand in the requirement (several parted by line breaks, ； or 、: any of them), a level
 * heading with its number, or a whole requirement. Fails on a sheet without such a header, so on every ledger.
 */
export function templateOfSheet(grid: SheetGrid): Result<FillTemplate, TemplateFailure> {
  const header = headerOf(grid);
  if (!header) return err({ detail: "没有找到“匹配内容”一列。表头请写：匹配内容、牵头、配合、时限、备注" });
  const { row: headerRow, columns, unknown } = header;
  const filling = [...columns].filter(([, meaning]) => meaning !== "match" && meaning !== "quiet");
  if (filling.length === 0) return err({ detail: `第${headerRow + 1}行有“匹配内容”，没有“牵头”“配合”“时限”中的任何一列，不知道要填什么`, isTemplate: true });
  const twice = filling.find(([column, meaning]) => filling.some(([other, same]) => other < column && same === meaning));
  if (twice) return err({ detail: `第${headerRow + 1}行的“${labelAt(grid, headerRow, twice[0])}”（${columnLetters(twice[0])}列）和前面的列重复，请只留一列`, isTemplate: true });

  const matchColumn = [...columns].find(([, meaning]) => meaning === "match")![0];
  const rules: PlacedRule[] = [];
  const notes = unknown.map((column) => `${columnLetters(column)}列“${labelAt(grid, headerRow, column)}”不认识，没有使用。`);
  const { rows } = gridSize(grid);
  for (let row = headerRow + 1; row < rows; row++) {
    const match = contentAt(grid, row, matchColumn);
    const then = valuesAt(grid, row, filling);
    if (match === "" && !hasValues(then)) continue;
    if (match === "") notes.push(`第${row + 1}行没有写匹配内容，没有使用。`);
    else if (!hasValues(then)) notes.push(`第${row + 1}行“${match}”没有写填什么，没有使用。`);
    else for (const how of matchesOf(match)) rules.push({ row, rule: { ...how, then, reason: `“${grid.sheet}”第${row + 1}行“${shortened(match.replace(/\s+/gu, " "), 16)}”。` } });
  }
  if (rules.length === 0) return err({ detail: `“${grid.sheet}”里还没有写规则。请在“匹配内容”下面填上文字，右边填上单位`, isTemplate: true });
  notes.push(...contradictions(rules));
  return ok({ taizhangTemplate: 1, id: "sheet", name: `工作表“${grid.sheet}”`, rules: rules.map(({ rule }) => rule), notes });
}

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<number, SheetColumn>;
  readonly unknown: readonly number[];
}

function headerOf(grid: SheetGrid): Header | undefined {
  const { rows, columns: width } = gridSize(grid);
  for (let row = 0; row < Math.min(rows, HEADER_WITHIN); row++) {
    const columns = new Map<number, SheetColumn>();
    const unknown: number[] = [];
    for (let column = 0; column < width; column++) {
      const label = labelAt(grid, row, column);
      if (label === "") continue;
      const meaning = LABELS.find(([pattern]) => pattern.test(label))?.[1];
      if (meaning) columns.set(column, meaning);
      else unknown.push(column);
    }
    if ([...columns.values()].includes("match")) return { row, columns, unknown };
  }
  return undefined;
}

function labelAt(grid: SheetGrid, row: number, column: number): string {
  return foldText(textAt(grid, row, column), { blanks: "drop" }).text.replace(/[(（][^()（）]*[)）]/gu, "").replace(/[:：*]$/u, "");
}

/** The text of a cell, or of the merged area that covers it. */
function contentAt(grid: SheetGrid, row: number, column: number): string {
  const area = grid.merges.find(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right);
  return textAt(grid, area?.top ?? row, area?.left ?? column).trim();
}

function valuesAt(grid: SheetGrid, row: number, filling: readonly (readonly [number, SheetColumn])[]): TemplateValues {
  const lists: { lead?: readonly string[]; cooperate?: readonly string[]; implement?: readonly string[] } = {};
  const texts: { units?: string; deadline?: string; persons?: string; contact?: string; remarks?: string } = {};
  for (const [column, meaning] of filling) {
    const text = contentAt(grid, row, column);
    if (text === "") continue;
    if (meaning === "lead" || meaning === "cooperate" || meaning === "implement") lists[meaning] = namesIn(text);
    else if (meaning !== "match" && meaning !== "quiet") texts[meaning] = text;
  }
  return { ...lists, ...texts };
}

/** Names parted by 、 or line breaks; marks inside brackets part nothing. */
function namesIn(text: string): string[] {
  return text
    .split(/[、，,；;\n\r]+(?![^（(]*[）)])/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function hasValues(values: TemplateValues): boolean {
  return Object.keys(values).length > 0;
}

const HEADING = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/u;

/** A condition and how sure a row is that meets it. */
interface Match {
  readonly when: TemplateCondition;
  readonly confidence: FillConfidence;
}

/**
 * 匹配内容 as conditions. A list 预算、决算 may be one phrase or two words: the phrase is sure, its parts are only where
 * none is so short that it stands in half the sheet.
 */
function matchesOf(text: string): Match[] {
  if (HEADING.test(text)) return [{ when: { heading: [text.replace(HEADING, "").replace(/[。：:]$/u, "")] }, confidence: "sure" }];
  const lines = text.split(/[\n\r；;|]+/u).map((part) => part.trim()).filter((part) => part !== "");
  return lines.flatMap((line): Match[] => {
    const parts = line.split("、").map((part) => part.trim()).filter((part) => part !== "");
    const isWhole = [...line].length >= WHOLE_REQUIREMENT && (parts.length === 1 || /[。，,]/u.test(line) || parts.some((part) => [...part].length >= LONGEST_WORD));
    if (isWhole) return [{ when: { like: { requirement: line } }, confidence: "sure" }];
    const phrase: Match = { when: { words: [line] }, confidence: "sure" };
    return parts.length < 2 ? [phrase] : [phrase, { when: { words: parts }, confidence: parts.every((part) => [...part].length >= CLEAR_WORD) ? "sure" : "probable" }];
  });
}

interface PlacedRule {
  readonly row: number;
  readonly rule: TemplateRule;
}

/** Rules with one condition that give different answers: both are shown as choices. */
function contradictions(rules: readonly PlacedRule[]): string[] {
  const notes: string[] = [];
  const seen = new Map<string, PlacedRule>();
  for (const placed of rules) {
    const { row, rule } = placed;
    for (const word of [...(rule.when.words ?? []), ...(rule.when.heading ?? []), rule.when.like?.requirement ?? ""]) {
      const key = normalizeForCompare(word);
      if (key === "") continue;
      const other = seen.get(key);
      if (!other) seen.set(key, placed);
      else if (other.row !== row && JSON.stringify(other.rule.then) !== JSON.stringify(rule.then)) notes.push(`第${other.row + 1}行和第${row + 1}行都写了“${word}”，填的内容不同，用到时请您选。`);
    }
  }
  return notes;
}
