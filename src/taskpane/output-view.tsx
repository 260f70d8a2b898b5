import { Button, makeStyles } from "@fluentui/react-components";
import { copyVerdict, finalise, savePublic, saveSubmission, tidyToSheet, writeReport } from "../commands";
import type { Command } from "../commands/command";
import { outputStrings } from "../strings/output";
import { notCheckedSentence, verdictSentence } from "../strings/verdict";
import { dayAndClock } from "./clock";
import { ConfirmButton } from "./confirm-button";
import { JournalList } from "./journal-list";
import { NARROWEST, useLayout } from "./layout";
import { useApp, useSession } from "./use-app";

const useStyles = makeStyles({
  action: { display: "grid", gridTemplateColumns: "minmax(112px, max-content) minmax(0, 1fr)", gap: "4px 12px", alignItems: "center", [NARROWEST]: { gridTemplateColumns: "minmax(0, 1fr)", justifyItems: "start" } },
});

const OUTPUTS: readonly { readonly command: Command; readonly label: string; readonly tip: string }[] = [
  { command: writeReport, label: outputStrings.report, tip: outputStrings.reportTip },
  { command: tidyToSheet, label: outputStrings.tidySheet, tip: outputStrings.tidySheetTip },
  { command: saveSubmission, label: outputStrings.submission, tip: outputStrings.submissionTip },
  { command: savePublic, label: outputStrings.publicCopy, tip: outputStrings.publicTip },
  { command: copyVerdict, label: outputStrings.copy, tip: outputStrings.copyTip },
];

/** 出稿: the report and the clean copies, what was changed and can be taken back, 定稿. */
export function OutputView() {
  const styles = useStyles();
  const layout = useLayout();
  const { run } = useApp();
  const { check, busy, choices } = useSession();
  return (
    <div className={layout.view}>
      {check === null ? (
        <p className={layout.text}>{outputStrings.needCheck}</p>
      ) : (
        <div className={layout.tight}>
          <p className={layout.text}>{verdictSentence(check.outcome.result)}</p>
          <p className={layout.quiet}>{check.stale ? outputStrings.staleFirst : notCheckedSentence(check.outcome.result)}</p>
        </div>
      )}
      <div className={layout.stack}>
        {OUTPUTS.map(({ command, label, tip }) => (
          <div key={command.id} className={styles.action}>
            <Button disabled={busy !== null} onClick={() => void run(command, undefined)}>
              {label}
            </Button>
            <span className={layout.quiet}>{tip}</span>
          </div>
        ))}
      </div>
      <JournalList />
      <section className={layout.section} aria-label={outputStrings.finalise}>
        <h2 className={layout.title}>{outputStrings.finalise}</h2>
        {choices.closed === null ? (
          <>
            <p className={layout.quiet}>{outputStrings.finaliseTip}</p>
            <div className={layout.row}>
              <ConfirmButton label={outputStrings.finalise} question={outputStrings.finaliseAsk} yes={outputStrings.finaliseYes} disabled={busy !== null} onConfirm={() => void run(finalise, undefined)} />
            </div>
          </>
        ) : (
          <p className={layout.text}>{outputStrings.closed({ time: dayAndClock(new Date(choices.closed)) })}</p>
        )}
      </section>
    </div>
  );
}
