import type { Field } from "../ledger/fields";
import type { ParentDocument, ParentTask } from "../parent/parent-document";
import type { KeptPart } from "../workbook";

/** Parts that hold a parent document have ids that begin so. */
export const PARENT_PART_PREFIX = "parent-";

/** The texts of a task; what they mean is read again when the part is opened, so that a better reading reaches old files. */
export type StoredTask = Pick<ParentTask, "seq" | "level1" | "level2" | "requirement" | "units" | "deadline"> & { readonly inferred?: readonly Field[] };

export interface StoredParent extends Omit<ParentDocument, "tasks"> {
  readonly version: 1;
  readonly tasks: readonly StoredTask[];
}

/** A parent document as a part to keep with the file, so that a colleague checks without the document. */
export function parentPart(parent: ParentDocument): KeptPart {
  const stored: StoredParent = {
    version: 1,
    ...parent,
    tasks: parent.tasks.map(({ seq, level1, level2, requirement, units, deadline, inferred }) => ({ seq, level1, level2, requirement, units, deadline, ...(inferred.length > 0 && { inferred }) })),
  };
  return { id: parentPartId(parent), text: JSON.stringify(stored) };
}

export function parentPartId(parent: Pick<ParentDocument, "fingerprint">): string {
  return `${PARENT_PART_PREFIX}${parent.fingerprint}`;
}
