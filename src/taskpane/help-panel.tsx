import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import type { View } from "../commands/session";
import { helpStrings, paneStrings } from "../strings/pane";
import { settingsStrings } from "../strings/settings";
import { useLayout } from "./layout";
import { useApp } from "./use-app";

const useStyles = makeStyles({
  panel: { margin: "12px 16px 0", padding: "8px 12px 12px", backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium },
  list: { margin: "4px 0 8px", paddingLeft: "20px", lineHeight: "22px", fontSize: tokens.fontSizeBase200 },
});

/** One page of help about one view. */
export function HelpPanel({ view, onClose }: { readonly view: View; readonly onClose: () => void }) {
  const styles = useStyles();
  const layout = useLayout();
  const { host } = useApp();
  return (
    <section className={styles.panel} aria-label={`${paneStrings.views[view]}·${paneStrings.help}`}>
      <ul className={styles.list}>
        {helpStrings[view].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={layout.row}>
        <Button size="small" onClick={onClose}>
          {paneStrings.closeHelp}
        </Button>
        {host.guide !== undefined && (
          <Link href={host.guide} target="_blank" rel="noopener">
            {settingsStrings.openGuide}
          </Link>
        )}
      </div>
    </section>
  );
}
