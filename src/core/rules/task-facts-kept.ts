import { changedFacts } from "../matching/changed-facts";
import { rowNumber } from "./cell-words";
import { linkedTask } from "./linked-task";
import { defineRowRule } from "./rule";

/** 〔2020〕53号, with brackets of any kind: those are another rule's subject too. */
const COMPLETE = /[〔[［【（(](?:19|20)\d{2}[〕\]］】）)]\d{1,4}号/u;

const KIND_WORDS = { figure: "数字", title: "文件名", docNumber: "文号" } as const;

/** 请核对: a figure, a 《title》 or a 〔文号〕 of the task reads otherwise in the row. The parent may be the side that was misread, so nothing is decided. */
export const taskFactsKept = defineRowRule({
  meta: { id: "task-facts-kept", title: "数字、文件名、文号与上级一致", found: "数字、文件名、文号与上级不同", group: "parent", severity: "warning", needs: ["parent", "requirement"] },
  messages: {
    changed: (d: { row: number; kind: string; own: string; seq: string; parent: string }) => `第${d.row}行${d.kind}“${d.own}”，上级第${d.seq}项是“${d.parent}”。`,
  },
  docs: {
    why: "数字、文件名、文号抄错了，任务就变了；也可能是上级文件扫描时认错了字。",
    howToFix: "对照上级原文核一遍。",
    bad: [
      {
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "开展多元化解读，图解、短视频数量不低于解读总量的50%。", "办公室", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "办公室", "6月底前"]],
        parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "开展多元化解读，图解、短视频数量不低于解读总量的60%。", "省政府各部门", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "省政府各部门", "6月底前"]],
      },
    ],
    good: [
      {
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "开展多元化解读，用好图解、短视频。", "办公室", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "办公室", "6月底前"]],
        parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "开展多元化解读，图解、短视频数量不低于解读总量的60%。", "省政府各部门", "年底前"], ["2", "及时更新政府信息公开指南和目录。", "省政府各部门", "6月底前"]],
      },
    ],
  },
  check(context, row, report) {
    const cell = row.cells.requirement;
    const task = linkedTask(context, row);
    if (!cell || !task) return;
    for (const { kind, row: own, task: parent } of changedFacts(cell.text, task.requirement)) {
      // A number that has lost a bracket or digits is the subject of doc-number-form.
      if (kind === "docNumber" && !COMPLETE.test(own.written)) continue;
      report({
        messageId: "changed",
        data: { row: rowNumber(row), kind: KIND_WORDS[kind], own: own.written, seq: task.seq || "？", parent: parent.written },
        row,
        field: "requirement",
        at: cell.at,
        ...(cell.text === cell.raw && { span: own.span }),
      });
    }
  },
});
