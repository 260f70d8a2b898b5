import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { undoEdits } from "../commands";
import { failureSentence } from "../strings/failures";
import { outputStrings } from "../strings/output";
import { paneStrings } from "../strings/pane";
import { verdictSentence } from "../strings/verdict";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";

const useStyles = makeStyles({
  /** Keeps its place in the page while empty, so that screen readers listen to it from the start. */
  line: { flexShrink: 0 },
  box: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    gap: "8px",
    padding: "6px 8px 6px 16px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "20px",
    borderLeft: `4px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
  text: { flex: "1 1 80px", minWidth: 0, overflowWrap: "anywhere", paddingBlock: "2px" },
  undo: { flexShrink: 0, whiteSpace: "nowrap" },
  success: { borderLeftColor: tokens.colorPaletteGreenBorderActive },
  info: { borderLeftColor: tokens.colorBrandStroke1 },
  warning: { borderLeftColor: tokens.colorPaletteDarkOrangeBorderActive },
  error: { borderLeftColor: tokens.colorPaletteRedBorderActive },
});

/**
 * One line about what just happened, spoken politely. It goes with the next command, or when the user puts it away; what
 * went well also goes when he turns to another view (`pane.tsx`), what failed stays until he has dealt with it.
 */
export function NoticeLine() {
  const styles = useStyles();
  const layout = useLayout();
  const { app, run } = useApp();
  const { notice, check, unreadable, view, busy } = useSession();
  // In 检查 the verdict itself stands right below, or why there is none; there the sentence is only spoken.
  const below = check !== null ? verdictSentence(check.outcome.result) : unreadable !== null ? failureSentence({ from: "ledger", failure: unreadable.failure }) : null;
  const standsBelow = view === "check" && notice !== null && notice.text === below;
  const shown = notice !== null && notice.text !== "" ? notice : null;
  const undo = shown?.undo;
  return (
    <div role="status" aria-live="polite" className={styles.line}>
      {shown !== null && (
        <div key={shown.id} className={standsBelow ? layout.spoken : mergeClasses(styles.box, styles[shown.tone])} data-tone={shown.tone}>
          <span className={styles.text}>{shown.text}</span>
          {undo !== undefined && (
            <Button size="small" className={styles.undo} disabled={busy !== null} onClick={() => void run(undoEdits, { entry: undo })}>
              {outputStrings.undoLast}
            </Button>
          )}
          {!standsBelow && <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={paneStrings.close} onClick={() => app.session.update({ notice: null })} />}
        </div>
      )}
    </div>
  );
}
