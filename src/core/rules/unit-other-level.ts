import type { LedgerRow } from "../ledger/ledger";
import type { OfficeLevel } from "../responsibility/responsibility";
import { counterpartOf } from "../units/counterparts";
import { describeUnit } from "../units/describe-unit";
import { reconcileUnit } from "../units/reconcile-unit";
import { rowNumber } from "./cell-words";
import { linkedTask } from "./linked-task";
import { defineSheetRule, type Finding, type RuleContext } from "./rule";
import { renameEdits, unitPlaces, unitsOfParents, unitsOfSheet, withoutElided, type UnitPlace } from "./unit-places";

const RANK: Readonly<Partial<Record<OfficeLevel, number>>> = { 国家: 0, 省: 1, 市: 2, 县: 3, 区: 3 };

/** So many units of the sheet must be of its own level before another level's is taken for a slip. */
const FEWEST = 5;
const MOST = 0.8;

/**
 * 请核对, where the sheet's level is certain: a row names nobody but units of the upper level, taken over from the
 * parent's cell (省财政厅 alone in a city's sheet); or a name has another level's ending (市财政厅).
 */
export const unitOtherLevel = defineSheetRule({
  meta: { id: "unit-other-level", title: "单位层级对得上", found: "单位层级对不上", group: "units", severity: "warning", needs: ["units"], looksAt: ["units", "leadUnits", "cooperateUnits", "implementUnits"] },
  messages: {
    upper: (d: { row: number; written: string; level: string }) => `第${d.row}行责任单位只有“${d.written}”，没有${d.level}级单位。`,
    ending: (d: { row: number; written: string; likely: string }) => `第${d.row}行“${d.written}”像是“${d.likely}”。`,
  },
  docs: {
    why: "照抄上级时单位没有换成本级的。",
    howToFix: "换成本级对口的单位；确由上级单位负责的，保留。",
    bad: [
      {
        title: "江城市2024年政务公开工作任务分工",
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "市财政厅", "6月底前"], ["2", "做好政策解读材料的发布。", "市司法局、市审计局", "年底前"], ["3", "更新政府信息公开指南。", "市民政局、市教育局", "6月底前"]],
      },
    ],
    good: [
      {
        title: "江城市2024年政务公开工作任务分工",
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "市财政局", "6月底前"], ["2", "做好政策解读材料的发布。", "省司法厅、市司法局、市审计局", "年底前"], ["3", "更新政府信息公开指南。", "市民政局、市教育局", "6月底前"]],
      },
    ],
  },
  check(context, report) {
    const { level } = context;
    const own = level === null ? undefined : RANK[level];
    if (level === null || own === undefined) return;
    const parents = unitsOfParents(context);
    for (const [key, places] of unitsOfSheet(context)) {
      const likely = parents.has(key) ? undefined : rightEnding(key, context);
      if (likely === undefined) continue;
      for (const place of places) {
        const name = withoutElided(place, likely);
        const edits = renameEdits(context, [place], () => name);
        report({ messageId: "ending", data: { row: rowNumber(place.row), written: place.mention.written, likely: name }, ...about(place), suggestions: edits ? [{ label: `改为“${name}”`, edits }] : [] });
      }
    }
    if (!context.alignment || !isSheetOfLevel(level, context)) return;
    for (const row of context.ledger.rows) {
      const places = upperUnits(context, row, own);
      const [first] = places;
      if (!first) continue;
      const counterparts = places.map(({ mention }) => counterpartOf(mention.name, context.directory).filter((each) => each.level === level));
      const edits = counterparts.every((each) => each.length === 1) ? renameEdits(context, places, (place) => counterparts[places.indexOf(place)]![0]!.short) : undefined;
      report({ messageId: "upper", data: { row: rowNumber(row), written: first.mention.written, level }, ...about(first), suggestions: edits ? [{ label: `换成${level}级对口单位`, edits }] : [] });
    }
  },
});

function about({ row, field, cell, mention }: UnitPlace): Pick<Finding, "row" | "field" | "at" | "span"> {
  return { row, field, at: cell.at, ...(cell.text === cell.raw && { span: mention.span }) };
}

/** The organ of which a name has another level's ending (市财政厅 → 市财政局). */
function rightEnding(key: string, { directory, level }: RuleContext): string | undefined {
  if (describeUnit(key, directory, level)) return undefined;
  const [best] = reconcileUnit(key, { level, date: null, local: [] }, directory).candidates;
  return best?.reason === "other-level" && best.name.charAt(0) === key.charAt(0) ? best.short : undefined;
}

/** The units of a row that names nobody but units of an upper level, all taken from the cell of its task; else none. */
function upperUnits(context: RuleContext, row: LedgerRow, own: number): readonly UnitPlace[] {
  const task = linkedTask(context, row);
  const places = unitPlaces(context, row);
  if (!task || !places.every(({ key, mention }) => rankOf(key, context) < own && task.units.includes(mention.written))) return [];
  // A collective or a person beside them (各县区政府) is of this level.
  const all = context.unitFields.flatMap((field) => context.responsibilityOf(row, field)?.groups ?? []).flatMap(({ units }) => units);
  return all.length === places.length ? places : [];
}

function isSheetOfLevel(level: OfficeLevel, context: RuleContext): boolean {
  const ranks = [...unitsOfSheet(context).keys()].map((key) => rankOf(key, context)).filter((rank) => !Number.isNaN(rank));
  return ranks.length >= FEWEST && ranks.filter((rank) => rank === RANK[level]).length >= ranks.length * MOST;
}

/** The rank of a unit's level, 0 the highest; NaN where the directory does not tell. */
function rankOf(key: string, { directory, level }: RuleContext): number {
  const found = describeUnit(key, directory, level);
  return (found && RANK[found.level]) ?? Number.NaN;
}
