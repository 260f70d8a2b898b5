import { makeStyles, tokens } from "@fluentui/react-components";

/** A pane of Excel's usual width at 200 % zoom: what stands side by side stands one below the other. */
export const NARROWEST = "@media (max-width: 260px)";

/** The few arrangements all views share: 20 px margin, 4 px grid, everything may wrap, nothing needs more than 320 px. */
export const useLayout = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "12px", padding: "12px 16px 24px", minWidth: 0, [NARROWEST]: { "& .fui-Field": { gridTemplateColumns: "minmax(0, 1fr)" } } },
  stack: { display: "flex", flexDirection: "column", gap: "8px", minWidth: 0 },
  tight: { display: "flex", flexDirection: "column", gap: "4px", minWidth: 0 },
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center", minWidth: 0 },
  section: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    paddingTop: "12px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "8px 12px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: "18px", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  /** Heard, not seen. */
  spoken: { position: "absolute", width: "1px", height: "1px", margin: 0, overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
  list: { margin: 0, padding: 0, listStyleType: "none", minWidth: 0 },
  /** Small buttons in a row that has to fit 320 px. */
  slim: { minWidth: 0, paddingInline: "6px" },
  grow: { flexGrow: 1, minWidth: 0 },
  end: { marginLeft: "auto" },
  /** Buttons whose Chinese label may be long: they break rather than push the pane wide. */
  wrapButton: { minWidth: 0, maxWidth: "100%", overflowWrap: "anywhere", textAlign: "left" },
});
