import { addressOf, cellOfKey } from "../grid/address";
import { defineSheetRule } from "./rule";

/** A reference to another workbook: [1]Sheet1!A1 in a file, [名册.xlsx]Sheet1!A1 or 'D:\[名册.xlsx]Sheet1'!A1 as Excel shows it. */
const OTHER_WORKBOOK = /\[\d+\][^![\]]*!|\[[^[\]]+\.(?:xls[xmb]?|xltx?|et|ett|ods|csv)\]/iu;

/** 可改 before publishing: formulas; 请核对 where one reads from another workbook. */
export const formulaReplaced = defineSheetRule({
  meta: { id: "formula-replaced", title: "没有公式", found: "有公式", group: "public", severity: "warning", needs: [], offByDefault: true },
  messages: {
    external: (d: { cell: string; count: number }) => `有 ${d.count} 处公式取自别的工作簿，第一处在${d.cell}。`,
    formulas: (d: { cell: string; count: number }) => `有 ${d.count} 处公式，第一处在${d.cell}。`,
  },
  docs: {
    why: "公式会带出算法和来源，引用的内容一变，公开的数字也跟着变。",
    howToFix: "选中后复制，用“粘贴为数值”换成结果。",
    bad: [],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"]] }],
  },
  check({ grid }, report) {
    const keys = [...grid.formulas.keys()].sort((a, b) => a - b);
    const external = keys.filter((key) => OTHER_WORKBOOK.test(grid.formulas.get(key)!));
    const own = keys.filter((key) => !external.includes(key));
    for (const [messageId, found] of [["external", external], ["formulas", own]] as const) {
      if (found.length === 0) continue;
      const at = cellOfKey(found[0]!);
      report({ messageId, data: { cell: addressOf(at), count: found.length }, row: null, field: null, at, ...(messageId === "formulas" && { severity: "info" as const }) });
    }
  },
});
