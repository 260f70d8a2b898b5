import { Link, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { forgetKnown, markKnown, unignoreProblem } from "../commands";
import type { CheckResult } from "../core/rules/check-result";
import type { Rule } from "../core/rules/rule";
import { checkStrings } from "../strings/check";
import { notCheckedReason } from "../strings/verdict";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: "18px" }, item: { marginBottom: "6px" } });

/** What is not in the list: known problems, those kept as they are with a reason, and the rules that did not run. */
export function SetAside({ result }: { readonly result: CheckResult; readonly rules: readonly Rule[] | null }) {
  const layout = useLayout();
  const styles = useStyles();
  const { run } = useApp();
  const { busy, choices } = useSession();
  return (
    <>
      {(result.known.length > 0 || result.problems.length > 0) && (
        <div className={layout.row}>
          {result.known.length > 0 && (
            <>
              <p className={layout.quiet}>{checkStrings.known({ count: result.known.length })}</p>
              <Link as="button" disabled={busy !== null} onClick={() => void run(forgetKnown, undefined)}>
                {checkStrings.bringBack}
              </Link>
            </>
          )}
          {result.problems.length > 0 && (
            <Link as="button" title={checkStrings.markKnownTip} disabled={busy !== null} onClick={() => void run(markKnown, undefined)}>
              {checkStrings.markKnown}
            </Link>
          )}
        </div>
      )}
      {result.ignored.length > 0 && (
        <Folded title={checkStrings.ignored({ count: result.ignored.length })}>
          <ul className={styles.list}>
            {result.ignored.map(({ problem, reason }) => {
              const named = choices.ignores.find((ignore) => ignore.problem === problem.id || ignore.problem === `${problem.kind}*`)?.problem ?? problem.id;
              return (
                <li key={problem.id} className={styles.item}>
                  <p className={layout.quiet}>{problem.message}</p>
                  <p className={layout.quiet}>{checkStrings.ignoredReason({ reason })}</p>
                  <Link as="button" disabled={busy !== null} onClick={() => void run(unignoreProblem, { problem: named })}>
                    {checkStrings.bringBack}
                  </Link>
                </li>
              );
            })}
          </ul>
        </Folded>
      )}
      {result.notChecked.length > 0 && (
        <Folded title={checkStrings.notCheckedList}>
          <ul className={styles.list}>
            {result.notChecked.map((item) => (
              <li key={item.ruleId} className={layout.quiet}>
                {`${item.title}：${notCheckedReason(item.reason)}`}
              </li>
            ))}
          </ul>
        </Folded>
      )}
    </>
  );
}

function Folded({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const layout = useLayout();
  const [open, setOpen] = useState(false);
  return (
    <section className={layout.section}>
      <div>
        <Link as="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {title}
        </Link>
      </div>
      {open && children}
    </section>
  );
}
