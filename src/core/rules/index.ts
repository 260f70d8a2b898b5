import { cellWithoutError } from "./cell-without-error";
import { columnPresent } from "./column-present";
import { columnsAligned } from "./columns-aligned";
import { countStated } from "./count-stated";
import { deadlineFilled } from "./deadline-filled";
import { deadlineNotLater } from "./deadline-not-later";
import { deadlineRecognisable } from "./deadline-recognisable";
import { headerRepeated } from "./header-repeated";
import { itemsApart } from "./items-apart";
import { ownLeadKept } from "./own-lead-kept";
import { parentCited } from "./parent-cited";
import { rowBlank } from "./row-blank";
import { rowVisible } from "./row-visible";
import { rowWhole } from "./row-whole";
import type { Rule } from "./rule";
import { serialConsecutive } from "./serial-consecutive";
import { taskAnswered } from "./task-answered";
import { taskDeadlinesAgree } from "./task-deadlines-agree";
import { taskFactsKept } from "./task-facts-kept";
import { upperLevelWording } from "./upper-level-wording";

/** Every rule, group by group, in the order in which they are listed. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  // structure
  columnPresent,
  headerRepeated,
  columnsAligned,
  rowWhole,
  itemsApart,
  serialConsecutive,
  rowBlank,
  rowVisible,
  cellWithoutError,
  countStated,
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
