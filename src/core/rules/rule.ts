import type { Deadline, IsoDate } from "../deadline/deadline";
import type { Edit } from "../edits/edit";
import type { CellRef } from "../grid/address";
import type { SheetGrid } from "../grid/sheet-grid";
import type { Field, UnitField } from "../ledger/fields";
import type { Ledger, LedgerRow, RowKey } from "../ledger/ledger";
import type { Alignment, TaskBinding } from "../matching/matching";
import type { ParentDocument } from "../parent/parent-document";
import type { OfficeLevel, Responsibility } from "../responsibility/responsibility";
import type { Span } from "../text/fold";
import type { UnitDirectory } from "../units/unit-directory";
import type { SheetInfo, WorkbookFacts } from "../workbook";
import type { Profile } from "./profile";

/** error 必改 · warning 请核对 · info 可改. */
export type Severity = "error" | "warning" | "info";

export const SEVERITIES = ["error", "warning", "info"] as const satisfies readonly Severity[];

export type RuleGroup = "structure" | "deadlines" | "units" | "text" | "parent" | "public";

/** What a rule cannot do without; when it is missing, the rule is listed as not checked. */
export type RuleNeed =
  /** At least one of the unit columns. */
  | "units"
  | "deadline"
  | "requirement"
  | "seq"
  | "status"
  /** 完成状态, or else 进展情况, which may tell the same. */
  | "outcome"
  | "parent"
  /** 本单位 has been chosen. */
  | "unit"
  /** The year the sheet is about is known. */
  | "year"
  /** 成文日期 is known. */
  | "issued"
  /** What the workbook says beyond its cells; of it, what some hosts cannot tell. */
  | "facts"
  | "external-links"
  | "properties"
  | "page-setup"
  /** How much room the cells have. */
  | "sizes"
  /** A directory the user imported. */
  | "imported-units";

export interface RuleMeta {
  /** Thing first, then the state that is right or wrong: "deadline-recognisable". Never renumbered, never renamed. */
  readonly id: string;
  /** What is right, in a few plain words, for lists of what is checked: 时限看得懂. */
  readonly title: string;
  /** What is wrong, for the heading over problems of this rule: 时限看不懂. */
  readonly found: string;
  readonly group: RuleGroup;
  /** The highest level the rule reports at unless the profile says otherwise. */
  readonly severity: Severity;
  /** row: findings of a row depend on that row (and on readings of the whole sheet that the context gives) only. sheet: on all rows. */
  readonly scope: "row" | "sheet";
  readonly needs: readonly RuleNeed[];
  /**
   * For scope sheet: the fields of rows whose cells it looks at. When only cells of other fields have changed, its
   * findings are taken over. Left out: it looks at everything.
   */
  readonly looksAt?: readonly Field[];
  /** Off unless a profile turns it on (公开 rules, rules about who leads). */
  readonly offByDefault?: boolean;
  /** Standard and clause, or document, the rule rests on. */
  readonly source?: string;
}

export interface RuleDocs {
  /** Why it matters, one sentence. Shown on the card. */
  readonly why: string;
  /** What to do, one sentence. */
  readonly howToFix: string;
  /** Small sheets (header row first) that the rule must report on. Run by the tests. */
  readonly bad: readonly RuleExample[];
  /** Small sheets that it must stay silent on. */
  readonly good: readonly RuleExample[];
}

/** A sheet in small, for documentation and tests: rows of texts, the first is the header. */
export interface RuleExample {
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Parent tasks in small, when the rule needs one: rows of texts, the first is the header. */
  readonly parent?: readonly (readonly (string | number | null)[])[];
  readonly unit?: string;
  readonly year?: number;
  readonly issued?: IsoDate;
  readonly today?: IsoDate;
  readonly title?: string;
  readonly units?: readonly string[];
}

/** One way to deal with a problem that a person must choose. */
export interface Suggestion {
  /** The button: 改为“年底前”. */
  readonly label: string;
  readonly edits: readonly Edit[];
  /** What the button does when it does not write: record that nothing is to change, link the row to another task, or show a preview first. */
  readonly action?: { readonly kind: "ignore"; readonly reason: string } | { readonly kind: "relink"; readonly task: number };
}

/** One finding, as a rule reports it. */
export interface Finding<MessageId extends string = string, Data = unknown> {
  readonly messageId: MessageId;
  readonly data: Data;
  /** The ledger row concerned; null for one about the sheet. */
  readonly row: LedgerRow | null;
  readonly field: Field | null;
  /** The cell to jump to; null when there is none. */
  readonly at: CellRef | null;
  /** The characters concerned, in the shown text of the cell at `at`. */
  readonly span?: Span;
  /** Lower than the rule's own level where the case is less certain. */
  readonly severity?: Severity;
  /** Why this one matters, when the rule's general sentence is not it: 上级第12项是“年底前”。 */
  readonly because?: string;
  /** The one certain change. Only where meaning stays and one answer is right. */
  readonly fix?: readonly Edit[];
  readonly suggestions?: readonly Suggestion[];
  /** Findings with the same key are one kind and shown folded: 有26处半角括号. Default: rule and message. */
  readonly fold?: string;
}

