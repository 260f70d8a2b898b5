import { Button, Checkbox, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { decideLink } from "../commands";
import type { Link } from "../core/matching/matching";
import { matchStrings } from "../strings/match";
import { paneStrings } from "../strings/pane";
import { allTasks, type TaskAt } from "./comparison";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";

const useStyles = makeStyles({ list: { maxHeight: "240px", overflowY: "auto" } });

/** How many tasks are offered at a time; the search narrows them down. */
const MOST_OFFERED = 12;

/** 改对应: which tasks of the parent a row answers, chosen by hand; several may be ticked, or none. */
export function RelinkForm({ link, sheetRow, onClose }: { readonly link: Link; readonly sheetRow: number; readonly onClose: () => void }) {
  const styles = useStyles();
  const layout = useLayout();
  const { run } = useApp();
  const { parents, busy } = useSession();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(link.tasks));
  const tasks = allTasks(parents);
  const likely = [...new Set([...link.tasks, ...link.candidates.map(({ task }) => task)])].flatMap((index) => tasks[index] ?? []);
  const found = search.trim() === "" ? likely : tasks.filter((item) => fits(item, search.trim()));
  const offered = [...new Set([...tasks.filter(({ index }) => chosen.has(index)), ...(found.length === 0 && search.trim() === "" ? tasks : found)])].slice(0, MOST_OFFERED);
  const save = (indices: readonly number[]) => {
    onClose();
    void run(decideLink, { row: link.row, tasks: indices });
  };
  return (
    <div
      className={layout.card}
      role="group"
      aria-label={matchStrings.relinkTitle({ row: sheetRow + 1 })}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <Field label={matchStrings.relinkTitle({ row: sheetRow + 1 })}>
        <Input size="small" aria-label={matchStrings.relinkSearch} placeholder={matchStrings.relinkSearchHint} value={search} ref={focusFirst} onChange={(_, data) => setSearch(data.value)} />
      </Field>
      <div className={styles.list} role="group" aria-label={matchStrings.relinkSearch}>
        {offered.length === 0 && <p className={layout.quiet}>{matchStrings.relinkNothing}</p>}
        {offered.map(({ index, task }) => (
          <div key={index}>
            <Checkbox
              label={matchStrings.relinkOption({ seq: task.seq, text: task.requirement })}
              checked={chosen.has(index)}
              onChange={(_, data) => {
                const next = new Set(chosen);
                if (data.checked === true) next.add(index);
                else next.delete(index);
                setChosen(next);
              }}
            />
          </div>
        ))}
      </div>
      <div className={layout.row}>
        <Button size="small" appearance="primary" disabled={busy !== null || chosen.size === 0} onClick={() => save([...chosen].sort((a, b) => a - b))}>
          {matchStrings.relinkSave}
        </Button>
        <Button size="small" disabled={busy !== null} onClick={() => save([])}>
          {matchStrings.relinkNone}
        </Button>
        <Button size="small" appearance="subtle" onClick={onClose}>
          {paneStrings.cancel}
        </Button>
      </div>
    </div>
  );
}

function fits({ task }: TaskAt, search: string): boolean {
  return task.seq === search || task.requirement.includes(search) || task.units.includes(search);
}

/** The user has just opened the form; the search is where they go on. A stable function, so that it runs once. */
function focusFirst(element: HTMLElement | null) {
  element?.focus();
}
