import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { showChange, undoEdits } from "../commands";
import type { Edit } from "../core/edits/edit";
import type { JournalEntry } from "../core/edits/journal";
import { textOfValue } from "../core/grid/sheet-grid";
import type { Ledger } from "../core/ledger/ledger";
import { checkStrings } from "../strings/check";
import { outputStrings } from "../strings/output";
import { placeWords } from "./change-place";
import { dayAndClock } from "./clock";
import { BeforeAfter, editSentence } from "./edit-preview";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";
import { VirtualList } from "./virtual-list";

const useStyles = makeStyles({
  entry: { paddingBlock: "8px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  item: { padding: "6px 0 6px 12px" },
});

/** 修改记录: what this tool changed, newest first; one change, one writing or all can be taken back. */
export function JournalList() {
  const layout = useLayout();
  const { run } = useApp();
  const { journal, busy, choices } = useSession();
  const open = choices.closed === null && journal.some((entry) => entry.undone.length < entry.inverses.length);
  return (
    <section className={layout.section} aria-label={outputStrings.journalTitle}>
      <h2 className={layout.title}>{outputStrings.journalTitle}</h2>
      {journal.length === 0 ? (
        <p className={layout.quiet}>{outputStrings.journalEmpty}</p>
      ) : (
        <>
          <div className={layout.row}>
            <Button size="small" disabled={busy !== null || !open} onClick={() => void run(undoEdits, { entry: "last" })}>
              {outputStrings.undoLast}
            </Button>
            <Button size="small" disabled={busy !== null || !open} onClick={() => void run(undoEdits, { entry: "all" })}>
              {outputStrings.undoAll}
            </Button>
          </div>
          <ul className={layout.list}>
            {journal.map((entry) => (
              <li key={entry.id}>
                <Entry entry={entry} closed={choices.closed !== null} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Entry({ entry, closed }: { readonly entry: JournalEntry; readonly closed: boolean }) {
  const styles = useStyles();
  const layout = useLayout();
  const { run } = useApp();
  const { busy, check, sheet } = useSession();
  const read = check?.outcome.result.ledger ?? null;
  const ledger = read?.sheet === entry.sheet ? read : null;
  const [open, setOpen] = useState(false);
  const left = entry.inverses.length - entry.undone.length;
  // Inverses stand last first; people read what was done in the order in which it was done.
  const items = entry.inverses.map((inverse, index) => ({ inverse, index })).reverse();
  return (
    <div className={`${layout.tight} ${styles.entry}`}>
      <p className={layout.text}>
        {entry.title}
        {items.length === 1 && items[0]!.inverse.kind === "setCell" && placeWords(items[0]!.inverse, ledger)}
      </p>
      <div className={layout.row}>
        <span className={layout.quiet}>
          {dayAndClock(new Date(entry.time))}
          {entry.sheet !== sheet && ` ${outputStrings.onSheet({ sheet: entry.sheet })}`}
        </span>
        <Link as="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {outputStrings.entryCount({ count: entry.inverses.length })}
        </Link>
        {left === 0 ? (
          <span className={layout.quiet}>{outputStrings.undone}</span>
        ) : (
          <Button size="small" disabled={busy !== null || closed} aria-label={outputStrings.undoEntryLabel({ title: entry.title })} onClick={() => void run(undoEdits, { entry: entry.id })}>
            {outputStrings.undoEntry}
          </Button>
        )}
      </div>
      {open && (
        <VirtualList
          items={items}
          keyOf={({ index }) => String(index)}
          estimate={84}
          label={entry.title}
          className={layout.list}
          render={({ inverse, index }) => (
            <div className={`${layout.tight} ${styles.item}`}>
              <Change entry={entry} index={index} inverse={inverse} ledger={ledger} />
              <div className={layout.row}>
                {entry.undone.includes(index) ? (
                  <span className={layout.quiet}>{outputStrings.undone}</span>
                ) : (
                  <Link as="button" disabled={busy !== null || closed} aria-label={outputStrings.undoItemLabel({ place: placeOf(inverse, ledger) })} onClick={() => void run(undoEdits, { entry: entry.id, item: index })}>
                    {outputStrings.undoItem}
                  </Link>
                )}
              </div>
            </div>
          )}
        />
      )}
    </div>
  );
}

/** What was done, told from its inverse. */
function Change({ entry, index, inverse, ledger }: { readonly entry: JournalEntry; readonly index: number; readonly inverse: Edit; readonly ledger: Ledger | null }) {
  const layout = useLayout();
  const { run } = useApp();
  const { busy } = useSession();
  if (inverse.kind !== "setCell") return <p className={layout.quiet}>{outputStrings.takesBack({ sentence: editSentence(inverse) })}</p>;
  return (
    <>
      <div>
        <Link as="button" disabled={busy !== null} title={checkStrings.jump} onClick={() => void run(showChange, { entry: entry.id, item: index })}>
          {placeWords(inverse, ledger)}
        </Link>
      </div>
      <BeforeAfter before={textOfValue(inverse.after)} after={textOfValue(inverse.before)} />
    </>
  );
}

function placeOf(edit: Edit, ledger: Ledger | null): string {
  return edit.kind === "setCell" ? placeWords(edit, ledger) : editSentence(edit);
}
