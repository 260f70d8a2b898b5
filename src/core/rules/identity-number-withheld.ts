import { addressOf } from "../grid/address";
import { formulaAt, valueAt } from "../grid/sheet-grid";
import { identityNumbersIn, masked, namesIdentity } from "./personal-numbers";
import { defineSheetRule } from "./rule";
import { eachCell, placesInLedger } from "./sheet-cells";

/** Longer texts than this speak of identity numbers; shorter ones are labels. */
const LABEL = 12;

/** 必改 before publishing: an identity number whose check digit is right; 请核对 for one of 15 digits, which has none, and for one that is called so and has a wrong one. */
export const identityNumberWithheld = defineSheetRule({
  meta: { id: "identity-number-withheld", title: "没有身份证号码", found: "有身份证号码", group: "public", severity: "error", needs: [], offByDefault: true, source: "《中华人民共和国个人信息保护法》第二十八条；GB 11643-1999" },
  messages: {
    identity: (d: { cell: string; masked: string }) => `${d.cell}有身份证号码“${d.masked}”。`,
    perhaps: (d: { cell: string; masked: string }) => `${d.cell}的“${d.masked}”像是15位的身份证号码。`,
    mistyped: (d: { cell: string; masked: string }) => `${d.cell}的“${d.masked}”写明是身份证号码，只是校验位不对。`,
  },
  docs: {
    why: "身份证号码是敏感个人信息，不能公开。",
    howToFix: "删去号码；确需保留的，隐去中间几位。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "备注"], ["1", "公开救助对象名单。", "社会事务科", "11010519491231002X"], ["2", "做好政策解读材料的发布。", "法规科", null]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "备注"], ["1", "公开救助对象名单。", "社会事务科", "110105194912310021"], ["2", "做好政策解读材料的发布。", "法规科", "91340100MA2N000000"]] }],
  },
  check(context, report) {
    const { grid } = context;
    const placeOf = placesInLedger(context);
    const named = new Set<number>();
    eachCell(grid, (text, at) => {
      if (text.length <= LABEL && namesIdentity(text)) named.add(at.column);
    });
    eachCell(grid, (text, at) => {
      const numbers = identityNumbersIn(text, named.has(at.column) || namesIdentity(text));
      if (numbers.length === 0) return;
      const after = masked(text, numbers);
      const edits = formulaAt(grid, at.row, at.column) ? [] : [{ kind: "setCell" as const, sheet: grid.sheet, at, before: valueAt(grid, at.row, at.column), after }];
      for (const { span, written, masked: hidden, certain } of numbers) {
        report({ messageId: certain ? "identity" : written.length > 15 ? "mistyped" : "perhaps", data: { cell: addressOf(at), masked: hidden }, ...placeOf(at), at, span, ...(!certain && { severity: "warning" as const }), suggestions: edits.length > 0 ? [{ label: "隐去中间几位", edits }] : [] });
      }
    });
  },
});
