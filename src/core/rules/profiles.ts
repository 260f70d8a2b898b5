import type { Field } from "../ledger/fields";
import { FIELDS } from "../ledger/fields";
import type { Ledger } from "../ledger/ledger";
import { err, ok, type Result } from "../result";
import type { Profile } from "./profile";
import { SEVERITIES } from "./rule";

const ANY_UNIT = ["units", "leadUnits", "implementUnits"] as const satisfies readonly Field[];

/** 政务公开任务台账: each task has a unit and a deadline (皖政办秘〔2021〕52号, item 48: 责任明确、有时间要求 are looked back on). */
const PUBLIC_AFFAIRS: Profile = {
  id: "public-affairs",
  name: "政务公开任务台账",
  requiredColumns: [["requirement"], ANY_UNIT, ["deadline"]],
  levels: {},
  allowedDeadlines: [],
};

/** 任务分工（无时限）: divisions that leave the time to the units, such as those of 广东. */
const DIVISION: Profile = {
  id: "division",
  name: "任务分工（无时限）",
  requiredColumns: [["requirement"], ANY_UNIT],
  levels: {},
  allowedDeadlines: [],
};

/** 问题整改台账: a problem, what is done about it, by whom, by when. 长期坚持 and 立行立改 are usual answers there. */
const RECTIFICATION: Profile = {
  id: "rectification",
  name: "问题整改台账",
  requiredColumns: [["problem", "requirement"], [...ANY_UNIT, "persons"], ["deadline"]],
  levels: {},
  allowedDeadlines: ["立行立改", "立行立改并长期坚持", "立即整改", "即知即改", "边查边改", "长期坚持", "已完成", "已整改", "已整改到位"],
};

/** 督查督办台账: living ledgers with progress. */
const SUPERVISION: Profile = {
  id: "supervision",
  name: "督查督办台账",
  requiredColumns: [["requirement"], [...ANY_UNIT, "persons"], ["deadline"]],
  levels: {},
  allowedDeadlines: [],
};

/** 通用: anything that has units or deadlines; nothing is demanded beyond a requirement. */
const GENERAL: Profile = {
  id: "general",
  name: "通用",
  requiredColumns: [["requirement", "problem", "measures"]],
  levels: {},
  allowedDeadlines: [],
};

/** 公开前检查: on top of the rest, what must not stand in a file that goes out to everybody. The levels are the rules' own. */
const PUBLICATION: Profile = {
  id: "publication",
  name: "公开前检查",
  requiredColumns: [["requirement", "problem", "measures"]],
  levels: {
    "mobile-number-withheld": "error",
    "identity-number-withheld": "error",
    "inner-column-withheld": "warning",
    "hidden-cell-absent": "warning",
    "sheet-shown": "warning",
    "external-link-absent": "warning",
    "formula-replaced": "warning",
    "comment-removed": "info",
    "author-removed": "info",
    "own-data-removed": "info",
    "print-ready": "info",
    "text-printed-whole": "info",
  },
  allowedDeadlines: [],
};

/** The built-in 检查口径, in the order they are offered. */
export const profiles: readonly Profile[] = [PUBLIC_AFFAIRS, DIVISION, RECTIFICATION, SUPERVISION, PUBLICATION, GENERAL];

export function profileById(id: string): Profile | undefined {
  return profiles.find((profile) => profile.id === id);
}

/** The 检查口径 that fits a sheet by its columns and title. Asks for no column that a sheet of another kind would not have. */
export function profileFor(ledger: Ledger): Profile {
  const has = (field: Field) => ledger.columns[field] !== undefined;
  const title = ledger.title || ledger.sheet;
  // 存在问题 behind what is to be done tells what the work has met with.
  const isAboutProblems = has("problem") && (!has("requirement") || ledger.columns.problem! < ledger.columns.requirement!);
  if (isAboutProblems || /整改/u.test(title)) return RECTIFICATION;
  if (/督查|督办/u.test(title) || has("status") || has("progress")) return SUPERVISION;
  const units = ANY_UNIT.some(has);
  if (has("requirement") && units && has("deadline")) return PUBLIC_AFFAIRS;
  if (/台账/u.test(title) && has("requirement")) return PUBLIC_AFFAIRS;
  if (has("requirement") && units) return DIVISION;
  return GENERAL;
}

/** The text of a profile file, for a whole office. */
export function exportProfile(profile: Profile): string {
  return `${JSON.stringify({ taizhangProfile: 1, ...profile }, null, 2)}\n`;
}

/** Reads a profile file. Unknown rules are kept (a newer version may know them); anything malformed is refused with the place. */
export function importProfile(text: string): Result<Profile, { readonly detail: string }> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return err({ detail: "JSON" });
  }
  if (!isRecord(raw) || raw["taizhangProfile"] !== 1) return err({ detail: "taizhangProfile" });
  const { id, name, requiredColumns, levels, allowedDeadlines } = raw;
  if (typeof id !== "string" || id === "") return err({ detail: "id" });
  if (typeof name !== "string" || name === "") return err({ detail: "name" });
  if (!Array.isArray(requiredColumns) || !requiredColumns.every(isFieldList)) return err({ detail: "requiredColumns" });
  if (!isRecord(levels)) return err({ detail: "levels" });
  for (const [rule, level] of Object.entries(levels)) {
    if (level !== "off" && !SEVERITIES.some((severity) => severity === level)) return err({ detail: `levels.${rule}` });
  }
  if (!Array.isArray(allowedDeadlines) || !allowedDeadlines.every((word) => typeof word === "string")) return err({ detail: "allowedDeadlines" });
  return ok({ id, name, requiredColumns, levels: levels as Profile["levels"], allowedDeadlines });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFieldList(value: unknown): value is Field[] {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => FIELDS.some((field) => field === entry));
}
