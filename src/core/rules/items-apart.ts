import type { Edit } from "../edits/edit";
import { rowNumber } from "./cell-words";
import { defineSheetRule } from "./rule";
import { splitItems } from "./split-items";

/** 请核对: one cell holds several numbered items, while the sheet's other rows hold one each. Silent where that is the sheet's way. */
export const itemsApart = defineSheetRule({
  meta: { id: "items-apart", title: "一格只写一项", found: "一格写了几项", group: "structure", severity: "warning", needs: ["requirement"], looksAt: [] },
  messages: {
    several: (d: { row: number; numbers: string; count: number }) => `第${d.row}行一格里写了 ${d.count} 项（${d.numbers}）。`,
  },
  docs: {
    why: "别的行都是一行一项，这一格按一项汇总会漏。",
    howToFix: "拆成几行，每行一项。",
    bad: [
      {
        rows: [
          ["具体要求", "责任单位", "完成时限"],
          ...["公开年度财政预算和决算信息。", "做好政策解读材料的发布。", "组织开展政务公开业务培训。", "建立政务公开工作台账。", "清理长期不更新的新媒体账号。", "办理依申请公开事项。", "发布年度工作报告。", "开展公开日活动。", "开展满意度调查。"].map((text, index) => [`${index + 1}.${text}`, "办公室", "年底前"]),
          ["10.更新政府信息公开指南。11.更新政府信息公开目录。", "办公室", "6月底前"],
        ],
      },
    ],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check(context, report) {
    const { ledger } = context;
    const several = ledger.damage.filter(({ kind }) => kind === "several-items");
    const cells = new Set(ledger.rows.map(({ row }) => row)).size;
    // A tenth of the cells: beyond that the sheet is laid out so.
    if (several.length * 10 > cells) return;
    for (const { row, column, detail } of several) {
      report({ messageId: "several", data: { row: rowNumber({ row }), numbers: detail, count: detail.split("、").length }, row: null, field: "requirement", at: { row, column: column ?? 0 }, suggestions: suggestion(splitItems(context, row)) });
    }
  },
});

function suggestion(edits: readonly Edit[] | undefined) {
  return edits ? [{ label: "拆成几行", edits }] : [];
}
