import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { applyFix, applySuggestion, decideLink, ignoreProblem } from "../commands";
import type { Problem, Suggestion } from "../core/rules/rule";
import { checkStrings } from "../strings/check";
import { EditPreview } from "./edit-preview";
import { KeepForm } from "./keep-form";
import { useLayout } from "./layout";
import { RulePage } from "./rule-pages";
import { useApp, useSession } from "./use-app";

const useStyles = makeStyles({
  card: { margin: "2px 0 8px 26px", paddingBottom: "4px" },
  line: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: "20px", overflowWrap: "anywhere" },
  label: { color: tokens.colorNeutralForeground2, marginRight: "6px" },
  choice: { justifyContent: "flex-start", height: "auto", minHeight: "24px" },
});

/** All about one problem: why, what to do, what would change, and the ways to deal with it. */
export function ProblemCard({ problem, sameKind }: { readonly problem: Problem; readonly sameKind: readonly Problem[] }) {
  const styles = useStyles();
  const layout = useLayout();
  const { run } = useApp();
  const { busy } = useSession();
  const [keeping, setKeeping] = useState(false);
  const [docs, setDocs] = useState(false);
  const fixable = sameKind.filter(({ fix }) => fix !== null);

  return (
    <div className={mergeClasses(layout.stack, styles.card)} data-card={problem.id}>
      {problem.why !== "" && (
        <p className={styles.line}>
          <span className={styles.label}>{checkStrings.why}</span>
          {problem.why}
        </p>
      )}
      {problem.how !== "" && (
        <p className={styles.line}>
          <span className={styles.label}>{checkStrings.how}</span>
          {problem.how}
        </p>
      )}
      {problem.fix !== null && <EditPreview edits={problem.fix} />}
      {keeping ? (
        <KeepForm problem={problem} sameKind={sameKind.length} onClose={() => setKeeping(false)} />
      ) : (
        <div className={layout.row} data-choices>
          {problem.fix !== null && (
            <Button size="small" appearance="primary" disabled={busy !== null} onClick={() => void run(applyFix, { problemIds: [problem.id] })}>
              {checkStrings.fixOne}
            </Button>
          )}
          {problem.fix !== null && fixable.length > 1 && (
            <Button size="small" disabled={busy !== null} onClick={() => void run(applyFix, { problemIds: fixable.map(({ id }) => id) })}>
              {checkStrings.fixKind({ count: fixable.length })}
            </Button>
          )}
          {problem.suggestions.map((suggestion, index) => (
            <SuggestionButton key={suggestion.label} problem={problem} suggestion={suggestion} index={index} onKeep={() => setKeeping(true)} />
          ))}
          <Button size="small" appearance="subtle" disabled={busy !== null} onClick={() => setKeeping(true)}>
            {checkStrings.keep}
          </Button>
        </div>
      )}
      <div className={layout.row}>
        <Link as="button" aria-expanded={docs} onClick={() => setDocs(!docs)}>
          {checkStrings.ruleHelp}
        </Link>
      </div>
      {docs && <RulePage ruleId={problem.ruleId} />}
    </div>
  );
}

function SuggestionButton(props: { readonly problem: Problem; readonly suggestion: Suggestion; readonly index: number; readonly onKeep: () => void }) {
  const styles = useStyles();
  const layout = useLayout();
  const { run, app } = useApp();
  const { busy } = useSession();
  const { problem, suggestion } = props;
  const act = () => {
    const { action } = suggestion;
    if (suggestion.edits.length > 0 || action === undefined) return void run(applySuggestion, { problemId: problem.id, index: props.index });
    if (action.kind === "relink") {
      const row = app.session.get().check?.outcome.result.ledger.rows.findIndex(({ key }) => key === problem.rowKey) ?? -1;
      return row >= 0 ? void run(decideLink, { row, tasks: [action.task] }) : app.session.update({ view: "match" });
    }
    return action.reason === "" ? props.onKeep() : void run(ignoreProblem, { problemId: problem.id, wholeKind: false, reason: action.reason });
  };
  return (
    <Button size="small" className={mergeClasses(styles.choice, layout.wrapButton)} disabled={busy !== null} onClick={act}>
      {suggestion.label}
    </Button>
  );
}
