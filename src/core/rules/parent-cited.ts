import { normalizeForCompare } from "../text/normalize";
import { rowNumber } from "./cell-words";
import { defineSheetRule } from "./rule";

/** 机关代字, 〔year〕, number: 皖政办秘〔2021〕52号. Brackets of any kind, since a wrong one is another rule's subject. */
const DOC_NUMBER = /([\p{Script=Han}]{1,12})[〔[［【（(]((?:19|20)\d{2})[〕\]］】）)](\d{1,4})号/gu;

/** 请核对: a 文号 of the parent's own 机关代字 and year with another number stands beside the parent's title, so the parent is cited wrongly. */
export const parentCited = defineSheetRule({
  meta: { id: "parent-cited", title: "上级文号引得对", found: "上级文号引错", group: "parent", severity: "warning", needs: ["parent"], looksAt: ["requirement"], source: "GB/T 9704-2012 7.2.5" },
  messages: {
    number: (d: { place: string; written: string; right: string }) => `${d.place}“${d.written}”，上级文号是“${d.right}”。`,
  },
  docs: {
    why: "引错文号，别人就找不到依据。",
    howToFix: "照上级文件的文号改。",
    bad: [],
    good: [],
  },
  check({ ledger, parents }, report) {
    for (const parent of parents) {
      const right = [...parent.docNumber.matchAll(DOC_NUMBER)][0];
      const title = normalizeForCompare(parent.title);
      if (!right || title === "") continue;
      for (const row of ledger.rows) {
        const cell = row.cells.requirement;
        if (!cell) continue;
        for (const cited of cell.text.matchAll(/《([^》]+)》[（(]([^）)]+)[）)]/gu)) {
          if (normalizeForCompare(cited[1]!) !== title) continue;
          const written = [...cited[2]!.matchAll(DOC_NUMBER)][0];
          if (!written || written.slice(1).join() === right.slice(1).join()) continue;
          report({ messageId: "number", data: { place: `第${rowNumber(row)}行`, written: written[0], right: parent.docNumber }, row, field: "requirement", at: cell.at });
        }
      }
    }
  },
});
