import type { IsoDate } from "../deadline/deadline";
import type { RuleContext } from "./rule";

/** The day by which names are judged: the issue date, else the end of the sheet's year; null when neither is known. */
export function namesDate({ issued, year }: Pick<RuleContext, "issued" | "year">): IsoDate | null {
  return issued ?? (year === null ? null : `${year}-12-31`);
}
