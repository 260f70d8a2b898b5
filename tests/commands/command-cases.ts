import { applyFill, applyFix, applySuggestion, checkSheet, clearKeptData, collectAnswers, copyVerdict, correctParent, decideLink, draftLedger, enrichSheet, fillUnits, finalise, forgetRules, ignoreProblem, loadParent, markKnown, matchParent, nextProblem, removeParent, replaceUnit, savePublic, saveSubmission, saveTemplate, setProfile, setReading, setUnit, setUnits, showProblem, splitByUnit, splitToWorkbook, tidyFormat, undoEdits, unignoreProblem, writeMatchSheet, writeReport } from "../../src/commands";
import type { App } from "../../src/commands/app";
import type { Command, Done, Failure } from "../../src/commands/command";
import { runCommand } from "../../src/commands/run-command";
import type { Result } from "../../src/core/result";
import type { Problem } from "../../src/core/rules/rule";
import type { WorkbookInit } from "../excel-host/workbook-init";
import { PARENT_TEXT } from "../support/small-ledger";

/** A ledger with a slip of each sort, a formula, a merge and a division of work, so that every command has something to do. */
export const FULL: WorkbookInit = {
  fileName: "台账.xlsx",
  sheets: [
    {
      name: "台账",
      values: [
        ["某市民政局2024年政务公开工作台账", null, null, null, null, null],
        ["序号", "工作任务", "具体要求", "责任单位", "完成时限", "天数"],
        [1, "一、公开", "公开年度财政预算 和决算信息，并对变动较大的项目作出说明。", "规划财务科", "10月底前", 10],
        [2, null, "做好重要政策文件和解读材料的同步发布工作。", "办公室", "年地前", 20],
        [3, null, "公布养老机构备案和等级评定结果,按季度更新名录。", "养老服务科", "年底前", 30],
        [4, "二、服务", "及时办理政府信息公开申请，使用统一的答复文书。", "办公室", "2023年底前", 60],
        [5, null, "开展社会救助政策集中宣传，公布咨询电话和办理地点。", null, "10月底前", null],
        [6, null, "整合关注度低、更新少的政务新媒体账号。", null, "6月底前", null],
      ],
      formulas: { F6: "=SUM(F3:F5)" },
      merges: ["A1:F1", "B3:B5"],
      styles: { "A2:F8": { border: true, wrap: true } },
    },
    { name: "责任分工", values: [["匹配内容", "牵头", "配合"], ["社会救助", "社会救助科", "办公室"], ["政务新媒体", "信息中心", null]] },
  ],
};

/** One command as a user comes to it. */
export interface CommandCase {
  readonly name: string;
  /** What was done before, without a fault. */
  readonly before: readonly ((app: App) => Promise<unknown>)[];
  readonly run: (app: App) => Promise<Result<Done, Failure> | undefined>;
  /** What it may change: cells of the user's sheets, sheets of ours, records of ours, or nothing. */
  readonly writes: "cells" | "sheet" | "records" | "nothing";
}

function press<Args>(command: Command<Args>, args: Args): (app: App) => Promise<Result<Done, Failure> | undefined> {
  return (app) => runCommand(app, command, args);
}

function problems(app: App): readonly Problem[] {
  return app.session.get().check?.outcome.result.problems ?? [];
}

const idAbout = (app: App, ruleId: string): string => problems(app).find((problem) => problem.ruleId === ruleId)?.id ?? "gone";

const check = press(checkSheet, undefined);
const parent = press(loadParent, { paste: { text: PARENT_TEXT } });
const unit = press(setUnit, { unit: "省民政厅" });
const suggestion = (app: App) => runCommand(app, applySuggestion, { problemId: idAbout(app, "deadline-recognisable"), index: 0 });
const ignore = (app: App) => runCommand(app, ignoreProblem, { problemId: idAbout(app, "deadline-recognisable"), wholeKind: false, reason: "原文如此" });
const fill = press(fillUnits, { source: { kind: "sheet" } });
const fillSelected = async (app: App) => {
  await app.workbook.select("台账", { row: 6, column: 3 });
  return runCommand(app, fillUnits, { source: { kind: "sheet" }, scope: "selection" });
};
const replace = press(replaceUnit, { from: "办公室", to: "综合科" });
const split = press(splitByUnit, undefined);
/** Somebody typed answers into the lists of our sheet; the ledger has a column for them. */
const answered = async (app: App) => {
  await app.workbook.applyEdits([{ kind: "setCell", sheet: "台账", at: { row: 1, column: 6 }, before: null, after: "落实情况" }]);
  await split(app);
  const lists = await app.workbook.readSheet("按单位拆分");
  if (!lists.ok) throw new Error(lists.error.code);
  const rows = lists.value.values.flatMap((cells, row) => (typeof cells[0] === "number" ? [row] : []));
  await app.workbook.applyEdits(rows.map((row) => ({ kind: "setCell", sheet: "按单位拆分", at: { row, column: 5 }, before: null, after: "已办" })));
};
const collect = press(collectAnswers, { kind: "sheet" });
const chosen = async (app: App) => {
  await fill(app);
  const { items } = app.session.get().proposal!;
  return runCommand(app, applyFill, { itemIds: items.map(({ id }) => id), choices: Object.fromEntries(items.map(({ id }) => [id, "办公室"])), keepRules: items.map(({ id }) => id) });
};
/** What stands against publishing has been looked at and left. */
const passForPublic = async (app: App) => {
  await runCommand(app, savePublic, undefined);
  for (const kind of new Set(problems(app).map((problem) => problem.kind))) await runCommand(app, ignoreProblem, { problemId: problems(app).find((problem) => problem.kind === kind)!.id, wholeKind: true, reason: "可以公开" });
};

