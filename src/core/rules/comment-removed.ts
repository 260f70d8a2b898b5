import { addressOf } from "../grid/address";
import { defineSheetRule } from "./rule";

/** 可改 before publishing: comments and notes. 存公开稿 leaves them out; a file published as it is would show them. */
export const commentRemoved = defineSheetRule({
  meta: { id: "comment-removed", title: "没有批注", found: "有批注", group: "public", severity: "info", needs: [], offByDefault: true },
  messages: {
    comments: (d: { count: number; first: string }) => `有 ${d.count} 条批注，第一条在${d.first}。`,
  },
  docs: {
    why: "批注多是内部意见，不宜公开。",
    howToFix: "存公开稿时会自动去掉；直接公开原文件的，先删去批注。",
    bad: [],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check({ grid }, report) {
    const [first] = [...grid.comments].sort((a, b) => a.row - b.row || a.column - b.column);
    if (!first) return;
    const at = { row: first.row, column: first.column };
    report({ messageId: "comments", data: { count: grid.comments.length, first: addressOf(at) }, row: null, field: null, at });
  },
});
