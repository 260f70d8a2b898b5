import { Button, FluentProvider, Tab, TabList, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { QuestionCircle20Regular } from "@fluentui/react-icons";
import { Component, Suspense, lazy, useCallback, useEffect, useMemo, useRef, useState, type ComponentType, type ReactNode } from "react";
import { runCommand } from "../commands/run-command";
import { nextProblem } from "../commands";
import type { App } from "../commands/app";
import type { Command } from "../commands/command";
import type { View } from "../commands/session";
import { paneStrings } from "../strings/pane";
import { BusyBar } from "./busy-bar";
import { CheckView } from "./check-view";
import { useStrayDrops } from "./file-drop";
import { HelpPanel } from "./help-panel";
import { useLayout } from "./layout";
import { NoticeLine } from "./notice-line";
import { themeFor, type ThemeKind } from "./themes";
import { useRecheckOnEdit } from "./recheck-on-edit";
import { AppContext, useSessionOf, type PaneContext, type PaneHost } from "./use-app";

/** The views behind the first one come in one chunk, asked for as soon as the pane stands. */
const loadOthers = () => import("./other-views");

/** Made anew when their part could not be loaded: a lazy component asks only once. */
const views = (): Readonly<Record<View, ComponentType>> => ({
  check: CheckView,
  match: lazy(async () => ({ default: (await loadOthers()).MatchView })),
  fill: lazy(async () => ({ default: (await loadOthers()).FillView })),
  output: lazy(async () => ({ default: (await loadOthers()).OutputView })),
  settings: lazy(async () => ({ default: (await loadOthers()).SettingsView })),
});

/** The views in the order of their tabs. */
const TABS: readonly View[] = ["check", "match", "fill", "output", "settings"];

const useStyles = makeStyles({
  provider: { height: "100%", minHeight: 0 },
  pane: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0, minWidth: 0, backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
  head: { display: "flex", alignItems: "center", flexShrink: 0, paddingLeft: "4px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  /** Excel lays its own small menu over the top right corner of a task pane. */
  beside: { paddingRight: "40px" },
  tabs: { flexGrow: 1, flexShrink: 1, minWidth: 0, flexWrap: "wrap" },
  tab: { paddingInline: "6px", minWidth: "44px" },
  body: { flexGrow: 1, minHeight: 0, overflowY: "auto", overflowX: "hidden", outlineOffset: "-2px" },
});

/**
 * The task pane: five views over one session. It decides nothing; every button runs a command.
 *
 * @param host what the page around it can do; @param theme what the host shows itself in.
 */
export function Pane({ app, host, theme }: { readonly app: App; readonly host: PaneHost; readonly theme: ThemeKind }) {
  const styles = useStyles();
  return (
    <FluentProvider theme={themeFor(theme)} className={styles.provider}>
      <Boundary>
        <Frame app={app} host={host} />
      </Boundary>
    </FluentProvider>
  );
}

function Frame({ app, host }: { readonly app: App; readonly host: PaneHost }) {
  const styles = useStyles();
  const layout = useLayout();
  const { view, listing, check, unreadable } = useSessionOf(app);
  const [shown, setShown] = useState(views);
  const [help, setHelp] = useState(false);
  const body = useRef<HTMLElement>(null);
  const scrolls = useRef<Partial<Record<View, number>>>({});

  const run = useCallback(
    <Args,>(command: Command<Args>, args: Args) => runCommand(app, command, args),
    [app],
  );
  useRecheckOnEdit(app);
  useStrayDrops();
  const context = useMemo<PaneContext>(() => ({ app, host, run }), [app, host, run]);

  // Ahead of time; a view that could not be loaded says so itself when it is opened.
  useEffect(() => void loadOthers().catch(() => undefined), []);

  // Each view comes back where it was left.
  useEffect(() => {
    if (body.current !== null) body.current.scrollTop = scrolls.current[view] ?? 0;
  }, [view]);

  // What was pressed may go with what it was pressed in: its user is in what came instead.
  const face = `${view} ${check === null ? (unreadable?.sheet ?? "") : "checked"}`;
  const lastFace = useRef(face);
  useEffect(() => {
    if (lastFace.current !== face && document.hasFocus() && document.activeElement === document.body) body.current?.focus({ preventScroll: true });
    lastFace.current = face;
  }, [face]);

  // The page of help stands at the top, and so does the list before 统一格式.
  const helps = help || listing === "guide";
  const opensAtTop = helps || listing === "tidy";
  useEffect(() => {
    if (opensAtTop && body.current !== null) body.current.scrollTop = 0;
  }, [opensAtTop, view]);

  const show = (next: View) => {
    if (body.current !== null) scrolls.current[view] = body.current.scrollTop;
    setHelp(false);
    const { notice } = app.session.get();
    app.session.update({ view: next, listing: null, notice: notice?.tone === "error" ? notice : null });
  };

  const closeHelp = () => {
    setHelp(false);
    if (listing === "guide") app.session.update({ listing: null });
  };

  const Shown = shown[view];
  return (
    <AppContext.Provider value={context}>
      <div
        className={styles.pane}
        onKeyDown={(event) => {
          if (event.key !== "F8" || event.ctrlKey || event.altKey) return;
          event.preventDefault();
          void run(nextProblem, { direction: event.shiftKey ? -1 : 1 });
        }}
      >
        <div className={mergeClasses(styles.head, app.host === "excel" && styles.beside)}>
          <TabList size="small" selectedValue={view} aria-label={paneStrings.tabsLabel} className={styles.tabs} onTabSelect={(_, data) => show(data.value as View)}>
            {TABS.map((name) => (
              <Tab key={name} value={name} id={`tab-${name}`} aria-controls="view" className={styles.tab}>
                {paneStrings.views[name]}
              </Tab>
            ))}
          </TabList>
          <Button appearance="subtle" icon={<QuestionCircle20Regular />} aria-label={helps ? paneStrings.closeHelp : paneStrings.help} title={paneStrings.help} aria-expanded={helps} onClick={() => (helps ? closeHelp() : setHelp(true))} />
        </div>
        <NoticeLine />
        <BusyBar />
        <main ref={body} id="view" role="tabpanel" aria-labelledby={`tab-${view}`} tabIndex={-1} className={styles.body}>
          {helps && (
            <HelpPanel view={view} onClose={closeHelp} />
          )}
          <Boundary key={view} onRetry={() => setShown(views())}>
            <Suspense fallback={<p className={mergeClasses(layout.view, layout.quiet)}>{paneStrings.loading}</p>}>
              <Shown />
            </Suspense>
          </Boundary>
        </main>
      </div>
    </AppContext.Provider>
  );
}

/** A bug, or a part that could not be loaded, must not leave an empty page behind; the sheet is not touched by it. */
class Boundary extends Component<{ readonly children: ReactNode; readonly onRetry?: () => void }, { readonly broken: string | null }> {
  override state = { broken: null };

  static getDerivedStateFromError(error: unknown) {
    return { broken: error instanceof Error && error.name === "ChunkLoadError" ? paneStrings.chunkFailed : paneStrings.crashed };
  }

  override render() {
    if (this.state.broken === null) return this.props.children;
    const retry = () => {
      this.props.onRetry?.();
      this.setState({ broken: null });
    };
    return <Broken text={this.state.broken} onRetry={retry} />;
  }
}

function Broken({ text, onRetry }: { readonly text: string; readonly onRetry: () => void }) {
  const layout = useLayout();
  return (
    <div className={layout.view} role="alert">
      <p className={layout.text}>{text}</p>
      <div className={layout.row}>
        <Button onClick={onRetry}>{paneStrings.reload}</Button>
      </div>
    </div>
  );
}