/** What rules look at. Readings are computed once per sheet and shared; rules never parse again. */
export interface RuleContext {
  readonly grid: SheetGrid;
  readonly ledger: Ledger;
  readonly profile: Profile;
  /** Nobody chose the profile: it was told from the looks of the sheet. */
  readonly isProfileGuessed: boolean;
  readonly today: IsoDate;
  /** The year the sheet is about, from the user, the sheet or the parent; null when nothing says. */
  readonly year: number | null;
  readonly issued: IsoDate | null;
  /** The level of the office that keeps the sheet; null when not certain. */
  readonly level: OfficeLevel | null;
  /** 本单位. */
  readonly unit: string | null;
  readonly directory: UnitDirectory;
  /** Names the user imported; empty when none. */
  readonly importedUnits: readonly string[];
  /** The parent documents, first the one with most links; empty when none was chosen. */
  readonly parents: readonly ParentDocument[];
  /** All parents' tasks in one list; `alignment` and `bindings` count in it. */
  readonly tasks: readonly TaskOfParent[];
  readonly alignment: Alignment | null;
  readonly bindings: readonly TaskBinding[] | null;
  readonly sheets: readonly SheetInfo[];
  readonly facts: WorkbookFacts | null;
  /** The deadline cell of a row, understood; null when the row's deadline is blank or there is no column. */
  deadlineOf(row: LedgerRow): Deadline | null;
  /** The deadlines that stand in a text, read with the sheet's year and issue date; see `findDeadlines`. */
  deadlinesIn(text: string): readonly Deadline[];
  /** A unit cell of a row, understood; null when blank or no such column. */
  responsibilityOf(row: LedgerRow, field: UnitField): Responsibility | null;
  /** The unit columns the sheet has, in the order of the sheet. */
  readonly unitFields: readonly UnitField[];
}

export interface TaskOfParent {
  readonly parent: number;
  readonly task: ParentDocument["tasks"][number];
}

/** Message texts by id. Each takes the data its finding carries. */
export type Messages = Readonly<Record<string, (data: never) => string>>;

/** A rule: what it is called, what it says, why, and how it looks. One file each. */
export interface Rule {
  readonly meta: RuleMeta;
  readonly messages: Messages;
  readonly docs: RuleDocs;
  /** For scope row: called once per row. */
  readonly checkRow?: (context: RuleContext, row: LedgerRow, report: (finding: Finding) => void) => void;
  /** For scope sheet: called once. */
  readonly checkSheet?: (context: RuleContext, report: (finding: Finding) => void) => void;
}

type FindingOf<M extends Messages> = { [K in keyof M & string]: Finding<K, Parameters<M[K]>[0]> }[keyof M & string];

/** Declares a rule about single rows. A wrong messageId or missing data is a type error at the report call. */
export function defineRowRule<M extends Messages>(rule: {
  meta: Omit<RuleMeta, "scope">;
  messages: M;
  docs: RuleDocs;
  check(context: RuleContext, row: LedgerRow, report: (finding: FindingOf<M>) => void): void;
}): Rule {
  return {
    meta: { ...rule.meta, scope: "row" },
    messages: rule.messages,
    docs: rule.docs,
    checkRow: (context, row, report) => rule.check(context, row, report),
  };
}

/** Declares a rule about the sheet as a whole. */
export function defineSheetRule<M extends Messages>(rule: {
  meta: Omit<RuleMeta, "scope">;
  messages: M;
  docs: RuleDocs;
  check(context: RuleContext, report: (finding: FindingOf<M>) => void): void;
}): Rule {
  return {
    meta: { ...rule.meta, scope: "sheet" },
    messages: rule.messages,
    docs: rule.docs,
    checkSheet: (context, report) => rule.check(context, report),
  };
}

/** A finding, finished: the sentence written out, the level decided, an identity that survives moved rows. */
export interface Problem {
  /** Stable while the row and the text concerned stay: rule, message, row key, field and the text. What an ignore names. */
  readonly id: string;
  readonly ruleId: string;
  readonly messageId: string;
  readonly severity: Severity;
  /** 第8行“时限要求”没有填。 */
  readonly message: string;
  readonly why: string;
  readonly how: string;
  readonly sheet: string;
  /** 0-based sheet row; null for one about the sheet. */
  readonly row: number | null;
  readonly rowKey: RowKey | null;
  readonly field: Field | null;
  readonly at: CellRef | null;
  readonly span: Span | null;
  readonly fix: readonly Edit[] | null;
  readonly suggestions: readonly Suggestion[];
  /** Problems with the same kind are shown folded and can be changed together. */
  readonly kind: string;
}

/** A rule that could not run says so: silence must always mean "checked and clean". */
export interface NotChecked {
  readonly ruleId: string;
  readonly title: string;
  readonly reason: RuleNeed | "crashed";
  /** For crashed: the error's name and message, for diagnostics. */
  readonly detail: string;
}
