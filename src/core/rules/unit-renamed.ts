import { renamedBy } from "../units/renames";
import { unitKey } from "../units/unit-key";
import { rowNumber } from "./cell-words";
import { namesDate } from "./names-date";
import { defineRowRule } from "./rule";
import { renameEdits, unitPlaces, unitsOfParents, withoutElided } from "./unit-places";

/**
 * 请核对: an organ stands under a name that had gone out of force by the sheet's date. Silent in the year of the change
 * and before it, where the change is not confirmed for every place, and where the parent writes the name so.
 */
export const unitRenamed = defineRowRule({
  meta: { id: "unit-renamed", title: "没有已更名的单位", found: "单位已更名", group: "units", severity: "warning", needs: ["units", "year"] },
  messages: {
    renamed: (d: { row: number; written: string; current: string; year: number }) => `第${d.row}行“${d.written}”${d.year}年已更名为“${d.current}”。`,
  },
  docs: {
    why: "机构改革后名称变了，可能是从往年台账里带来的。",
    howToFix: "换成现在的名称；职能划给别的单位的，核对由谁负责。",
    bad: [{ year: 2024, rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "市环境保护局", "6月底前"], ["2", "做好政策解读材料的发布。", "市司法局", "年底前"]] }],
    good: [{ year: 2018, rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "市环境保护局", "6月底前"], ["2", "做好政策解读材料的发布。", "市司法局", "年底前"]] }],
  },
  check(context, row, report) {
    const date = namesDate(context);
    const parents = unitsOfParents(context);
    for (const place of unitPlaces(context, row)) {
      const renamed = renamedBy(place.mention.name, date, context.directory, context.level);
      const [current, other] = renamed?.current ?? [];
      if (!renamed?.confirmed || !current || other || parents.has(place.key) || context.importedUnits.some((name) => unitKey(name) === place.key)) continue;
      const name = withoutElided(place, current.short);
      const edits = renameEdits(context, [place], () => name);
      report({
        messageId: "renamed",
        data: { row: rowNumber(row), written: place.mention.written, current: name, year: renamed.year },
        row,
        field: place.field,
        at: place.cell.at,
        ...(place.cell.text === place.cell.raw && { span: place.mention.span }),
        fold: `unit-renamed:${place.key}`,
        suggestions: edits ? [{ label: `改为“${name}”`, edits }] : [],
      });
    }
  },
});
