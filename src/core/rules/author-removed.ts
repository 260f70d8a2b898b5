import { defineSheetRule } from "./rule";

/** 可改 before publishing: names in the file's properties. 存公开稿 leaves them out. */
export const authorRemoved = defineSheetRule({
  meta: { id: "author-removed", title: "文件属性里没有人名", found: "文件属性里有人名", group: "public", severity: "info", needs: ["properties"], offByDefault: true },
  messages: {
    names: (d: { names: string }) => `文件属性里有${d.names}。`,
  },
  docs: {
    why: "作者和单位名称会随文件公开。",
    howToFix: "存公开稿时会自动去掉；直接公开原文件的，用“检查文档”删去。",
    bad: [],
    good: [],
  },
  check({ facts }, report) {
    if (!facts) return;
    const names = ([["作者", facts.author], ["最后修改人", facts.lastModifiedBy], ["单位", facts.company]] as const).filter(([, name]) => name.trim() !== "");
    if (names.length > 0) report({ messageId: "names", data: { names: names.map(([what, name]) => `${what}“${name.trim()}”`).join("、") }, row: null, field: null, at: null });
  },
});
