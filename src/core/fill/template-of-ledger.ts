import type { Ledger, LedgerRow } from "../ledger/ledger";
import { alignTasks } from "../matching/align-tasks";
import { matchItemOf } from "../matching/match-item";
import { taskKeys } from "../matching/task-keys";
import { shortened } from "../rules/cell-words";
import type { RuleContext } from "../rules/rule";
import { normalizeForCompare } from "../text/normalize";
import { parseDeadline } from "../deadline/parse-deadline";
import type { FillConfidence } from "./fill-proposal";
import { isAnotherOffice, officeOf } from "./office-of-ledger";
import { lowerConfidence } from "./rule-matches";
import { unitTexts } from "./unit-texts";
import type { FillTemplate, TemplateCondition, TemplateRule, TemplateValues } from "./template";

/**
 * A template learned from a filled ledger: last year's, or another office's. Each row becomes rules that find it again by
 * its text, and, where a parent document is at hand, by the task it surely answers. What changes from year to year
 * (persons, telephones, deadlines of another year) is probable at most; a deadline that names a past year is left out.
 * Another office has other 处室: what its ledger says is probable at most.
 */
export function templateOfLedger(ledger: Ledger, context: RuleContext): FillTemplate {
  const from = ledger.title === "" ? `工作表“${ledger.sheet}”` : `《${ledger.title}》`;
  const tasks = answeredTasks(ledger, context);
  const rules = ledger.rows.flatMap((row, index) => {
    const item = matchItemOf(row);
    const text = item.requirement || item.level2 || item.level1;
    if (text === "") return [];
    const like: TemplateCondition = { like: { requirement: item.requirement, level1: item.level1, level2: item.level2 } };
    const conditions: TemplateCondition[] = tasks[index] === undefined ? [like] : [like, { task: tasks[index] }];
    return conditions.flatMap((when) => rulesOf(row, when, ledger, context, from));
  });
  const isForeign = isAnotherOffice(ledger, context);
  const notes = [
    ...(isForeign ? [`参照的是“${officeOf(ledger)}”的台账，处室设置可能不同，请逐处看。`] : []),
    ...(rules.some(({ then }) => saysWho(then)) ? [] : [`${from}没有填责任单位，照它填不了责任单位。`]),
    ...conflicts(ledger),
  ];
  return { taizhangTemplate: 1, id: "ledger", name: from, rules: isForeign ? rules.map((rule) => ({ ...rule, confidence: lowerConfidence(rule.confidence, "probable") })) : rules, notes };
}

function saysWho({ units, lead, cooperate, implement }: TemplateValues): boolean {
  return units !== undefined || lead !== undefined || cooperate !== undefined || implement !== undefined;
}

function rulesOf(row: LedgerRow, when: TemplateCondition, ledger: Ledger, context: RuleContext, from: string): TemplateRule[] {
  const about = shortened(row.cells.requirement?.text || row.cells.level2?.text || row.cells.level1?.text || "", 16);
  const where = `${from}第${row.row + 1}行“${about}”`;
  const rules: TemplateRule[] = [];
  const add = (then: TemplateValues, said: string, confidence: FillConfidence): void => void rules.push({ when, then, reason: `${where}写的是“${said}”。`, confidence });

  const { units, leadUnits: lead, cooperateUnits: cooperate, implementUnits: implement } = unitTexts(row);
  if (units !== "") add({ units }, units, "sure");
  else if (lead + cooperate + implement !== "") {
    add({ ...(lead !== "" && { lead: [lead] }), ...(cooperate !== "" && { cooperate: [cooperate] }), ...(implement !== "" && { implement: [implement] }) }, [lead, cooperate, implement].filter((text) => text !== "").join("；"), "sure");
  }
  const deadline = row.cells.deadline?.text ?? "";
  const sameYear = ledger.year !== null && ledger.year === context.year;
  if (deadline !== "" && (sameYear || !namesYear(deadline))) {
    if (parseDeadline(deadline, { year: context.year, issued: context.issued }).kind !== "invalid") add({ deadline }, deadline, sameYear ? "sure" : "probable");
  }
  for (const field of ["persons", "contact"] as const) {
    const text = row.cells[field]?.text ?? "";
    if (text !== "") add({ [field]: text }, text, "probable");
  }
  return rules;
}

function namesYear(deadline: string): boolean {
  return /\d{4}|[二〇零一]{2}[〇零一二三四五六七八九]{2}年/u.test(deadline);
}

/** Per row the key of the one task it surely answers. */
function answeredTasks(ledger: Ledger, context: RuleContext): (string | undefined)[] {
  const items = ledger.rows.map(matchItemOf);
  const keys: (string | undefined)[] = items.map(() => undefined);
  for (const parent of context.parents) {
    const names = taskKeys(parent.tasks);
    for (const { row, tasks, state } of alignTasks(items, parent.tasks).links) {
      if (state === "sure" && tasks.length === 1) keys[row] ??= names[tasks[0]!];
    }
  }
  return keys;
}

/** Rows that say the same and name different units. */
function conflicts(ledger: Ledger): string[] {
  const seen = new Map<string, LedgerRow>();
  const notes: string[] = [];
  for (const row of ledger.rows) {
    const key = normalizeForCompare(row.cells.requirement?.text ?? "");
    if (key === "") continue;
    const other = seen.get(key);
    if (!other) seen.set(key, row);
    else if (normalizeForCompare(unitsOf(other)) !== normalizeForCompare(unitsOf(row))) {
      notes.push(`参照表第${other.row + 1}行和第${row.row + 1}行任务相同，单位不同：“${unitsOf(other)}”“${unitsOf(row)}”，请您选。`);
    }
  }
  return notes;
}

function unitsOf(row: LedgerRow): string {
  return Object.values(unitTexts(row)).filter((text) => text !== "").join("；");
}
