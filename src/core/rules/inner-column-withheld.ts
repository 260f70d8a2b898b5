import { columnLetters } from "../grid/address";
import { textAt } from "../grid/sheet-grid";
import { labelKind } from "../ledger/labels";
import { defineSheetRule } from "./rule";

/** Numbers that are there to be called by anybody, and the persons' numbers beside them. */
const FOR_EVERYBODY = /咨询|监督|投诉|举报|服务|值班|热线|办公/u;
const OF_PERSONS = /手机|身份证|电话|联系人|联络[员人]/u;

/** 请核对 before publishing: a filled column for the office's own use: 负责人, 责任人, 联系人, 联系电话. */
export const innerColumnWithheld = defineSheetRule({
  meta: { id: "inner-column-withheld", title: "没有内部使用的栏目", found: "有内部使用的栏目", group: "public", severity: "warning", needs: [], offByDefault: true },
  messages: {
    inner: (d: { column: string; label: string; filled: number }) => `${d.column}列“${d.label}”填了 ${d.filled} 格，一般只供内部使用。`,
  },
  docs: {
    why: "责任人姓名和联系方式公开后，会带来骚扰和泄露个人信息的风险。",
    howToFix: "删去这一栏；按规定要公开的，写明理由保留。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "负责人"], ["1", "公开年度财政预算和决算信息。", "办公室", "王某某"], ["2", "做好政策解读材料的发布。", "法规科", "李某某"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "咨询电话"], ["1", "公开年度财政预算和决算信息。", "办公室", "2671234"], ["2", "做好政策解读材料的发布。", "法规科", "2675678"]] }],
  },
  check({ grid, ledger }, report) {
    const block = ledger.blocks[0];
    if (!block) return;
    for (const [column, written] of block.labels) {
      const label = written.replace(/\s+/gu, "");
      const kind = labelKind(label);
      if (FOR_EVERYBODY.test(label) || !(kind === "persons" || kind === "contact" || OF_PERSONS.test(label))) continue;
      let filled = 0;
      for (let row = block.first; row <= ledger.last; row++) if (textAt(grid, row, column).trim() !== "" && !ledger.blocks.some(({ header }) => header && row >= header.first && row <= header.last)) filled++;
      if (filled === 0) continue;
      report({ messageId: "inner", data: { column: columnLetters(column), label, filled }, row: null, field: null, at: { row: block.header?.last ?? block.first, column } });
    }
  },
});
