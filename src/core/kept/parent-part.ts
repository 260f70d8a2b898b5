import type { Field } from "../ledger/fields";
import type { DocumentBlock, ParentDocument, ParentTask } from "../parent/parent-document";
import type { KeptPart } from "../workbook";

/** Parts that hold a parent document have ids that begin so. */
export const PARENT_PART_PREFIX = "parent-";

/** The texts of a task; what they mean is read again when the part is opened, so that a better reading reaches old files. */
export type StoredTask = Pick<ParentTask, "seq" | "level1" | "level2" | "requirement" | "units" | "deadline"> & { readonly inferred?: readonly Field[] };

export interface StoredParent extends Omit<ParentDocument, "tasks"> {
  readonly version: 1;
  readonly tasks: readonly StoredTask[];
  /** What it was read from, so that it can be read again when a column was misread. */
  readonly source?: readonly DocumentBlock[];
}

/** Longest source that is kept, in characters of JSON: some 3,000 tasks. A longer one would make every saving of the file slow. */
const LONGEST_SOURCE = 1_500_000;

/** What of a document is worth keeping with a file: all of it, or undefined where it is too long. */
export function keptSource(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] | undefined {
  return JSON.stringify(blocks).length > LONGEST_SOURCE ? undefined : blocks;
}

/** A parent document as a part to keep with the file, so that a colleague checks without the document. */
export function parentPart(parent: ParentDocument, source?: readonly DocumentBlock[]): KeptPart {
  const stored: StoredParent = {
    version: 1,
    ...parent,
    ...(source && { source }),
    tasks: parent.tasks.map(({ seq, level1, level2, requirement, units, deadline, inferred }) => ({ seq, level1, level2, requirement, units, deadline, ...(inferred.length > 0 && { inferred }) })),
  };
  return { id: parentPartId(parent), text: JSON.stringify(stored) };
}

export function parentPartId(parent: Pick<ParentDocument, "fingerprint">): string {
  return `${PARENT_PART_PREFIX}${parent.fingerprint}`;
}
