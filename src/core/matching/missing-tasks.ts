import type { Alignment, TaskBinding } from "./matching";

/** Tasks that bind 本单位 and that no row answers. */
export interface MissingTasks {
  /** Bound by name, by 对口 or through all: each is asked about. */
  readonly asked: readonly TaskBinding[];
  /** Possibly bound (有关部门): one folded line. */
  readonly some: readonly TaskBinding[];
  /** Bound only through localities: one folded line. */
  readonly localities: readonly TaskBinding[];
}

/** Sorts the unanswered tasks by how they bind. What does not bind is not asked about; order is that of the parent. */
export function missingTasks(alignment: Alignment, bindings: readonly TaskBinding[]): MissingTasks {
  const unanswered = new Set(alignment.unanswered);
  const open = bindings.filter(({ task }) => unanswered.has(task)).sort((a, b) => a.task - b.task);
  return {
    asked: open.filter(({ binding }) => binding === "named" || binding === "counterpart" || binding === "all"),
    some: open.filter(({ binding }) => binding === "some"),
    localities: open.filter(({ binding }) => binding === "localities"),
  };
}
