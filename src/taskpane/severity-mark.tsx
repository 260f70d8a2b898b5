import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DismissCircle16Filled, Info16Regular, QuestionCircle16Filled } from "@fluentui/react-icons";
import type { Severity } from "../core/rules/rule";
import { paneStrings } from "../strings/pane";

const useStyles = makeStyles({
  mark: { display: "inline-flex", flexShrink: 0, marginTop: "2px" },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorNeutralForeground2 },
});

const ICONS = { error: DismissCircle16Filled, warning: QuestionCircle16Filled, info: Info16Regular } as const;

/** The level of a problem, told by shape as well as colour. */
export function SeverityMark({ severity, silent = false }: { readonly severity: Severity; readonly silent?: boolean }) {
  const styles = useStyles();
  const Icon = ICONS[severity];
  return (
    <span className={mergeClasses(styles.mark, styles[severity])}>
      {silent ? <Icon aria-hidden /> : <Icon aria-label={paneStrings.levels[severity]} role="img" />}
    </span>
  );
}