/** Every command of the program that a host can hinder; `copyVerdict` stands for those that ask nothing of it. */
export const COMMANDS: readonly CommandCase[] = [
  { name: "checkSheet", before: [], run: check, writes: "nothing" },
  { name: "nextProblem", before: [check], run: press(nextProblem, undefined), writes: "nothing" },
  { name: "showProblem", before: [check], run: (app) => runCommand(app, showProblem, { problemId: problems(app).find(({ at }) => at !== null)!.id }), writes: "nothing" },
  { name: "tidyFormat", before: [check], run: press(tidyFormat, undefined), writes: "cells" },
  { name: "applyFix", before: [check], run: (app) => runCommand(app, applyFix, { problemIds: problems(app).filter(({ fix }) => fix !== null).map(({ id }) => id) }), writes: "cells" },
  { name: "applySuggestion", before: [check], run: suggestion, writes: "cells" },
  { name: "ignoreProblem", before: [check], run: ignore, writes: "records" },
  { name: "unignoreProblem", before: [check, ignore], run: (app) => runCommand(app, unignoreProblem, { problem: app.session.get().choices.ignores[0]?.problem ?? "" }), writes: "records" },
  { name: "markKnown", before: [check], run: press(markKnown, undefined), writes: "records" },
  { name: "undoEdits", before: [check, press(tidyFormat, undefined), suggestion], run: press(undoEdits, { entry: "all" }), writes: "cells" },
  { name: "loadParent", before: [check], run: parent, writes: "records" },
  { name: "loadParent of a sheet", before: [check], run: press(loadParent, { sheet: "台账" }), writes: "records" },
  { name: "correctParent", before: [check, parent], run: (app) => runCommand(app, correctParent, { fingerprint: app.session.get().parents[0]!.fingerprint, correction: { columns: { deadline: null } } }), writes: "records" },
  { name: "removeParent", before: [check, parent], run: press(removeParent, { index: 0 }), writes: "records" },
  { name: "setUnit", before: [check, parent], run: unit, writes: "records" },
  { name: "setProfile", before: [check], run: press(setProfile, { profile: null }), writes: "records" },
  { name: "setReading", before: [check], run: press(setReading, { sheet: "台账", choice: { table: 1 } }), writes: "records" },
  { name: "setUnits", before: [check], run: press(setUnits, { units: ["办公室", "信息中心"] }), writes: "records" },
  { name: "matchParent", before: [check, parent, unit], run: press(matchParent, undefined), writes: "nothing" },
  { name: "decideLink", before: [check, parent, unit], run: press(decideLink, { row: 3, tasks: [1] }), writes: "records" },
  { name: "draftLedger", before: [parent, unit], run: press(draftLedger, undefined), writes: "sheet" },
  { name: "writeMatchSheet", before: [check, parent, unit], run: press(writeMatchSheet, undefined), writes: "sheet" },
  { name: "fillUnits", before: [check], run: fill, writes: "nothing" },
  { name: "fillUnits over the selection", before: [check], run: fillSelected, writes: "nothing" },
  { name: "applyFill", before: [check, fill], run: (app) => runCommand(app, applyFill, { itemIds: app.session.get().proposal!.items.map(({ id }) => id) }), writes: "cells" },
  { name: "enrichSheet", before: [check], run: press(enrichSheet, { names: ["due-date", "lamp", "lists"] }), writes: "cells" },
  { name: "enrichSheet inside the table", before: [check], run: press(enrichSheet, { names: ["lamp", "progress", "fill-levels", "lists"], after: 4 }), writes: "cells" },
  { name: "replaceUnit", before: [check], run: replace, writes: "nothing" },
  { name: "applyFill of a replacement", before: [check, replace], run: (app) => runCommand(app, applyFill, { itemIds: app.session.get().proposal!.items.map(({ id }) => id) }), writes: "cells" },
  { name: "splitByUnit", before: [check], run: split, writes: "sheet" },
  { name: "splitToWorkbook", before: [check], run: press(splitToWorkbook, undefined), writes: "nothing" },
  { name: "collectAnswers", before: [check, answered], run: collect, writes: "nothing" },
  { name: "applyFill of answers", before: [check, answered, collect], run: (app) => runCommand(app, applyFill, { itemIds: app.session.get().proposal!.items.map(({ id }) => id) }), writes: "cells" },
  { name: "saveTemplate", before: [check], run: press(saveTemplate, { kind: "ledger" }), writes: "nothing" },
  { name: "forgetRules", before: [check, chosen], run: press(forgetRules, undefined), writes: "records" },
  { name: "writeReport", before: [], run: press(writeReport, undefined), writes: "sheet" },
  { name: "writeReport over an older one", before: [check, press(writeReport, undefined)], run: press(writeReport, undefined), writes: "sheet" },
  { name: "saveSubmission", before: [check], run: press(saveSubmission, undefined), writes: "nothing" },
  { name: "savePublic", before: [check, passForPublic], run: press(savePublic, undefined), writes: "nothing" },
  { name: "copyVerdict", before: [check], run: press(copyVerdict, undefined), writes: "nothing" },
  { name: "finalise", before: [check], run: press(finalise, undefined), writes: "records" },
  { name: "clearKeptData", before: [check, parent, suggestion], run: press(clearKeptData, undefined), writes: "records" },
];
