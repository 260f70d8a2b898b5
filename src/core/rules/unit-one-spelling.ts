import { isInnerOffice } from "../units/inner-office";
import { lookUpUnit } from "../units/look-up-unit";
import { sameUnit } from "../units/same-unit";
import { defineSheetRule, type RuleContext } from "./rule";
import { renameEdits, unitsOfSheet, withoutElided, type UnitPlace } from "./unit-places";

/** 可改: one unit is written in two ways on the sheet (政府网站 and 市政府网站, 市发改委 and 市发展改革委). */
export const unitOneSpelling = defineSheetRule({
  meta: { id: "unit-one-spelling", title: "同一单位写法一致", found: "同一单位两种写法", group: "units", severity: "info", needs: ["units"], looksAt: ["units", "leadUnits", "cooperateUnits", "implementUnits"] },
  messages: {
    two: (d: { first: string; firstCount: number; second: string; secondCount: number }) => `“${d.first}”（${d.firstCount}处）和“${d.second}”（${d.secondCount}处）像是同一个单位。`,
  },
  docs: {
    why: "汇总时会算成两家。",
    howToFix: "统一成一种写法。",
    bad: [{ title: "江城市2024年政务公开工作任务分工", rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "政府网站", "6月底前"], ["2", "做好政策解读材料的发布。", "市政府网站", "年底前"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "信息中心", "6月底前"], ["2", "做好政策解读材料的发布。", "省信息中心", "年底前"]] }],
  },
  check(context, report) {
    const units = unitsOfSheet(context);
    for (const [fewer, more] of pairsOf(context, units)) {
      const few = units.get(fewer)!;
      const many = units.get(more)!;
      const [first] = few;
      // The longer name says more: it is offered first.
      const [longer, shorter] = fewer.length >= more.length ? [few, many] : [many, few];
      const offers = [
        [longer, shorter],
        [shorter, longer],
      ] as const;
      report({
        messageId: "two",
        data: { first: nameOf(many), firstCount: many.length, second: nameOf(few), secondCount: few.length },
        row: first!.row,
        field: first!.field,
        at: first!.cell.at,
        ...(first!.cell.text === first!.cell.raw && { span: first!.mention.span }),
        suggestions: [
          ...offers.flatMap(([keep, change]) => {
            const name = nameOf(keep);
            const edits = renameEdits(context, change, (place) => withoutElided(place, name));
            return edits && edits.length > 0 ? [{ label: `都写“${name}”`, edits }] : [];
          }),
          { label: "是两家", edits: [], action: { kind: "ignore" as const, reason: "是两家单位" } },
        ],
      });
    }
  },
});

function nameOf(places: readonly UnitPlace[]): string {
  return places[0]!.mention.name;
}

/** Names that are one unit, as [the rarer, the more frequent]. */
export function pairsOf(context: RuleContext, units: ReadonlyMap<string, readonly UnitPlace[]>): [string, string][] {
  const pairs: [string, string][] = [];
  const add = (a: string, b: string) => pairs.push(units.get(a)!.length <= units.get(b)!.length ? [a, b] : [b, a]);
  const byOrgan = new Map<string, string>();
  for (const key of units.keys()) {
    for (const level of ["省", "市", "县", "区"]) {
      // 信息中心 is an office of ours, 省信息中心 is not; 政府网站 can only be our own government's.
      const longer = `${level}${key}`;
      if (units.has(longer) && key.startsWith("政府") && !isInnerOffice(key)) add(key, longer);
    }
    const found = lookUpUnit(key, context.directory, context.level);
    for (const organ of new Set(found.map(({ entryId, level }) => `${entryId} ${level}`))) {
      const other = byOrgan.get(organ);
      if (other === undefined) byOrgan.set(organ, key);
      else if (sameUnit(key, other, context.directory, { level: context.level })) {
        if (!pairs.some((pair) => pair.includes(key) && pair.includes(other))) add(key, other);
      }
    }
  }
  return pairs;
}
