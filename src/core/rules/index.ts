import { cellWithoutError } from "./cell-without-error";
import { columnPresent } from "./column-present";
import { columnsAligned } from "./columns-aligned";
import { countStated } from "./count-stated";
import { deadlineAfterIssue } from "./deadline-after-issue";
import { deadlineDefinite } from "./deadline-definite";
import { deadlineFilled } from "./deadline-filled";
import { deadlineForm } from "./deadline-form";
import { deadlineNotLater } from "./deadline-not-later";
import { deadlineOfRequirement } from "./deadline-of-requirement";
import { deadlineOnWorkingDay } from "./deadline-on-working-day";
import { deadlineOverdue } from "./deadline-overdue";
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
import { statusEvidenced } from "./status-evidenced";
import { taskAnswered } from "./task-answered";
import { taskDeadlinesAgree } from "./task-deadlines-agree";
import { taskFactsKept } from "./task-facts-kept";
import { upperLevelWording } from "./upper-level-wording";
import { yearCurrent } from "./year-current";

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
  deadlineDefinite,
  deadlineAfterIssue,
  deadlineOfRequirement,
  deadlineForm,
  deadlineOverdue,
  statusEvidenced,
  deadlineOnWorkingDay,
  yearCurrent,
  // against the parent
  taskAnswered,
  deadlineNotLater,
  taskDeadlinesAgree,
  taskFactsKept,
  ownLeadKept,
  parentCited,
  upperLevelWording,
];
