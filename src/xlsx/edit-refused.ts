import type { EditRefusal } from "../core/edits/edit";

/** Thrown where an edit is found not to fit, before anything is changed; `apply-edits.ts` turns it into a skipped edit. */
export class EditRefused extends Error {
  constructor(readonly reason: EditRefusal) {
    super(reason);
  }
}

export function refuseIf(condition: boolean, reason: EditRefusal): void {
  if (condition) throw new EditRefused(reason);
}
