import type { ParentDocument } from "./parent-document";

/** One fingerprint for all parents that a sheet is checked against; "" for none. Decisions name it, so that they end with the parent they were made for. */
export function parentsFingerprint(parents: readonly Pick<ParentDocument, "fingerprint">[]): string {
  return parents.map((parent) => parent.fingerprint).join("+");
}
