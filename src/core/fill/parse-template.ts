import { err, ok, type Result } from "../result";
import type { FillConfidence } from "./fill-proposal";
import type { FillTemplate, TemplateCondition, TemplateLike, TemplateRule, TemplateValues } from "./template";

export interface TemplateFailure {
  /** What is wrong, in Chinese for the user; a sentence without its last 。, since it goes into another. */
  readonly detail: string;
  /** The sheet is meant as a template: it has a column 匹配内容. Absent for an ordinary sheet, which may be a ledger. */
  readonly isTemplate?: true;
}

/** Longest template file and most rules: ten times what the largest office needs. */
const MOST_CHARACTERS = 2_000_000;
const MOST_RULES = 5000;

const CONFIDENCES: readonly FillConfidence[] = ["sure", "probable", "choose"];
const CONDITION_KEYS = ["like", "task", "heading", "words", "parentUnits"] as const;
const VALUE_KEYS = ["lead", "cooperate", "implement", "units", "deadline", "persons", "contact", "remarks"] as const;

/** Reads a template file (JSON). Everything in it is checked; the first thing wrong is told in a sentence that names the rule. */
export function parseTemplate(text: string): Result<FillTemplate, TemplateFailure> {
  if (text.length > MOST_CHARACTERS) return err({ detail: "分工模板太大，请只留一个单位的规则" });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ""));
  } catch {
    return err({ detail: "分工模板不是完整的JSON，可能没有下载完或被改坏了" });
  }
  try {
    return ok(templateOf(value));
  } catch (error) {
    if (error instanceof Malformed) return err({ detail: error.message });
    throw error;
  }
}

/** The template as a file's text: keys in a fixed order, so that two versions can be compared line by line. */
export function exportTemplate({ taizhangTemplate, id, name, rules }: FillTemplate): string {
  return `${JSON.stringify({ taizhangTemplate, id, name, rules }, null, 2)}\n`;
}

/** Thrown inside this file only; its message is the sentence shown. */
class Malformed extends Error {}

function templateOf(value: unknown): FillTemplate {
  if (!isRecord(value) || !("taizhangTemplate" in value)) throw new Malformed("这个文件不是分工模板");
  if (value["taizhangTemplate"] !== 1) throw new Malformed("这份分工模板是更新的版本导出的，请先更新本工具");
  known(value, ["taizhangTemplate", "id", "name", "rules"], "模板");
  const { id, name, rules } = value;
  if (typeof id !== "string" || id === "") throw new Malformed("分工模板没有编号（id）");
  if (typeof name !== "string" || name === "") throw new Malformed("分工模板没有名称（name）");
  if (!Array.isArray(rules) || rules.length === 0) throw new Malformed("分工模板里没有规则（rules）");
  if (rules.length > MOST_RULES) throw new Malformed(`分工模板有${rules.length}条规则，最多${MOST_RULES}条`);
  return { taizhangTemplate: 1, id, name, rules: rules.map((rule, at) => ruleOf(rule, `第${at + 1}条规则`)) };
}

function ruleOf(value: unknown, where: string): TemplateRule {
  if (!isRecord(value)) throw new Malformed(`${where}写法不对`);
  known(value, ["when", "then", "reason", "confidence"], where);
  const { when, then, reason, confidence = "probable" } = value;
  if (!isRecord(when) || !CONDITION_KEYS.some((key) => when[key] !== undefined)) throw new Malformed(`${where}没有写什么情况下适用（when）`);
  if (!isRecord(then) || !VALUE_KEYS.some((key) => then[key] !== undefined)) throw new Malformed(`${where}没有写填什么（then）`);
  if (reason !== undefined && typeof reason !== "string") throw new Malformed(`${where}的理由（reason）应当是文字`);
  if (!CONFIDENCES.some((one) => one === confidence)) throw new Malformed(`${where}的把握（confidence）只能是sure、probable、choose`);
  return { when: conditionOf(when, where), then: valuesOf(then, where), reason: reason || `按模板${where}。`, confidence: confidence as FillConfidence };
}

function conditionOf(value: Readonly<Record<string, unknown>>, where: string): TemplateCondition {
  known(value, CONDITION_KEYS, where);
  const task = textOf(value, "task", where);
  const heading = listOf(value, "heading", where);
  const words = listOf(value, "words", where);
  const parentUnits = listOf(value, "parentUnits", where);
  const like = likeOf(value["like"], where);
  return { ...(like && { like }), ...(task !== undefined && { task }), ...(heading && { heading }), ...(words && { words }), ...(parentUnits && { parentUnits }) };
}

function likeOf(value: unknown, where: string): TemplateLike | undefined {
  if (value === undefined) return undefined;
  if (!isRecord(value)) throw new Malformed(`${where}的like写法不对`);
  known(value, ["requirement", "level1", "level2"], where);
  const requirement = textOf(value, "requirement", where);
  const level1 = textOf(value, "level1", where);
  const level2 = textOf(value, "level2", where);
  if (requirement === undefined) throw new Malformed(`${where}的like没有写任务内容（requirement）`);
  return { requirement, ...(level1 !== undefined && { level1 }), ...(level2 !== undefined && { level2 }) };
}

function valuesOf(value: Readonly<Record<string, unknown>>, where: string): TemplateValues {
  known(value, VALUE_KEYS, where);
  const lists: { lead?: readonly string[]; cooperate?: readonly string[]; implement?: readonly string[] } = {};
  for (const key of ["lead", "cooperate", "implement"] as const) {
    const list = listOf(value, key, where);
    if (list) lists[key] = list;
  }
  const texts: { units?: string; deadline?: string; persons?: string; contact?: string; remarks?: string } = {};
  for (const key of ["units", "deadline", "persons", "contact", "remarks"] as const) {
    const text = textOf(value, key, where);
    if (text !== undefined) texts[key] = text;
  }
  return { ...lists, ...texts };
}

function known(value: Readonly<Record<string, unknown>>, keys: readonly string[], where: string): void {
  const stray = Object.keys(value).find((key) => !keys.includes(key));
  if (stray !== undefined) throw new Malformed(`${where}里有不认识的项“${stray.slice(0, 20)}”`);
}

function textOf(value: Readonly<Record<string, unknown>>, key: string, where: string): string | undefined {
  const text = value[key];
  if (text === undefined) return undefined;
  if (typeof text !== "string") throw new Malformed(`${where}的“${key}”应当是文字`);
  return text;
}

function listOf(value: Readonly<Record<string, unknown>>, key: string, where: string): readonly string[] | undefined {
  const list = value[key];
  if (list === undefined) return undefined;
  if (!Array.isArray(list) || list.length === 0 || !list.every((each): each is string => typeof each === "string" && each.trim() !== "")) throw new Malformed(`${where}的“${key}”应当是一组文字`);
  return list;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
