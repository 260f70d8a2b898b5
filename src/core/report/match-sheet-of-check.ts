import { compareDeadlines } from "../deadline/compare-deadlines";
import { parseDeadline } from "../deadline/parse-deadline";
import type { Ledger } from "../ledger/ledger";
import type { Alignment, TaskBinding } from "../matching/matching";
import type { ParentDocument } from "../parent/parent-document";
import { matchSheet } from "./match-sheet";
import type { ReportSheet } from "./report-sheet";

/** What 对照表 is made of: a check's readings, as plain data. */
export interface MatchSheetOfCheck {
  readonly ledger: Ledger;
  readonly parents: readonly ParentDocument[];
  readonly alignment: Alignment;
  readonly bindings: readonly TaskBinding[] | null;
  /** The year the ledger is about, for deadlines without one. */
  readonly year: number | null;
}

/** 对照表 of a finished check: the ledger beside all its parents. */
export function matchSheetOfCheck({ ledger, parents, alignment, bindings, year }: MatchSheetOfCheck): ReportSheet {
  const tasks = parents.flatMap((parent) => parent.tasks);
  return matchSheet({
    ledgerSheet: ledger.sheet,
    parentName: parents.map((parent) => parent.docNumber || parent.title).join("、"),
    tasks,
    rows: ledger.rows.map(({ row, cells }) => ({
      at: cells.requirement?.at ?? { row, column: 0 },
      seq: cells.seq?.text ?? "",
      requirement: cells.requirement?.text ?? "",
      deadline: cells.deadline?.text ?? "",
    })),
    alignment,
    bindings,
    isLooser: (row, task) => {
      const own = ledger.rows[row]?.cells.deadline?.text ?? "";
      if (own === "" || !tasks[task]) return false;
      const { relation } = compareDeadlines(parseDeadline(own, { year, issued: null }), tasks[task].due);
      return relation === "later" || relation === "loosened";
    },
  });
}
