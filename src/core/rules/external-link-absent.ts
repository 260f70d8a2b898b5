import { defineSheetRule } from "./rule";

/** 请核对 before publishing: the file is linked to other workbooks; their paths go out with it, and opening it asks to update them. */
export const externalLinkAbsent = defineSheetRule({
  meta: { id: "external-link-absent", title: "没有连到别的文件", found: "连到别的文件", group: "public", severity: "warning", needs: ["external-links"], offByDefault: true },
  messages: {
    links: (d: { count: number; first: string }) => `文件连着 ${d.count} 份别的工作簿：${d.first}${d.count > 1 ? "等" : ""}。`,
  },
  docs: {
    why: "链接里有本机或内网的路径，别人打开时还会提示更新。",
    howToFix: "在“数据—编辑链接”里断开链接。",
    bad: [],
    good: [],
  },
  check({ facts }, report) {
    const links = facts?.externalLinks ?? [];
    if (links.length > 0) report({ messageId: "links", data: { count: links.length, first: fileNameOf(links[0]!) }, row: null, field: null, at: null });
  },
});

function fileNameOf(target: string): string {
  const name = target.split(/[\\/]/u).at(-1) ?? target;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
