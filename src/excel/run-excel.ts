import { err, ok, type Result } from "../core/result";
import type { HostFailure } from "../core/workbook";
import { failureOf, type WorkKind } from "./failures";
import type { Trace } from "./trace";

/** Times the host is given, in milliseconds; shorter in tests. */
export interface ExcelTiming {
  /** Until an unanswered call counts as not answered. */
  readonly answerWithin: number;
  /** Pauses before a busy host is asked again; as many tries as pauses. */
  readonly busyPauses: readonly number[];
}

export const excelTiming: ExcelTiming = { answerWithin: 45_000, busyPauses: [400, 1200, 3000] };

export type ExcelWork<T> = (context: Excel.RequestContext) => Promise<T>;

/** Runs work against Excel. A work that writes must hold one sync only, its last step, so that it can be tried again when the host is busy. */
export type RunExcel = <T>(kind: WorkKind, work: ExcelWork<T>) => Promise<Result<T, HostFailure>>;

/**
 * The only caller of Excel.run. Asks without waiting for cell editing to end: a cell being edited is told at once
 * ("editing-cell", with the place last selected), a host that is busy is asked again, one that does not answer is given up.
 */
export function makeRunExcel(trace: Trace, timing: ExcelTiming = excelTiming, placeSelected: () => string | undefined = () => undefined): RunExcel {
  const once = async <T>(kind: WorkKind, work: ExcelWork<T>): Promise<Result<T, HostFailure>> => {
    const result = await answered(kind, timing, () => Excel.run((context) => counted(context, trace, work)));
    const place = !result.ok && result.error.code === "editing-cell" ? placeSelected() : undefined;
    return result.ok || place === undefined ? result : err({ ...result.error, place });
  };
  const again = async <T>(kind: WorkKind, work: ExcelWork<T>, pauses: readonly number[]): Promise<Result<T, HostFailure>> => {
    const result = await once(kind, work);
    const [pause, ...rest] = pauses;
    if (result.ok || result.error.code !== "busy" || pause === undefined) return result;
    await new Promise((resolve) => setTimeout(resolve, pause));
    return again(kind, work, rest);
  };
  return (kind, work) => again(kind, work, timing.busyPauses);
}

/** The value of a call to office.js, or its failure; a call that is not answered in time is one too. */
export async function answered<T>(kind: WorkKind, timing: ExcelTiming, call: () => Promise<T>): Promise<Result<T, HostFailure>> {
  try {
    const answer = await within(timing.answerWithin, call());
    return answer === NO_ANSWER ? err({ code: "no-answer", detail: `no answer in ${timing.answerWithin} ms` }) : ok(answer);
  } catch (error) {
    return err(failureOf(error, kind));
  }
}

const NO_ANSWER = Symbol("no answer");

/** The promise's value, or NO_ANSWER when it takes longer. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | typeof NO_ANSWER> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof NO_ANSWER>((resolve) => {
    timer = setTimeout(() => resolve(NO_ANSWER), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Counts the syncs of the work; the one that Excel.run adds at the end sends nothing and is not counted. */
async function counted<T>(context: Excel.RequestContext, trace: Trace, work: ExcelWork<T>): Promise<T> {
  const sync = context.sync.bind(context);
  let isWorking = true;
  context.sync = (<V>(passed?: V) => {
    if (isWorking) trace.roundTrips++;
    return sync(passed);
  });
  try {
    return await work(context);
  } finally {
    isWorking = false;
  }
}
