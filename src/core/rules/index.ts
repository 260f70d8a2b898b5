import { columnPresent } from "./column-present";
import { deadlineFilled } from "./deadline-filled";
import { deadlineRecognisable } from "./deadline-recognisable";
import type { Rule } from "./rule";

/** Every rule, group by group, in the order in which they are listed. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  // structure
  columnPresent,
  // deadlines
  deadlineFilled,
  deadlineRecognisable,
];
