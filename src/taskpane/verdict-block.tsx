import { Button, Link, ToggleButton, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { loadParent } from "../commands";
import type { CheckState } from "../commands/session";
import type { CheckResult } from "../core/rules/check-result";
import { SEVERITIES, type Severity } from "../core/rules/rule";
import { checkStrings } from "../strings/check";
import { paneStrings } from "../strings/pane";
import { notCheckedSentence, verdictSentence } from "../strings/verdict";
import { FileButton } from "./file-button";
import { clock } from "./clock";
import { useLayout } from "./layout";
import { SeverityMark } from "./severity-mark";
import { useApp, useSession } from "./use-app";

const useStyles = makeStyles({
  verdict: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: "24px", fontWeight: tokens.fontWeightSemibold, paddingLeft: "10px", borderLeft: `4px solid ${tokens.colorPaletteGreenBorderActive}` },
  blocked: { borderLeftColor: tokens.colorPaletteRedBorderActive },
  open: { borderLeftColor: tokens.colorPaletteDarkOrangeBorderActive },
  chip: { minWidth: 0, paddingInline: "8px" },
  stale: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center", padding: "6px 10px", backgroundColor: tokens.colorNeutralBackground3, borderLeft: `4px solid ${tokens.colorPaletteDarkOrangeBorderActive}` },
});

/** The verdict, first thing on the pane; the bar beside it only repeats what it says. */
export function VerdictHeading({ counts, text, isOpen }: { readonly counts: CheckResult["counts"]; readonly text: string; readonly isOpen: boolean }) {
  const styles = useStyles();
  return <h1 className={mergeClasses(styles.verdict, counts.error > 0 ? styles.blocked : counts.warning > 0 || isOpen ? styles.open : undefined)}>{text}</h1>;
}

/** The verdict in one sentence; beside it what was not checked; the levels with their counts. */
export function VerdictBlock(props: { readonly check: CheckState; readonly levels: ReadonlySet<Severity>; readonly onToggle: (level: Severity) => void; readonly onRecheck: () => void }) {
  const styles = useStyles();
  const layout = useLayout();
  const { app, run } = useApp();
  const { busy } = useSession();
  const { result } = props.check.outcome;
  const missing = new Set(result.notChecked.map(({ reason }) => reason));
  return (
    <div className={layout.stack}>
      <VerdictHeading counts={result.counts} text={verdictSentence(result)} isOpen={result.verdict === "incomplete"} />
      <div className={layout.tight}>
        <div className={layout.row}>
          <p className={layout.quiet}>{notCheckedSentence(result)}</p>
          {missing.has("parent") && <FileButton size="small" label={checkStrings.chooseParent} onFile={(bytes, fileName) => void run(loadParent, { bytes, fileName })} />}
          {!missing.has("parent") && missing.has("unit") && (
            <Link as="button" onClick={() => app.session.update({ view: "settings" })}>
              {checkStrings.chooseUnit}
            </Link>
          )}
        </div>
        <p className={layout.quiet}>
          {checkStrings.checkedAt({ sheet: result.sheet, rows: result.rowCount, time: clock(props.check.time) })}
        </p>
      </div>
      {props.check.scope === "public" && <p className={layout.text}>{checkStrings.publicScope}</p>}
      {props.check.stale && (
        <div className={styles.stale} role="status">
          <span className={layout.quiet}>{checkStrings.stale({ time: clock(props.check.time) })}</span>
          <Button size="small" disabled={busy !== null} onClick={props.onRecheck}>
            {checkStrings.recheck}
          </Button>
        </div>
      )}
      <div className={layout.row} role="group" aria-label={checkStrings.levelsLabel}>
        {SEVERITIES.map((level) => (
          <ToggleButton key={level} size="small" shape="circular" className={styles.chip} icon={<SeverityMark severity={level} silent />} checked={props.levels.has(level)} onClick={() => props.onToggle(level)}>
            {checkStrings.chip({ level: paneStrings.levels[level], count: result.counts[level] })}
          </ToggleButton>
        ))}
      </div>
    </div>
  );
}
