import { defineSheetRule } from "./rule";

/** 请核对 before publishing: hidden sheets go out with the file; further visible ones go out without having been looked at. */
export const sheetShown = defineSheetRule({
  meta: { id: "sheet-shown", title: "没有别的工作表", found: "有别的工作表", group: "public", severity: "warning", needs: [], offByDefault: true },
  messages: {
    hidden: (d: { count: number; names: string }) => `有 ${d.count} 张隐藏的工作表：${d.names}。`,
    others: (d: { count: number; names: string }) => `还有 ${d.count} 张工作表会一起公开，这次没有查：${d.names}。`,
  },
  docs: {
    why: "公开稿是整份文件，别的工作表会一起公开，隐藏的也能取消隐藏。",
    howToFix: "不公开的工作表，先从文件里移走；要公开的，逐张检查。",
    bad: [],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check({ grid, sheets }, report) {
    const others = sheets.filter(({ name, ours }) => name !== grid.sheet && !ours);
    for (const [messageId, found] of [["hidden", others.filter(({ visible }) => !visible)], ["others", others.filter(({ visible }) => visible)]] as const) {
      if (found.length > 0) report({ messageId, data: { count: found.length, names: found.map(({ name }) => `“${name}”`).join("、") }, row: null, field: null, at: null });
    }
  },
});
