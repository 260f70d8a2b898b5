import { formulaAt, valueAt } from "../grid/sheet-grid";
import { addressOf } from "../grid/address";
import { masked, mobileNumbersIn } from "./personal-numbers";
import { defineSheetRule } from "./rule";
import { eachCell, placesInLedger } from "./sheet-cells";

/** 必改 before publishing: a mobile number anywhere on the sheet. Office lines stay. The message hides the number's middle, since reports are passed on. */
export const mobileNumberWithheld = defineSheetRule({
  meta: { id: "mobile-number-withheld", title: "没有手机号码", found: "有手机号码", group: "public", severity: "error", needs: [], offByDefault: true, source: "《中华人民共和国个人信息保护法》第二十五条" },
  messages: {
    mobile: (d: { cell: string; masked: string }) => `${d.cell}有手机号码“${d.masked}”。`,
  },
  docs: {
    why: "手机号码是个人信息，不宜公开。",
    howToFix: "删去号码，或改写成办公电话。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "联系电话"], ["1", "公开年度财政预算和决算信息。", "办公室", "13812345678"], ["2", "做好政策解读材料的发布。", "法规科", "13987654321"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "联系电话"], ["1", "公开年度财政预算和决算信息。", "办公室", "0554-2671234"], ["2", "做好政策解读材料的发布。", "法规科", "138****5678"]] }],
  },
  check(context, report) {
    const { grid } = context;
    const placeOf = placesInLedger(context);
    eachCell(grid, (text, at) => {
      const numbers = mobileNumbersIn(text);
      if (numbers.length === 0) return;
      const after = masked(text, numbers);
      const edits = formulaAt(grid, at.row, at.column) ? [] : [{ kind: "setCell" as const, sheet: grid.sheet, at, before: valueAt(grid, at.row, at.column), after }];
      for (const { span, masked: hidden } of numbers) {
        report({ messageId: "mobile", data: { cell: addressOf(at), masked: hidden }, ...placeOf(at), at, span, suggestions: edits.length > 0 ? [{ label: "隐去中间四位", edits }] : [] });
      }
    });
  },
});
