import { civil, nextYear } from "./calendar";
import type { DayNumber } from "./calendar";
import type { DeadlineAssumption, DeadlineKind, Recurrence } from "./deadline";
import type { BadPeriod, Grain, Period, Scope } from "./period";

/** One deadline read from a stretch of words; days still as numbers. */
export interface Reading {
  readonly kind: DeadlineKind;
  readonly due: DayNumber | null;
  readonly start: DayNumber | null;
  readonly recurrence: Recurrence | null;
  readonly assumed: readonly DeadlineAssumption[];
  readonly alternative: { readonly due: DayNumber; readonly because: DeadlineAssumption } | null;
  readonly likely: string | null;
  readonly notComputed: "no-calendar" | "no-anchor" | "no-year" | null;
  /** What was read: a bare stretch, one with its end named (底), one with a bound (前, 内, 止), a range; for prose and for telling apart. */
  readonly form: "bare" | "ended" | "bounded" | "range" | "start" | "every" | "span" | "word";
  readonly grain: Grain | null;
  /** Token range. */
  readonly from: number;
  readonly next: number;
}

export type Bound = "before" | "within" | "until" | "during" | "from" | "after" | null;

/** A reading with everything unsaid left empty. */
export function reading(said: Partial<Reading> & Pick<Reading, "kind" | "form" | "from" | "next">): Reading {
  // Written out, not spread: this runs for every cell of a sheet.
  return {
    kind: said.kind,
    due: said.due ?? null,
    start: said.start ?? null,
    recurrence: said.recurrence ?? null,
    assumed: said.assumed ?? nothingAssumed,
    alternative: said.alternative ?? null,
    likely: said.likely ?? null,
    notComputed: said.notComputed ?? null,
    form: said.form,
    grain: said.grain ?? null,
    from: said.from,
    next: said.next,
  };
}

const nothingAssumed: readonly DeadlineAssumption[] = [];

export function invalidReading({ likely, from, next }: Pick<BadPeriod, "likely" | "from" | "next">): Reading {
  return reading({ kind: "invalid", form: "word", likely, from, next });
}

/** What one period with its bound means; `next` is the first token after both. */
export function readPeriod(period: Period, bound: Bound, next: number, scope: Scope): Reading {
  const { from, grain } = period;
  if (bound === "from" || bound === "after") {
    const start = bound === "from" ? period.first : period.last + 1;
    const known = period.yearKnown && period.counted !== "unknown";
    return reading({ from, next, grain, form: "start", kind: "ongoing", start: known ? start : null, assumed: takenForGranted(period) });
  }
  const form = bound === "before" || bound === "within" || bound === "until" ? "bounded" : period.ended && grain !== "day" ? "ended" : "bare";
  if (period.counted === "unknown") return reading({ from, next, grain, form, kind: "relative", assumed: ["from-issue"], notComputed: "no-anchor" });
  const isRange = bound === "during" || (bound !== "before" && (period.whole || (grain === "plan" && !period.ended)));
  const kind = period.counted ? "relative" : isRange ? "range" : "date";
  const start = isRange && period.yearKnown ? period.first : null;
  if (bound === "before" && !period.ended) {
    // Everybody reads 上半年前 as by the end of June; for months, quarters and years both readings are alive.
    const [due, other] = grain === "half" && civil(period.first).month === 1 ? [period.last, period.first - 1] : [period.first - 1, period.last];
    const assumed: DeadlineAssumption[] = ["before-period", ...takenForGranted(period)];
    return withYear(reading({ from, next, grain, form, kind, due, start, assumed, alternative: { due: other, because: "before-period" } }), period, scope);
  }
  const alternative = period.otherLast !== null && bound === null ? ({ due: period.otherLast, because: "zero-lost" } as const) : null;
  const taken = takenForGranted(period);
  const assumed = period.loose || alternative ? [...(period.loose ? (["loose-part"] as const) : []), ...(alternative ? (["zero-lost"] as const) : []), ...taken] : taken;
  return withYear(reading({ from, next, grain, form, kind, due: period.last, start, assumed, alternative }), period, scope);
}

/** From one period to another; refused when it would run backwards. */
export function readRange(from: Period, to: Period, next: number, scope: Scope): Reading {
  const said = { from: from.from, next, grain: to.grain, form: "range" } as const;
  if (to.counted === "unknown") return reading({ ...said, kind: "relative", assumed: ["from-issue"], notComputed: "no-anchor" });
  const start = from.yearKnown && from.counted !== "unknown" ? from.first : null;
  const comparable = from.yearKnown === to.yearKnown && from.counted === null;
  if (comparable && to.last < from.first) return invalidReading({ likely: null, from: from.from, next });
  const looseTo: DeadlineAssumption[] = to.loose ? ["loose-part"] : [];
  return withYear(reading({ ...said, kind: "range", due: to.last, start, assumed: [...looseTo, ...takenForGranted(to)] }), to, scope);
}

function takenForGranted(period: Period): readonly DeadlineAssumption[] {
  if (period.counted) return fromIssue;
  return period.yearKnown && !period.yearWritten ? yearOfDocument : nothingAssumed;
}

const fromIssue: readonly DeadlineAssumption[] = ["from-issue"];
const yearOfDocument: readonly DeadlineAssumption[] = ["year-of-document"];

/** No year, no day; and a day that has passed when the paper was issued perhaps means the year after. */
function withYear(read: Reading, period: Period, scope: Scope): Reading {
  if (!period.yearKnown) return { ...read, due: null, start: null, alternative: null, notComputed: "no-year" };
  if (period.yearWritten || scope.issued === null || read.due === null || read.due >= scope.issued) return read;
  return {
    ...read,
    assumed: [...read.assumed, "before-issue"],
    alternative: read.alternative ?? { due: nextYear(read.due), because: "before-issue" },
  };
}
