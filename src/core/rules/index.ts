import { columnPresent } from "./column-present";
import { deadlineFilled } from "./deadline-filled";
import { deadlineNotLater } from "./deadline-not-later";
import { deadlineRecognisable } from "./deadline-recognisable";
import { ownLeadKept } from "./own-lead-kept";
import { parentCited } from "./parent-cited";
import type { Rule } from "./rule";
import { taskAnswered } from "./task-answered";
import { taskDeadlinesAgree } from "./task-deadlines-agree";
import { taskFactsKept } from "./task-facts-kept";
import { upperLevelWording } from "./upper-level-wording";

/** Every rule, group by group, in the order in which they are listed. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  // structure
  columnPresent,
  // deadlines
  deadlineFilled,
  deadlineRecognisable,
  // against the parent
  taskAnswered,
  deadlineNotLater,
  taskDeadlinesAgree,
  taskFactsKept,
  ownLeadKept,
  parentCited,
  upperLevelWording,
];
