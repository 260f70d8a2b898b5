import type { Span } from "../text/fold";

/** A calendar day, YYYY-MM-DD. */
export type IsoDate = string;

/** What a deadline is: see PRODUCT, "What counts as right". Words as in the labelled data. */
export type DeadlineKind = "date" | "range" | "ongoing" | "recurring" | "relative" | "unspecified" | "invalid";

export type Recurrence = "daily" | "weekly" | "monthly" | "bimonthly" | "quarterly" | "half-yearly" | "yearly";

/** What the reading took for granted. */
export type DeadlineAssumption =
  /** No year was written; the document's year was taken. */
  | "year-of-document"
  /** …前 without 底: "10月前" ends the day before October, or with October. */
  | "before-period"
  /** The day lies before the document was issued; perhaps next year is meant. */
  | "before-issue"
  /** Counted from the issue date. */
  | "from-issue"
  /** A serial number stuck to the year was taken off. */
  | "serial-removed"
  /** 月初, 年初, 年中 and the like name no day: the first ten days, January, June were taken. */
  | "loose-part"
  /** 2024.1 may be a 2024.10 that lost its zero in a number cell. */
  | "zero-lost";

/** What is known about the document the deadline stands in. */
export interface DeadlineContext {
  /** The document's year, for wordings without one; null when unknown. */
  readonly year: number | null;
  /** 成文日期 as ISO date, for relative wordings; null when unknown. */
  readonly issued: IsoDate | null;
}

/** A deadline cell, understood. */
export interface Deadline {
  readonly raw: string;
  readonly kind: DeadlineKind;
  /** The last day still on time; null when there is none, or it cannot be known. */
  readonly due: IsoDate | null;
  /** First day of a range, or the day an ongoing duty begins; null otherwise. */
  readonly start: IsoDate | null;
  readonly recurrence: Recurrence | null;
  /** The part of `raw` that the reading stands on; empty at 0 when nothing was found. */
  readonly span: Span;
  readonly assumed: readonly DeadlineAssumption[];
  /** The other reading, where there are two; never decided by the program. */
  readonly alternative: { readonly due: IsoDate; readonly because: DeadlineAssumption } | null;
  /** For kind invalid: the wording that was probably meant, for the message only. */
  readonly likely: string | null;
  /** Several deadlines in one cell, per step; empty when there is one. The whole has the last step's day. */
  readonly steps: readonly Deadline[];
  /** Why no day could be computed although the wording has one: no holiday calendar for the year, no issue date, no year. */
  readonly notComputed: "no-calendar" | "no-anchor" | "no-year" | null;
}

/** How one deadline stands to another. */
export interface DeadlineComparison {
  /** later / earlier: two days. loosened: a day became ongoing, recurring or vague. tightened: the other way. same: nothing to say. unknown: cannot be compared. */
  readonly relation: "same" | "later" | "earlier" | "loosened" | "tightened" | "unknown";
  /**
   * Both sides are certain days: no second reading and nothing assumed but the document's year, and that only while both
   * days lie in one year. Only then may a rule say 必改.
   */
  readonly certain: boolean;
}
