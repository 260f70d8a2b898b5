import { Button, ProgressBar, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Busy } from "../commands/session";
import { paneStrings } from "../strings/pane";
import { useSession } from "./use-app";

/** Shorter work needs no progress: it would only flicker. */
const SHOW_AFTER = 500;

const useStyles = makeStyles({
  bar: { display: "flex", flexDirection: "column", gap: "4px", padding: "6px 16px", backgroundColor: tokens.colorNeutralBackground3, flexShrink: 0 },
  row: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px", fontSize: tokens.fontSizeBase200 },
});

/** What is running, how far it is, and 取消; only after half a second. */
export function BusyBar() {
  const { busy } = useSession();
  return busy === null ? null : <Running key={busy.since.getTime()} busy={busy} />;
}

function Running({ busy }: { readonly busy: Busy }) {
  const styles = useStyles();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOW_AFTER);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  const text = paneStrings.busy(busy);
  return (
    <div className={styles.bar}>
      <div className={styles.row}>
        <span>{text}</span>
        <Button size="small" onClick={() => busy.cancel()}>
          {paneStrings.cancel}
        </Button>
      </div>
      {busy.total > 0 ? <ProgressBar aria-label={busy.label} value={busy.done} max={busy.total} /> : <ProgressBar aria-label={busy.label} />}
    </div>
  );
}
