import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { removeParent } from "../commands";
import type { TaskBinding } from "../core/matching/matching";
import type { ParentDocument } from "../core/parent/parent-document";
import { matchStrings } from "../strings/match";
import { fieldName } from "../strings/pane";
import { boundCounts } from "./comparison";
import { ParentCorrectionForm } from "./parent-correction";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";
import { VirtualList } from "./virtual-list";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "flex-start", gap: "8px" },
  links: { display: "flex", flexWrap: "wrap", gap: "4px 16px" },
  task: { paddingBlock: "6px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  scroll: { maxHeight: "320px", overflowY: "auto" },
});

/** What was read of one parent, at a glance: 文号, number of tasks, columns; and the tasks themselves on demand. */
export function ParentSummary({ parent, index, bindings }: { readonly parent: ParentDocument; readonly index: number; readonly bindings: readonly TaskBinding[] | null }) {
  const styles = useStyles();
  const layout = useLayout();
  const { run } = useApp();
  const { busy } = useSession();
  const [open, setOpen] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const opener = useRef<HTMLElement | null>(null);
  const name = parent.docNumber || parent.title || matchStrings.untitled;
  const bound = boundCounts(bindings);
  const issued = matchStrings.issued({ issuer: parent.issuer, date: parent.issued ?? "" });
  return (
    <section className={layout.card} aria-label={name}>
      <div className={styles.head}>
        <div className={`${layout.tight} ${layout.grow}`}>
          <p className={layout.text}>
            {matchStrings.readSummary({ name, count: parent.tasks.length })}
            {bound !== null && matchStrings.boundSummary(bound)}
          </p>
          {parent.title !== "" && parent.title !== name && <p className={layout.quiet}>{parent.title}</p>}
          {issued !== "" && <p className={layout.quiet}>{issued}</p>}
          <p className={layout.quiet}>{matchStrings.columns({ names: parent.columns.map(fieldName) })}</p>
          {parent.correction !== undefined && <p className={layout.quiet}>{matchStrings.corrected}</p>}
          {parent.notes.map((note) => (
            <p key={note} className={layout.quiet}>
              {note}
            </p>
          ))}
        </div>
        <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} disabled={busy !== null} title={matchStrings.remove} aria-label={matchStrings.removeLabel({ name })} onClick={() => void run(removeParent, { index })} />
      </div>
      <div className={styles.links}>
        <Link as="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? matchStrings.hideTasks : matchStrings.seeTasks({ count: parent.tasks.length })}
        </Link>
        <Link
          as="button"
          ref={(element: HTMLElement | null) => {
            opener.current = element;
          }}
          aria-expanded={correcting}
          onClick={() => setCorrecting(!correcting)}
        >
          {matchStrings.correct}
        </Link>
      </div>
      {correcting && (
        <ParentCorrectionForm
          key={parent.fingerprint}
          parent={parent}
          onClose={() => {
            setCorrecting(false);
            opener.current?.focus();
          }}
        />
      )}
      {open && (
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={matchStrings.seeTasks({ count: parent.tasks.length })}>
          <VirtualList
            items={parent.tasks.map((task, position) => ({ task, key: String(position) }))}
            keyOf={({ key }) => key}
            estimate={80}
            label={name}
            className={layout.list}
            render={({ task }) => (
              <div className={`${layout.tight} ${styles.task}`}>
                <p className={layout.text}>{matchStrings.relinkOption({ seq: task.seq, text: task.requirement })}</p>
                <p className={layout.quiet}>{matchStrings.units({ text: task.units || matchStrings.blank })}</p>
                {task.deadline !== "" && <p className={layout.quiet}>{matchStrings.deadline({ text: task.deadline })}</p>}
              </div>
            )}
          />
        </div>
      )}
    </section>
  );
}
