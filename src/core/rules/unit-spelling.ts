import { isInnerOffice } from "../units/inner-office";
import { reconcileUnit } from "../units/reconcile-unit";
import { nameLikeness } from "../units/name-likeness";
import type { UnitCandidate } from "../units/unit";
import { unitKey } from "../units/unit-key";
import { rowNumber } from "./cell-words";
import { defineSheetRule, type RuleContext } from "./rule";
import { renameEdits, unitsOfParents, unitsOfSheet, withoutElided } from "./unit-places";

/** A name written so often was meant, whatever it is near to. */
const MEANT = 3;

/**
 * A unit's name looks mistyped: 请核对 where the right name stands in the parent, in the user's list or elsewhere on the
 * sheet, 可改 where only the built-in directory has it. Never where the parent writes it so, or the sheet does mostly.
 */
export const unitSpelling = defineSheetRule({
  meta: { id: "unit-spelling", title: "单位名称没有错字", found: "单位名称像是有错字", group: "units", severity: "warning", needs: ["units"], looksAt: ["units", "leadUnits", "cooperateUnits", "implementUnits"] },
  messages: {
    slip: (d: { row: number; written: string; likely: string }) => `第${d.row}行“${d.written}”像是“${d.likely}”。`,
  },
  docs: {
    why: "名称写错了，汇总时对不上。",
    howToFix: "核对后改正；名称本来如此的，写明理由不改。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "市人力资源社会保彰局", "6月底前"], ["2", "做好政策解读材料的发布。", "市人力资源社会保障局", "年底前"], ["3", "更新政府信息公开指南。", "市财政局", "6月底前"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "秘书一室", "6月底前"], ["2", "做好政策解读材料的发布。", "秘书二室", "年底前"]] }],
  },
  check(context, report) {
    const units = unitsOfSheet(context);
    const parents = unitsOfParents(context);
    const imported = new Set(context.importedUnits.map(unitKey));
    for (const [key, places] of units) {
      if (places.length >= MEANT || parents.has(key) || imported.has(key)) continue;
      const likely = likelyName(context, key, places.length, units, parents, imported);
      if (!likely) continue;
      const [first] = places;
      const edits = renameEdits(context, places, (place) => withoutElided(place, likely.name));
      report({
        messageId: "slip",
        data: { row: rowNumber(first!.row), written: first!.mention.written, likely: withoutElided(first!, likely.name) },
        row: first!.row,
        field: first!.field,
        at: first!.cell.at,
        ...(first!.cell.text === first!.cell.raw && { span: first!.mention.span }),
        ...(!likely.isLocal && { severity: "info" as const }),
        suggestions: edits ? [{ label: `改为“${withoutElided(first!, likely.name)}”`, edits }] : [],
      });
    }
  },
});

/** The one name a written one is a slip of; undefined where it is none, or could be of several. */
function likelyName(context: RuleContext, key: string, count: number, units: ReturnType<typeof unitsOfSheet>, parents: ReadonlySet<string>, imported: ReadonlySet<string>): { readonly name: string; readonly isLocal: boolean } | undefined {
  const near: { readonly name: string; readonly score: number }[] = [];
  // 区自然资源分局 is a branch of the city's bureau, not a slip of 区自然资源局.
  const mainOffice = /分局$/u.test(key) ? key.replace(/分局$/u, "局") : null;
  const consider = (name: string) => {
    if (name === key || name === mainOffice) return;
    // 市场监管居 behind 省发展改革委: the prefix is left out in the list, and no directory gives it back to a slip.
    for (const form of /^[省市县区]/u.test(name) ? [name, name.slice(1)] : [name]) {
      const likeness = form === key ? null : nameLikeness(key, form);
      if (likeness?.near && likeness.kind !== "abbreviation") near.push({ name: form, score: likeness.score });
    }
  };
  for (const [name, places] of units) if (places.length > count) consider(name);
  for (const name of parents) consider(name);
  for (const name of imported) consider(name);
  const known = reconcileUnit(key, { level: context.level, date: null, local: [] }, context.directory);
  // What the directory holds exactly is no slip, however near another name is.
  if (known.judgment === "same" || known.candidates[0]?.score === 1) return undefined;
  const distinct = [...new Map(near.sort((a, b) => b.score - a.score).map((each) => [each.name, each])).values()];
  if (distinct.length > 1 && distinct[0]!.score === distinct[1]!.score) return undefined;
  if (distinct[0]) return { name: distinct[0].name, isLocal: true };
  // Inner offices are named freely: only the sheet itself can tell what one is called.
  if (known.judgment !== "suspect" || isInnerOffice(key) || context.level === "部门") return undefined;
  const [best, second] = known.candidates;
  if (!best || !isSlip(best) || (second && second.score === best.score)) return undefined;
  const name = closest(key, best);
  return name === mainOffice || unitKey(name) === mainOffice ? undefined : { name, isLocal: false };
}

function isSlip({ reason }: UnitCandidate): boolean {
  return reason === "typing-slip" || reason === "same-sound";
}

/** Of an organ's full name and its short form, the one the slip was made in. */
function closest(key: string, { name, short }: UnitCandidate): string {
  return (nameLikeness(key, unitKey(name))?.score ?? 0) > (nameLikeness(key, unitKey(short))?.score ?? 0) ? name : short;
}
