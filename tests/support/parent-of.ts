import { parseResponsibility } from "../../src/core/responsibility/parse-responsibility";
import type { ParentDocument, ParentTask } from "../../src/core/parent/parent-document";

export interface TaskInSmall {
  readonly seq?: string;
  readonly level1?: string;
  readonly level2?: string;
  readonly requirement: string;
  readonly units?: string;
  readonly deadline?: string;
}

/** A parent document in small, its unit cells parsed as those of a provincial document; deadlines are left unread. */
export function parentOf(document: Partial<Omit<ParentDocument, "tasks">> & { readonly tasks: readonly TaskInSmall[] }): ParentDocument {
  return {
    title: "",
    docNumber: "",
    issuer: "",
    year: null,
    issued: null,
    columns: [],
    notes: [],
    fingerprint: document.docNumber ?? "",
    ...document,
    tasks: document.tasks.map(({ seq = "", level1 = "", level2 = "", requirement, units = "", deadline = "" }, at): ParentTask => ({
      seq: seq || String(at + 1),
      level1,
      level2,
      requirement,
      units,
      deadline,
      inferred: [],
      responsibility: parseResponsibility(units, { level: "省" }),
      due: { raw: deadline, kind: "unspecified", due: null, start: null, recurrence: null, span: { start: 0, end: 0 }, assumed: [], alternative: null, likely: null, steps: [], notComputed: null },
    })),
  };
}
