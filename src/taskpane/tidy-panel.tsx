import { Button, Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { tidyFormat } from "../commands";
import { isTextFix } from "../core/edits/plan-fixes";
import type { Problem } from "../core/rules/rule";
import { checkStrings } from "../strings/check";
import { paneStrings } from "../strings/pane";
import { EditPreview } from "./edit-preview";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";
import { VirtualList } from "./virtual-list";

const useStyles = makeStyles({
  panel: { width: "100%" },
  item: { paddingBottom: "8px" },
  preview: { marginLeft: "32px" },
  /** In sight however long the list is. */
  decide: { position: "sticky", bottom: 0, paddingBlock: "8px", backgroundColor: tokens.colorNeutralBackground1, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** 统一格式: all sure changes of texts, shown before they are made; each can be left out. */
export function TidyPanel({ problems }: { readonly problems: readonly Problem[] }) {
  const styles = useStyles();
  const layout = useLayout();
  const { app, run } = useApp();
  const { busy, listing } = useSession();
  const open = listing === "tidy";
  const setOpen = (next: boolean) => app.session.update({ listing: next ? "tidy" : null });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const panel = useRef<HTMLElement>(null);
  // The button that opened it is gone, and the focus with it.
  useEffect(() => {
    if (open && document.hasFocus() && document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  }, [open]);
  const sure = problems.filter((problem) => problem.fix !== null && isTextFix(problem));
  if (sure.length === 0) return null;
  const chosen = sure.filter(({ id }) => !left.has(id));

  if (!open)
    return (
      <Button size="small" appearance="primary" title={checkStrings.tidyTip} disabled={busy !== null} onClick={() => setOpen(true)}>
        {checkStrings.tidy({ count: sure.length })}
      </Button>
    );
  return (
    <section ref={panel} tabIndex={-1} className={mergeClasses(layout.card, styles.panel)} aria-label={checkStrings.tidy({ count: sure.length })}>
      <p className={layout.quiet}>{checkStrings.tidyTip}</p>
      <VirtualList
        items={sure}
        keyOf={({ id }) => id}
        estimate={90}
        label={checkStrings.tidy({ count: sure.length })}
        className={layout.list}
        render={(problem) => (
          <div className={styles.item}>
            <Checkbox
              label={problem.message}
              checked={!left.has(problem.id)}
              onChange={(_, data) => {
                const next = new Set(left);
                if (data.checked === true) next.delete(problem.id);
                else next.add(problem.id);
                setLeft(next);
              }}
            />
            <div className={styles.preview}>
              <EditPreview edits={problem.fix ?? []} />
            </div>
          </div>
        )}
      />
      <div className={mergeClasses(layout.row, styles.decide)}>
        <Button
          size="small"
          appearance="primary"
          disabled={busy !== null || chosen.length === 0}
          onClick={() => {
            setOpen(false);
            void run(tidyFormat, { problemIds: chosen.map(({ id }) => id) });
          }}
        >
          {checkStrings.tidy({ count: chosen.length })}
        </Button>
        <Button size="small" onClick={() => setOpen(false)}>
          {paneStrings.cancel}
        </Button>
      </div>
    </section>
  );
}
