/** Ribbon and context-menu buttons that are no commands of their own. */
export const ribbonStrings = {
  checkRow: "检查本行",
  fillRow: "套用本行分工",
  openGuide: "使用说明",
} as const;
