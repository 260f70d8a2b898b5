import { isInnerOffice } from "../units/inner-office";
import { reconcileUnit } from "../units/reconcile-unit";
import { sameUnit } from "../units/same-unit";
import { unitKey } from "../units/unit-key";
import { rowNumber } from "./cell-words";
import { defineRowRule } from "./rule";
import { renameEdits, unitPlaces, unitsOfParents, withoutElided } from "./unit-places";

/** So many near names are offered. */
const OFFERED = 3;

/** 请核对: a unit that neither the imported list nor the parent has. Without an imported list nothing is unknown. */
export const unitKnown = defineRowRule({
  meta: { id: "unit-known", title: "单位都在名录里", found: "单位不在名录里", group: "units", severity: "warning", needs: ["units", "imported-units"] },
  messages: {
    unknown: (d: { row: number; written: string }) => `第${d.row}行“${d.written}”不在单位名录里。`,
  },
  docs: {
    why: "可能写错了，也可能名录没有更新。",
    howToFix: "核对名称；名录缺的，补进名录。",
    bad: [{ units: ["办公室", "人事科", "法规科"], rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "规划科", "6月底前"], ["2", "做好政策解读材料的发布。", "法规科", "年底前"]] }],
    good: [{ units: ["办公室", "人事科", "法规科"], rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室，各科室", "6月底前"], ["2", "做好政策解读材料的发布。", "法规科", "年底前"]] }],
  },
  check(context, row, report) {
    const { directory, importedUnits, level } = context;
    const parents = unitsOfParents(context);
    for (const place of unitPlaces(context, row)) {
      const { name } = place.mention;
      if (parents.has(place.key) || importedUnits.some((known) => unitKey(known) === place.key || sameUnit(known, name, directory, { level }))) continue;
      // A list of 科室 says nothing about organs, and a list of organs nothing about 科室.
      if (!importedUnits.some((known) => isInnerOffice(known) === isInnerOffice(name))) continue;
      const near = reconcileUnit(name, { level, date: null, local: importedUnits }, directory).candidates.filter(({ entryId }) => entryId === "local");
      report({
        messageId: "unknown",
        data: { row: rowNumber(row), written: place.mention.written },
        row,
        field: place.field,
        at: place.cell.at,
        ...(place.cell.text === place.cell.raw && { span: place.mention.span }),
        fold: `unit-known:${place.key}`,
        suggestions: near.slice(0, OFFERED).flatMap((candidate) => {
          const after = withoutElided(place, candidate.name);
          const edits = renameEdits(context, [place], () => after);
          return edits ? [{ label: `改为“${after}”`, edits }] : [];
        }),
      });
    }
  },
});
