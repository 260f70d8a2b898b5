import { describe, expect, test } from "vitest";
import { gridOfValues, type CellValue } from "../../../src/core/grid/sheet-grid";
import { cellOfAddress } from "../../../src/core/grid/address";
import { extractTasks } from "../../../src/core/parent/extract-tasks";
import type { DocumentBlock, ParentDocument } from "../../../src/core/parent/parent-document";
import { casesWith, readCase } from "../../support/ledger-case";

/** A document as `tests/cases/<name>/document.json` writes it. */
interface DocumentCase {
  readonly blocks: readonly (
    | { readonly kind: "paragraph"; readonly text: string; readonly heading: boolean }
    | { readonly kind: "table"; readonly sheet: string; readonly rows: readonly (readonly CellValue[])[]; readonly merges: readonly string[] }
  )[];
}

function blocksOf({ blocks }: DocumentCase): DocumentBlock[] {
  return blocks.map((block) => {
    if (block.kind === "paragraph") return block;
    const { values, texts } = gridOfValues(block.sheet, block.rows);
    const merges = block.merges.map((range) => {
      const [from, to] = range.split(":").map((address) => cellOfAddress(address)!);
      return { top: from!.row, left: from!.column, bottom: to!.row, right: to!.column };
    });
    return { kind: "table", sheet: block.sheet, values, texts, merges };
  });
}

function asExpected({ title, docNumber, issuer, year, issued, columns, tasks, notes }: ParentDocument): object {
  return {
    title, docNumber, issuer, year, issued, columns,
    tasks: tasks.map(({ seq, level1, level2, requirement, units, deadline, inferred }) => ({ seq, level1, level2, requirement, units, deadline, ...(inferred.length > 0 ? { inferred } : {}) })),
    notes,
  };
}

describe("whole documents in the manner of real offices", () => {
  for (const name of casesWith("document.json")) {
    test(name, () => {
      const read = extractTasks(blocksOf(readCase<DocumentCase>(name, "document.json")));
      if (!read.ok) throw new Error(`not read: ${read.error.code}`);
      expect(asExpected(read.value)).toEqual(readCase<object>(name, "expected.json"));
    });
  }
});
