import { fingerprint } from "../text/fingerprint";
import { normalizeForCompare } from "../text/normalize";
import type { ParentTask } from "./parent-document";

/**
 * A fingerprint of what the tasks say, for telling versions of a document apart. Blanks, widths and punctuation do not
 * count, so that one document read from two formats has one fingerprint.
 */
export function fingerprintOf(tasks: readonly Pick<ParentTask, "seq" | "requirement" | "units" | "deadline">[]): string {
  return fingerprint(tasks.map((task) => [task.seq, task.requirement, task.units, task.deadline].map(normalizeForCompare).join("|")).join("\n"));
}
