import type { OfficeLevel } from "../responsibility/responsibility";
import { counterpartOf } from "../units/counterparts";
import { describeUnit } from "../units/describe-unit";
import { reconcileUnit } from "../units/reconcile-unit";
import { rowNumber } from "./cell-words";
import { linkedTask } from "./linked-task";
import { defineRowRule } from "./rule";
import { renameEdits, unitPlaces, unitsOfParents, unitsOfSheet, withoutElided } from "./unit-places";

const RANK: Readonly<Partial<Record<OfficeLevel, number>>> = { 国家: 0, 省: 1, 市: 2, 县: 3, 区: 3 };

/** So many units of the sheet must be of its own level before another level's is taken for a slip. */
const FEWEST = 5;
const MOST = 0.8;

/**
 * 请核对, where the sheet's level is certain: a row names nobody but units of the upper level, taken over from the
 * parent's cell (省财政厅 alone in a city's sheet); or a name has another level's ending (市财政厅).
 */
export const unitOtherLevel = defineRowRule({
  meta: { id: "unit-other-level", title: "单位层级对得上", group: "units", severity: "warning", needs: ["units"] },
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
  check(context, row, report) {
    const own = context.level === null ? undefined : RANK[context.level];
    if (own === undefined || context.level === null) return;
    const places = unitPlaces(context, row);
    const parents = unitsOfParents(context);
    const about = (place: (typeof places)[number]) => ({ row, field: place.field, at: place.cell.at, ...(place.cell.text === place.cell.raw && { span: place.mention.span }) });
    for (const place of places) {
      if (parents.has(place.key) || describeUnit(place.key, context.directory, context.level)) continue;
      const [best] = reconcileUnit(place.mention.name, { level: context.level, date: null, local: [] }, context.directory).candidates;
      if (best?.reason !== "other-level" || best.name.charAt(0) !== place.key.charAt(0)) continue;
      const likely = withoutElided(place, best.short);
      const edits = renameEdits(context, [place], () => likely);
      report({ messageId: "ending", data: { row: rowNumber(row), written: place.mention.written, likely }, ...about(place), suggestions: edits ? [{ label: `改为“${likely}”`, edits }] : [] });
    }
    const task = linkedTask(context, row);
    const [first] = places;
    if (!first || !task || !isSheetOfLevel(context.level, [...unitsOfSheet(context).keys()], context)) return;
    const isUpper = (key: string) => rankOf(key, context) < own;
    const groups = context.unitFields.flatMap((field) => context.responsibilityOf(row, field)?.groups ?? []);
    // A collective or a person beside it (各县区政府) is of this level.
    if (groups.flatMap(({ units }) => units).length !== places.length || !places.every(({ key, mention }) => isUpper(key) && task.units.includes(mention.written))) return;
    const counterparts = places.map(({ mention }) => counterpartOf(mention.name, context.directory).filter(({ level }) => level === context.level));
    const edits = counterparts.every((each) => each.length === 1) ? renameEdits(context, places, (place) => counterparts[places.indexOf(place)]![0]!.short) : undefined;
    report({
      messageId: "upper",
      data: { row: rowNumber(row), written: first.mention.written, level: context.level },
      ...about(first),
      suggestions: edits ? [{ label: `换成${context.level}级对口单位`, edits }] : [],
    });
  },
});

function isSheetOfLevel(level: OfficeLevel, keys: readonly string[], context: Parameters<typeof rankOf>[1]): boolean {
  const ranks = keys.map((key) => rankOf(key, context)).filter((rank) => !Number.isNaN(rank));
  return ranks.length >= FEWEST && ranks.filter((rank) => rank === RANK[level]).length >= ranks.length * MOST;
}

/** The rank of a unit's level, 0 the highest; NaN where the directory does not tell. */
function rankOf(key: string, { directory, level }: { readonly directory: Parameters<typeof describeUnit>[1]; readonly level: OfficeLevel | null }): number {
  const found = describeUnit(key, directory, level);
  return (found && RANK[found.level]) ?? Number.NaN;
}
