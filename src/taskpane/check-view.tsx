import { Button, ToggleButton } from "@fluentui/react-components";
import { ArrowDown16Regular, ArrowUp16Regular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { checkOtherSheet, checkSheet, nextProblem } from "../commands";
import type { CheckState, RememberedCheck } from "../commands/session";
import type { LedgerFailure } from "../core/ledger/ledger";
import type { Severity } from "../core/rules/rule";
import { checkStrings } from "../strings/check";
import { failureSentence } from "../strings/failures";
import { workbenchStrings } from "../strings/workbench";
import { dayAndClock } from "./clock";
import { useLayout } from "./layout";
import { listLines, type Arrangement } from "./problem-groups";
import { ProblemList } from "./problem-list";
import { useRules } from "./rule-docs";
import { SetAside } from "./set-aside";
import { TableChoice } from "./table-choice";
import { TidyPanel } from "./tidy-panel";
import { useApp, useSession } from "./use-app";
import { VerdictBlock, VerdictHeading } from "./verdict-block";

/** 检查: before the first check, after one that failed, and the result. */
export function CheckView() {
  const layout = useLayout();
  const { check } = useSession();
  return <div className={layout.view}>{check === null ? <BeforeCheck /> : <CheckResultView check={check} />}</div>;
}

function BeforeCheck() {
  const layout = useLayout();
  const { host, run } = useApp();
  const { busy, remembered, sheets, unreadable } = useSession();
  if (remembered !== null && unreadable === null) return <Remembered remembered={remembered} />;
  return (
    <>
      {unreadable === null ? <p className={layout.text}>{checkStrings.firstRun}</p> : <Unreadable sheet={unreadable.sheet} failure={unreadable.failure} />}
      <div className={layout.row}>
        {host.openLedger !== undefined && sheets.length === 0 && (
          <Button appearance="primary" disabled={busy !== null} onClick={host.openLedger}>
            {workbenchStrings.open}
          </Button>
        )}
        {unreadable === null && (host.openLedger === undefined || sheets.length > 0) && (
          <Button appearance="primary" disabled={busy !== null} onClick={() => void run(checkSheet, undefined)}>
            {checkStrings.checkNow}
          </Button>
        )}
        {host.openSample !== undefined && (
          <Button disabled={busy !== null} onClick={host.openSample}>
            {checkStrings.sample}
          </Button>
        )}
      </div>
    </>
  );
}

/** A sheet that is no ledger to the reader: why, and every way on from there. */
function Unreadable({ sheet, failure }: { readonly sheet: string; readonly failure: LedgerFailure }) {
  const layout = useLayout();
  const { app, run } = useApp();
  const { busy, sheets } = useSession();
  const others = sheets.filter(({ name, visible, ours }) => visible && !ours && name !== sheet);
  return (
    <>
      <p className={layout.text}>{failureSentence({ from: "ledger", failure })}</p>
      <div className={layout.row}>
        {failure.code !== "sheet-empty" && <Button onClick={() => app.session.update({ view: "settings", listing: "header" })}>{checkStrings.setHeader}</Button>}
        <Button disabled={busy !== null} onClick={() => void run(checkSheet, undefined)}>
          {checkStrings.recheck}
        </Button>
      </div>
      {others.length > 0 && (
        <div className={layout.row} role="group" aria-label={checkStrings.otherSheet}>
          <span className={layout.quiet} aria-hidden>
            {checkStrings.otherSheet}
          </span>
          {others.map(({ name }) => (
            <Button key={name} size="small" className={layout.wrapButton} disabled={busy !== null} onClick={() => void run(checkOtherSheet, { sheet: name })}>
              {name}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

/** A file that was checked before, by anybody: what was found then, and whether that still is the table at hand. */
function Remembered({ remembered }: { readonly remembered: RememberedCheck }) {
  const layout = useLayout();
  const { run } = useApp();
  const { busy } = useSession();
  return (
    <>
      <p className={layout.quiet}>{checkStrings.lastChecked({ sheet: remembered.sheet, time: dayAndClock(new Date(remembered.time)) })}</p>
      <VerdictHeading counts={remembered} text={remembered.verdict} isOpen={false} />
      <p className={layout.text}>{remembered.changed === 0 ? checkStrings.unchanged : checkStrings.changedSince({ count: remembered.changed })}</p>
      <div className={layout.row}>
        <Button appearance="primary" disabled={busy !== null} onClick={() => void run(checkSheet, undefined)}>
          {checkStrings.recheck}
        </Button>
      </div>
    </>
  );
}

function CheckResultView({ check }: { readonly check: CheckState }) {
  const layout = useLayout();
  const { app, run } = useApp();
  const { busy, currentProblem, onlyRows } = useSession();
  const rules = useRules();
  const { result } = check.outcome;
  const problems = useMemo(
    () => (onlyRows === null ? result.problems : result.problems.filter(({ row }) => row !== null && row >= onlyRows.first && row <= onlyRows.last)),
    [result, onlyRows],
  );
  const [levels, setLevels] = useState<ReadonlySet<Severity>>(new Set());
  const [arrangement, setArrangement] = useState<Arrangement>("kind");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [seen, setSeen] = useState({ check, currentProblem });
  const [resolved, setResolved] = useState(0);

  if (seen.check !== check || seen.currentProblem !== currentProblem) {
    setSeen({ check, currentProblem });
    if (seen.check !== check) setResolved(seen.check.outcome.result.sheet === result.sheet ? gone(seen.check, check) : 0);
    // The problem the user is taken to must be among the lines shown.
    const current = problems.find(({ id }) => id === currentProblem);
    if (seen.currentProblem !== currentProblem && current !== undefined) {
      if (!open.has(current.kind)) setOpen(new Set([...open, current.kind]));
      if (levels.size > 0 && !levels.has(current.severity)) setLevels(new Set());
    }
  }

  const lines = useMemo(() => listLines(problems, arrangement, levels, open), [problems, arrangement, levels, open]);
  const shownCount = levels.size === 0 ? problems.length : problems.filter(({ severity }) => levels.has(severity)).length;
  const recheck = () => void run(checkSheet, undefined);

  return (
    <>
      <VerdictBlock check={check} levels={levels} onToggle={(level) => setLevels(toggled(levels, level))} onRecheck={recheck} />
      {onlyRows !== null && (
        <div className={layout.row}>
          <span className={layout.quiet}>{checkStrings.onlyRows({ first: onlyRows.first + 1, last: onlyRows.last + 1 })}</span>
          <Button size="small" onClick={() => app.session.update({ onlyRows: null })}>
            {checkStrings.allRows}
          </Button>
        </div>
      )}
      <TableChoice outcome={check.outcome} />
      <div className={layout.row}>
        <TidyPanel problems={problems} />
        {/* A stale result offers it beside the sentence that says so. */}
        {!check.stale && (
          <Button size="small" disabled={busy !== null} onClick={recheck}>
            {checkStrings.recheck}
          </Button>
        )}
      </div>
      {problems.length > 0 && (
        <div className={layout.row}>
          <div className={layout.row} role="group" aria-label={checkStrings.groupingLabel}>
            <ToggleButton size="small" appearance="subtle" className={layout.slim} checked={arrangement === "kind"} onClick={() => setArrangement("kind")}>
              {checkStrings.byKind}
            </ToggleButton>
            <ToggleButton size="small" appearance="subtle" className={layout.slim} checked={arrangement === "row"} onClick={() => setArrangement("row")}>
              {checkStrings.byRow}
            </ToggleButton>
          </div>
          <Button size="small" appearance="subtle" className={layout.slim} icon={<ArrowUp16Regular />} disabled={busy !== null} title="Shift+F8" onClick={() => void run(nextProblem, { direction: -1 })}>
            {checkStrings.previous}
          </Button>
          <Button size="small" appearance="subtle" className={layout.slim} icon={<ArrowDown16Regular />} disabled={busy !== null} title="F8" onClick={() => void run(nextProblem, { direction: 1 })}>
            {checkStrings.next}
          </Button>
        </div>
      )}
      {/* How many are listed is seen by the chips; it is written out where it says something more. */}
      <p className={resolved > 0 || levels.size > 0 || problems.length === 0 ? layout.quiet : layout.spoken} aria-live="polite">
        {resolved > 0 && `${checkStrings.resolved({ count: resolved, left: problems.length })} `}
        {problems.length === 0 ? checkStrings.clean : shownCount === 0 ? checkStrings.nothingAtLevel : checkStrings.shown({ count: shownCount })}
      </p>
      <ProblemList lines={lines} problems={problems} rules={rules} onFold={(kind) => setOpen(toggled(open, kind))} />
      <SetAside result={result} rules={rules} />
    </>
  );
}

/** How many problems of one check are no longer found by the next. */
function gone(before: CheckState, after: CheckState): number {
  const { problems, ignored, known } = after.outcome.result;
  const still = new Set([...problems, ...known, ...ignored.map(({ problem }) => problem)].map(({ id }) => id));
  return before.outcome.result.problems.filter(({ id }) => !still.has(id)).length;
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
