import type { HostFailure, HostFailureCode } from "../core/workbook";

/** What the error codes of Excel mean for the user. AccessDenied is told apart below. */
const CODES: Readonly<Record<string, HostFailureCode>> = {
  ItemNotFound: "sheet-missing",
  InvalidReference: "sheet-missing",
  InvalidObjectPath: "sheet-missing",
  InvalidOperationInCellEditMode: "editing-cell",
  ActivityLimitReached: "busy",
  RequestAborted: "busy",
  ServiceNotAvailable: "busy",
  Conflict: "busy",
  RequestPayloadSizeLimitExceeded: "too-large",
  ResponsePayloadSizeLimitExceeded: "too-large",
  RangeExceedsLimit: "too-large",
  InactiveWorkbook: "workbook-gone",
  InvalidOrTimedOutSession: "workbook-gone",
  InvalidOrTimedOutSessionMessage: "workbook-gone",
  ConnectionFailure: "no-answer",
  ApiNotFound: "not-supported",
  ApiNotAvailable: "not-supported",
  UnsupportedOperation: "not-supported",
  NotImplemented: "not-supported",
};

/** Whether the work that failed was a reading or a writing: a refusal to write is most often a protected sheet. */
export type WorkKind = "read" | "write";

/**
 * Turns an error thrown by office.js into an expected failure. Anything else is a bug of ours and is thrown again.
 * The detail has codes and places in the object model only: messages may quote cells.
 */
export function failureOf(error: unknown, kind: WorkKind): HostFailure {
  if (!(error instanceof OfficeExtension.Error)) throw error;
  const { httpStatusCode } = error as OfficeExtension.Error & { readonly httpStatusCode?: number };
  const detail = `${error.code}${error.debugInfo?.errorLocation ? ` ${error.debugInfo.errorLocation}` : ""}`;
  if (error.code === "AccessDenied") return { code: kind === "write" && httpStatusCode !== 401 ? "protected" : "access-denied", detail };
  return { code: CODES[error.code] ?? "unknown", detail };
}
