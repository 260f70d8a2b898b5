import { lookUpUnit } from "../units/look-up-unit";
import { defineSheetRule, type RuleContext } from "./rule";
import { pairsOf } from "./unit-one-spelling";
import { renameEdits, unitsOfParents, unitsOfSheet, withoutElided, type UnitPlace } from "./unit-places";

/** So many names are written out, the rest counted. */
const NAMED = 4;

/**
 * 可改, one line: spoken short forms (市发改委) where a standard short form exists (市发展改革委). Issued papers use them
 * too, so it is never more; what the parent writes so, and what the sheet also writes in full, is not counted here.
 */
export const unitShortForm = defineSheetRule({
  meta: { id: "unit-short-form", title: "单位用规范简称", found: "单位用了口头简称", group: "units", severity: "info", needs: ["units"], looksAt: ["units", "leadUnits", "cooperateUnits", "implementUnits"], source: "《党政机关公文处理工作条例》第九条（全称或者规范化简称）" },
  messages: {
    spoken: (d: { names: readonly string[] }) => `有${d.names.length}个单位用了口头简称：${d.names.slice(0, NAMED).join("、")}${d.names.length > NAMED ? "等" : ""}。`,
  },
  docs: {
    why: "正式行文用全称或规范化简称。",
    howToFix: "换成规范简称；本地行文一向这样写的，可以不改。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "市发改委、市财政局", "6月底前"], ["2", "做好政策解读材料的发布。", "市司法局", "年底前"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "市发展改革委、市财政局", "6月底前"], ["2", "做好政策解读材料的发布。", "市司法局", "年底前"]] }],
  },
  check(context, report) {
    const units = unitsOfSheet(context);
    const parents = unitsOfParents(context);
    const paired = new Set(pairsOf(context, units).flat());
    const spoken: { readonly places: readonly UnitPlace[]; readonly name: string }[] = [];
    for (const [key, places] of units) {
      if (parents.has(key) || paired.has(key)) continue;
      const name = standardOf(context, key);
      if (name !== undefined) spoken.push({ places, name });
    }
    const [first] = spoken;
    if (!first) return;
    const names = new Map(spoken.flatMap(({ places, name }) => places.map((place) => [place, name] as const)));
    const edits = renameEdits(context, [...names.keys()], (place) => withoutElided(place, names.get(place)!));
    const [place] = first.places;
    report({
      messageId: "spoken",
      data: { names: spoken.map(({ places }) => places[0]!.mention.written) },
      row: null,
      field: place!.field,
      at: place!.cell.at,
      suggestions: [...(edits ? [{ label: "都写规范简称", edits }] : []), { label: "本地一向这样写", edits: [], action: { kind: "ignore" as const, reason: "本地行文习惯用法" } }],
    });
  },
});

/** The standard short form of a spoken name; undefined where it is no spoken name, or could be several organs'. */
function standardOf({ directory, level }: RuleContext, key: string): string | undefined {
  const found = lookUpUnit(key, directory, level);
  const names = new Set(found.map(({ shortName }) => shortName));
  return found.length > 0 && found.every(({ form }) => form === "spoken") && names.size === 1 ? found[0]!.shortName : undefined;
}
