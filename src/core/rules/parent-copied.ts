import { normalizeForCompare } from "../text/normalize";
import { rowNumber } from "./cell-words";
import { linkedTask } from "./linked-task";
import { defineSheetRule } from "./rule";

/** Shorter tasks can hardly be said otherwise. */
const SHORTEST = 20;
/** So many rows are named, the rest counted. */
const NAMED = 6;

/** 可改, one line: rows taken over from the parent word for word. What stands in the parent is right, but whose job it is here is not said. */
export const parentCopied = defineSheetRule({
  meta: { id: "parent-copied", title: "结合本单位实际写了", found: "与上级原文一字不差", group: "text", severity: "info", needs: ["parent", "requirement"], looksAt: ["requirement"] },
  messages: {
    copied: (d: { rows: readonly number[] }) => `有${d.rows.length}项与上级原文一字不差：第${d.rows.slice(0, NAMED).join("、")}${d.rows.length > NAMED ? "…" : ""}行。`,
  },
  docs: {
    why: "照抄上级，看不出本单位具体做什么。",
    howToFix: "结合本单位职责写具体；确实不用改的，保留。",
    bad: [
      {
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "健全养老机构等级评定结果定期公布制度，及时向社会公布。", "养老服务处", "年底前"], ["2", "及时更新政府信息公开指南和目录，方便公众查询使用。", "办公室", "6月底前"], ["3", "组织本系统政务公开业务培训。", "办公室", "全年"]],
        parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "健全养老机构等级评定结果定期公布制度，及时向社会公布。", "省民政厅牵头", "年底前"], ["2", "及时更新政府信息公开指南和目录，方便公众查询使用。", "省政府各部门", "6月底前"]],
      },
    ],
    good: [
      {
        rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "健全养老机构等级评定结果定期公布制度，每季度在厅网站公布。", "养老服务处", "年底前"], ["2", "及时更新厅政府信息公开指南和目录，方便公众查询使用。", "办公室", "6月底前"], ["3", "组织本系统政务公开业务培训。", "办公室", "全年"]],
        parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", "健全养老机构等级评定结果定期公布制度，及时向社会公布。", "省民政厅牵头", "年底前"], ["2", "及时更新政府信息公开指南和目录，方便公众查询使用。", "省政府各部门", "6月底前"]],
      },
    ],
  },
  check(context, report) {
    const copied = context.ledger.rows.filter((row) => {
      const text = row.cells.requirement?.text ?? "";
      const task = linkedTask(context, row)?.requirement;
      return task !== undefined && text.length >= SHORTEST && normalizeForCompare(text) === normalizeForCompare(task);
    });
    const [first] = copied;
    // One row may well be right as it is.
    if (!first || copied.length < 2) return;
    report({ messageId: "copied", data: { rows: copied.map(rowNumber) }, row: null, field: "requirement", at: first.cells.requirement!.at });
  },
});
