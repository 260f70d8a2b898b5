import { useEffect } from "react";
import type { App } from "../commands/app";
import { recheckQuietly } from "../commands/refresh-check";
import { useSessionOf } from "./use-app";

/** Waits until the user has stopped typing. */
const QUIET = 900;

/** Larger sheets are not read again by themselves: inside Excel that would hold up the next keystroke. */
const MOST_ROWS = 2_000;

/** Checks again by itself after an edit, quietly. What cannot be read stays marked as stale. */
export function useRecheckOnEdit(app: App): void {
  const { check, busy } = useSessionOf(app);
  const wanted = check !== null && check.stale && busy === null && check.outcome.result.rowCount <= MOST_ROWS;
  useEffect(() => {
    if (!wanted || check === null) return undefined;
    const timer = setTimeout(() => {
      if (app.session.get().busy === null && app.session.get().check === check) void recheckQuietly(app);
    }, QUIET);
    return () => clearTimeout(timer);
  }, [app, check, wanted]);
}
