import { authorRemoved } from "./author-removed";
import { bracketsPaired } from "./brackets-paired";
import { cellWithoutError } from "./cell-without-error";
import { columnPresent } from "./column-present";
import { columnsAligned } from "./columns-aligned";
import { commentRemoved } from "./comment-removed";
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
import { docNumberForm } from "./doc-number-form";
import { externalLinkAbsent } from "./external-link-absent";
import { farCellAbsent } from "./far-cell-absent";
import { formulaReplaced } from "./formula-replaced";
import { headerRepeated } from "./header-repeated";
import { headingNumbering } from "./heading-numbering";
import { hiddenCellAbsent } from "./hidden-cell-absent";
import { identityNumberWithheld } from "./identity-number-withheld";
import { innerColumnWithheld } from "./inner-column-withheld";
import { itemsApart } from "./items-apart";
import { leadCount } from "./lead-count";
import { mobileNumberWithheld } from "./mobile-number-withheld";
import { ownDataRemoved } from "./own-data-removed";
import { ownLeadKept } from "./own-lead-kept";
import { parentCited } from "./parent-cited";
import { parentCopied } from "./parent-copied";
import { printReady } from "./print-ready";
import { requirementRepeated } from "./requirement-repeated";
import { rowBlank } from "./row-blank";
import { rowVisible } from "./row-visible";
import { rowWhole } from "./row-whole";
import type { Rule } from "./rule";
import { serialConsecutive } from "./serial-consecutive";
import { sheetShown } from "./sheet-shown";
import { statusEvidenced } from "./status-evidenced";
import { taskAnswered } from "./task-answered";
import { taskDeadlinesAgree } from "./task-deadlines-agree";
import { taskFactsKept } from "./task-facts-kept";
import { textComplete } from "./text-complete";
import { textInvisible } from "./text-invisible";
import { textPrintedWhole } from "./text-printed-whole";
import { textSpaces } from "./text-spaces";
import { textWidth } from "./text-width";
import { unitKnown } from "./unit-known";
import { unitOneSpelling } from "./unit-one-spelling";
import { unitOtherLevel } from "./unit-other-level";
import { unitRenamed } from "./unit-renamed";
import { unitRepeated } from "./unit-repeated";
import { unitSeparators } from "./unit-separators";
import { unitShortForm } from "./unit-short-form";
import { unitSpelling } from "./unit-spelling";
import { unitsFilled } from "./units-filled";
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
  headingNumbering,
  rowBlank,
  rowVisible,
  farCellAbsent,
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
  // units
  unitsFilled,
  unitSpelling,
  unitOneSpelling,
  unitShortForm,
  unitRenamed,
  unitOtherLevel,
  unitRepeated,
  unitKnown,
  unitSeparators,
  leadCount,
  // text
  textInvisible,
  textSpaces,
  textWidth,
  docNumberForm,
  bracketsPaired,
  textComplete,
  requirementRepeated,
  // against the parent
  taskAnswered,
  deadlineNotLater,
  taskDeadlinesAgree,
  taskFactsKept,
  ownLeadKept,
  parentCited,
  upperLevelWording,
  parentCopied,
  // before publishing
  mobileNumberWithheld,
  identityNumberWithheld,
  innerColumnWithheld,
  hiddenCellAbsent,
  sheetShown,
  externalLinkAbsent,
  formulaReplaced,
  commentRemoved,
  authorRemoved,
  ownDataRemoved,
  printReady,
  textPrintedWhole,
];
