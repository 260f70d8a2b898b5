import type { Field } from "../ledger/fields";
import { bindTasks } from "../matching/bind-tasks";
import type { ParentDocument } from "../parent/parent-document";
import type { ReportSheet } from "../report/report-sheet";
import { levelOfTitle } from "../rules/office-level";
import type { UnitDirectory } from "../units/unit-directory";
import { generateDraft, type DraftWording } from "./generate-draft";

/** A first ledger for 本单位, ready to be shown as a new sheet. */
export interface UnitDraft {
  readonly sheet: ReportSheet;
  /** How many tasks it holds. */
  readonly rows: number;
  readonly wordings: readonly DraftWording[];
}

/** 生成初稿 out of all parents: the tasks that bind 本单位, in the first parent's layout. The unit must be known (see `resolveUnit`). */
export function draftForUnit(parents: readonly ParentDocument[], unit: string, directory: UnitDirectory): UnitDraft {
  const main = parents[0];
  const columns: readonly Field[] = main?.columns ?? [];
  const tasks = parents.flatMap((parent) => parent.tasks);
  const { sheet, rows, wordings } = generateDraft({
    title: main?.title ?? "",
    columns,
    tasks,
    bindings: bindTasks(parents, unit, directory),
    unit,
    fromLevel: levelOfTitle(main?.issuer || main?.title || ""),
    toLevel: levelOfTitle(unit),
  });
  return { sheet, rows: rows.length, wordings };
}
