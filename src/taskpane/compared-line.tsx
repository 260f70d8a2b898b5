import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { applySuggestion, decideLink, showProblem } from "../commands";
import { matchStrings } from "../strings/match";
import { paneStrings } from "../strings/pane";
import { requirementOf, type Compared } from "./comparison";
import { useLayout } from "./layout";
import { ProblemCard } from "./problem-card";
import { RelinkForm } from "./relink-form";
import { useApp, useSession } from "./use-app";
import { WordingSide } from "./wording";

const useStyles = makeStyles({
  line: { paddingBlock: "10px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  /** Side by side where there is room, one below the other in a narrow pane. */
  sides: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(200px, 100%), 1fr))", gap: "8px 16px" },
  side: { display: "flex", flexDirection: "column", gap: "2px", minWidth: 0 },
  label: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  pile: { padding: "0 6px", border: `1px solid ${tokens.colorNeutralStrokeAccessible}`, borderRadius: tokens.borderRadiusSmall, fontSize: tokens.fontSizeBase200, lineHeight: "18px" },
});

/** One line of 对照: the parent's task beside the row, what differs marked, and the ways to deal with it. */
export function ComparedLine({ line }: { readonly line: Compared }) {
  const styles = useStyles();
  const layout = useLayout();
  const { app, run } = useApp();
  const { busy, check } = useSession();
  const [relinking, setRelinking] = useState(false);
  const [dealing, setDealing] = useState(false);
  const requirement = line.row?.row.cells.requirement?.text ?? "";
  const wanted = requirementOf(line.tasks);
  const both = line.row !== null && line.tasks.length > 0;
  const { link, row, problem } = line;

  const see = () => {
    if (row === null) return;
    const at = row.row.cells.requirement?.at ?? { row: row.row.row, column: 0 };
    if (problem !== null) void run(showProblem, { problemId: problem.id }).then(() => app.session.update({ view: "match" }));
    else void app.workbook.select(check?.outcome.result.sheet ?? "", at);
  };

  return (
    <article className={`${layout.stack} ${styles.line}`}>
      <div className={layout.row}>
        {line.piles.map((pile) => (
          <span key={pile} className={styles.pile}>
            {matchStrings.filters[pile]}
          </span>
        ))}
        {link?.decided === true && <span className={layout.quiet}>{matchStrings.decided}</span>}
        {link !== null && link.state === "confirm" && <span className={layout.quiet}>{matchStrings.similarity({ percent: Math.round(link.score * 100) })}</span>}
        {line.binding !== null && <span className={layout.quiet}>{matchStrings.binding(line.binding)}</span>}
      </div>
      <div className={styles.sides}>
        <div className={styles.side}>
          <p className={styles.label}>{line.tasks.length === 0 ? matchStrings.noTask : line.tasks.map(({ task, document }) => matchStrings.taskSide({ seq: task.seq, document })).join("、")}</p>
          {line.tasks.length > 0 && (both ? <WordingSide before={wanted} after={requirement} side="before" /> : <span className={layout.text}>{wanted}</span>)}
          {line.tasks.map(({ task, index }) => (
            <p key={index} className={layout.quiet}>
              {matchStrings.units({ text: task.units || matchStrings.blank })}
              <br />
              {matchStrings.deadline({ text: task.deadline || matchStrings.blank })}
            </p>
          ))}
        </div>
        <div className={styles.side}>
          <p className={styles.label}>{row === null ? matchStrings.noRow : matchStrings.rowSide({ row: row.row.row + 1, seq: row.row.cells.seq?.text ?? "" })}</p>
          {row !== null && (both ? <WordingSide before={wanted} after={requirement} side="after" /> : <span className={layout.text}>{requirement}</span>)}
          {row !== null && (
            <p className={layout.quiet}>
              {matchStrings.units({ text: row.row.cells.units?.text || row.row.cells.leadUnits?.text || matchStrings.blank })}
              <br />
              {matchStrings.deadline({ text: row.row.cells.deadline?.text || matchStrings.blank })}
            </p>
          )}
        </div>
      </div>
      {relinking && link !== null && row !== null ? (
        <RelinkForm link={link} sheetRow={row.row.row} onClose={() => setRelinking(false)} />
      ) : (
        <div className={layout.row}>
          {row !== null && (
            <Button size="small" disabled={busy !== null} onClick={see}>
              {matchStrings.jump}
            </Button>
          )}
          {link !== null && link.state === "confirm" && (
            <>
              <Button size="small" appearance="primary" disabled={busy !== null} onClick={() => void run(decideLink, { row: link.row, tasks: link.tasks })}>
                {matchStrings.confirm}
              </Button>
              <Button size="small" disabled={busy !== null} onClick={() => void run(decideLink, { row: link.row, tasks: [] })}>
                {matchStrings.notSame}
              </Button>
            </>
          )}
          {link !== null && (
            <Button size="small" appearance="subtle" disabled={busy !== null} onClick={() => setRelinking(true)}>
              {matchStrings.relink}
            </Button>
          )}
          {row === null &&
            problem !== null &&
            problem.suggestions.map((suggestion, index) =>
              suggestion.edits.length > 0 ? (
                <Button key={suggestion.label} size="small" className={layout.wrapButton} disabled={busy !== null} onClick={() => void run(applySuggestion, { problemId: problem.id, index })}>
                  {suggestion.label}
                </Button>
              ) : null,
            )}
          {problem !== null && (
            <Button size="small" appearance="subtle" aria-expanded={dealing} onClick={() => setDealing(!dealing)}>
              {dealing ? paneStrings.close : matchStrings.deal}
            </Button>
          )}
        </div>
      )}
      {dealing && problem !== null && <ProblemCard problem={problem} sameKind={[problem]} />}
    </article>
  );
}
