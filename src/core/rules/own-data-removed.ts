import { defineSheetRule } from "./rule";

/** 可改 before publishing: sheets that we filled, and records we keep in the file. 存公开稿 leaves them out. */
export const ownDataRemoved = defineSheetRule({
  meta: { id: "own-data-removed", title: "没有本工具留下的数据", found: "有本工具留下的数据", group: "public", severity: "info", needs: [], offByDefault: true },
  messages: {
    sheets: (d: { names: string }) => `文件里有本工具写的工作表：${d.names}。`,
    parts: (d: { count: number }) => `文件里留有本工具的检查和修改记录（${d.count} 份）。`,
  },
  docs: {
    why: "修改记录里有改动前的文字，是内部过程。",
    howToFix: "存公开稿时会自动去掉；直接公开原文件的，先“清除本工具数据”。",
    bad: [],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check({ sheets, facts }, report) {
    const ours = sheets.filter((sheet) => sheet.ours);
    if (ours.length > 0) report({ messageId: "sheets", data: { names: ours.map(({ name }) => `“${name}”`).join("、") }, row: null, field: null, at: null });
    const count = facts?.keptParts ?? 0;
    if (count > 0) report({ messageId: "parts", data: { count }, row: null, field: null, at: null });
  },
});
