import { describe, expect, it } from "vitest";
import { parentCited } from "../../../src/core/rules/parent-cited";
import type { ParentDocument } from "../../../src/core/parent/parent-document";
import { checkLedger } from "../../../src/core/rules/check-ledger";
import { checkSheet } from "../../../src/core/rules/check-sheet";
import { NO_CHOICES } from "../../../src/core/kept/choices";
import { gridOf, parentOf } from "../../support/check-example";

const TITLE = "云岭省2024年政务公开重点工作任务分工";
const B = "及时更新政府信息公开指南和目录。";

/** The parent's title and number stand outside its table, so this rule cannot be tried with tables alone. */
function found(requirement: string): string[] {
  const rows = [["序号", "具体要求", "责任单位", "完成时限"], ["1", requirement, "办公室", "年底前"], ["2", B, "办公室", "6月底前"]];
  const parent: ParentDocument = { ...parentOf(rows, 2024), title: TITLE, docNumber: "云政办秘〔2024〕18号" };
  const outcome = checkSheet({ grid: gridOf({ rows }), sheets: [], facts: null, parents: [parent], choices: NO_CHOICES, today: "2024-03-01" });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return checkLedger([parentCited], outcome.value.context).problems.map(({ message }) => message);
}

describe("parent-cited", () => {
  it.each([
    `落实《${TITLE}》（云政办秘〔2024〕18号）要求，报送落实情况。`,
    `落实《${TITLE}》要求，报送落实情况。`,
    `落实《${TITLE}》(云政办秘[2024]18号)要求，报送落实情况。`,
    `落实《云岭省2023年政务公开重点工作任务分工》（云政办秘〔2023〕11号）要求，报送落实情况。`,
  ])("stays silent: %s", (requirement) => expect(found(requirement)).toEqual([]));

  it.each([`落实《${TITLE}》（云政办秘〔2024〕81号）要求，报送落实情况。`, `落实《${TITLE}》（云政办发〔2024〕18号）要求，报送落实情况。`])("finds: %s", (requirement) => expect(found(requirement)).toHaveLength(1));
});
