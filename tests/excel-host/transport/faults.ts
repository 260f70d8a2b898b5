import type { RequestBody, ResponseBody } from "../engine/wire";

/** What can go wrong with one request. */
export type Fault =
  /** The whole request is refused with an Office error number, before anything runs. */
  | "edit-mode"
  | "activity-limit"
  | "request-too-large"
  | "response-too-large"
  | "session-gone"
  | "no-capability"
  /** No answer ever comes; `lost-answer` does the work all the same. */
  | "silence"
  | "lost-answer"
  /** The request runs, but tables of values come back as null. */
  | "silent-nulls"
  /** The first action of the request, or the one after so many others, fails with this code. */
  | { readonly code: "AccessDenied" | "ItemNotFound" | "InvalidReference" | "InvalidArgument" | "GeneralException" | "InactiveWorkbook"; readonly afterActions?: number };

const NUMBERS: Readonly<Partial<Record<Extract<Fault, string>, number>>> = { "edit-mode": 5004, "activity-limit": 5102, "request-too-large": 5103, "response-too-large": 5104, "session-gone": 5012, "no-capability": 7000 };

/** The Office error number of a fault that refuses the whole request. */
export function refusalNumber(fault: Fault): number | undefined {
  return typeof fault === "string" ? NUMBERS[fault] : undefined;
}

/** Which requests fail, and how. Requests are counted from the last `clear`, from 1, without the client's own housekeeping. */
export class FaultPlan {
  private planned: { readonly from: number; readonly to: number; readonly fault: Fault }[] = [];
  private count = 0;
  /** Bytes beyond which a request or an answer is refused, as on the web; null for none. */
  limits: { readonly request: number; readonly response: number } | null = null;

  /** Number of requests seen since `clear`. */
  get requests(): number {
    return this.count;
  }

  clear(): void {
    this.planned = [];
    this.count = 0;
    this.limits = null;
  }

  /** The n-th request fails, and as many more as `times` says. */
  at(request: number, fault: Fault, times = 1): void {
    this.planned.push({ from: request, to: request + times - 1, fault });
  }

  next(): Fault | undefined {
    this.count++;
    return this.planned.find(({ from, to }) => this.count >= from && this.count <= to)?.fault;
  }
}

/** Requests that the client sends on its own: releasing references, telling that it is ready. */
export function isHousekeeping(body: RequestBody): boolean {
  const calls = (body.Actions ?? []).filter((action) => action.ActionType !== 1);
  return (calls.length > 0 && calls.every((action) => action.Name === "_RemoveReference")) || Object.values(body.ObjectPaths ?? {}).some((path) => path.ObjectPathType === 2 && /^Microsoft\.(?:InternalService|Office|AppRuntime|DynamicRibbon)/.test(path.Name));
}

/** Puts null where tables stand. */
export function withoutTables(response: ResponseBody): ResponseBody {
  const TABLES = ["Values", "Formulas", "Text", "NumberFormat"];
  const Results = response.Results.map(({ ActionId, Value }) => {
    if (typeof Value !== "object" || Value === null || Array.isArray(Value)) return { ActionId, Value };
    return { ActionId, Value: Object.fromEntries(Object.entries(Value).map(([name, value]: [string, unknown]) => [name, TABLES.includes(name) ? null : value])) };
  });
  return { ...response, Results };
}
