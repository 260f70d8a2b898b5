import { Button, FluentProvider, ToggleButton, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowRedo20Regular, ArrowUndo20Regular, FolderOpen20Regular, Save20Regular } from "@fluentui/react-icons";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, useSyncExternalStore, type KeyboardEvent } from "react";
import type { App } from "../commands/app";
import { nextProblem } from "../commands";
import { runCommand } from "../commands/run-command";
import { cellKey, type CellKey } from "../core/grid/address";
import { SEVERITIES } from "../core/rules/rule";
import { paneStrings } from "../strings/pane";
import { workbenchStrings } from "../strings/workbench";
import { readFile, WORKBOOK_TYPES } from "../taskpane/file-button";
import { useFileDrop } from "../taskpane/file-drop";
import { Pane } from "../taskpane/pane";
import { themeFor, type ThemeKind } from "../taskpane/themes";
import type { PaneHost } from "../taskpane/use-app";
import type { Desk, DeskState } from "./desk";
import { Grid } from "./grid";
import type { CellMark } from "./grid-cell";
import { SheetTabs } from "./sheet-tabs";
import { useDesk } from "./use-desk";
import { openFile, openSample, saveFile } from "./workbench-app";

/** Below this width grid and pane take turns. */
const NARROW = "@media (max-width: 760px)";

const useStyles = makeStyles({
  provider: { height: "100%" },
  page: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0, backgroundColor: tokens.colorNeutralBackground2 },
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px", padding: "6px 12px", flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  product: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, marginRight: "8px" },
  name: { fontSize: tokens.fontSizeBase300, overflowWrap: "anywhere" },
  pair: { display: "inline-flex", flexShrink: 0 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  local: { marginLeft: "auto" },
  faces: { display: "none", [NARROW]: { display: "flex", gap: "4px" } },
  main: { display: "flex", flexGrow: 1, minHeight: 0 },
  sheet: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0, minHeight: 0 },
  grid: { flexGrow: 1, minHeight: 0, minWidth: 0, position: "relative" },
  empty: { display: "flex", flexDirection: "column", alignItems: "center", justifyContent: "center", gap: "12px", height: "100%", padding: "24px", textAlign: "center", boxSizing: "border-box" },
  over: { outline: `3px solid ${tokens.colorBrandStroke1}`, outlineOffset: "-3px" },
  pane: { width: "380px", flexShrink: 0, minHeight: 0, borderLeft: `1px solid ${tokens.colorNeutralStroke1}`, [NARROW]: { width: "100%" } },
  away: { [NARROW]: { display: "none" } },
  ask: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px", padding: "8px 12px", backgroundColor: tokens.colorNeutralBackground3, fontSize: tokens.fontSizeBase300 },
});

export interface WorkbenchProps {
  readonly app: App;
  readonly desk: Desk;
  /** Address of the user guide; null where it is not shipped. */
  readonly guide: string | null;
  readonly theme: ThemeKind;
}

/** A web page in place of Excel: the sheet as a grid beside the same pane. Files are opened and saved on this computer only. */
export function Workbench(props: WorkbenchProps) {
  return (
    <FluentProvider theme={themeFor(props.theme)} className={useStyles().provider}>
      <Page {...props} />
    </FluentProvider>
  );
}

/** Where F6 goes round; Shift+F6 the other way. Tab alone would not get out of the grid. */
const ROUND = { grid: "[data-drop=ledger] textarea", pane: "aside [role=tab][aria-selected=true]", buttons: "header button" } as const;

function Page({ app, desk, guide, theme }: WorkbenchProps) {
  const styles = useStyles();
  const state = useDesk(desk);
  const [face, setFace] = useState<"grid" | "pane">("pane");
  /** What waits for the answer whether unsaved changes may be dropped. */
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);

  const unlessUnsaved = useCallback(
    (act: () => void) => {
      if (desk.get().dirty) setWaiting(() => act);
      else act();
    },
    [desk],
  );
  const open = useCallback((bytes: Uint8Array, name: string) => unlessUnsaved(() => void openFile(app, desk, bytes, name)), [app, desk, unlessUnsaved]);
  const host = useMemo<PaneHost>(() => ({ ...(guide === null ? {} : { guide }), openSample: () => unlessUnsaved(() => void openSample(app, desk)), openLedger: () => picker.current?.click() }), [app, desk, guide, unlessUnsaved]);
  const drop = useFileDrop(open);

  // On an empty desk a pasted table is the ledger.
  const isEmpty = state.view === null;
  useEffect(() => {
    if (!isEmpty) return undefined;
    const take = (event: ClipboardEvent) => {
      const table = isTyping(event.target) ? null : tableOfPaste(event.clipboardData);
      if (table === null) return;
      event.preventDefault();
      void openFile(app, desk, new TextEncoder().encode(table), workbenchStrings.pastedName);
    };
    addEventListener("paste", take);
    return () => removeEventListener("paste", take);
  }, [app, desk, isEmpty]);

  // The browser asks before unsaved changes are lost.
  useEffect(() => {
    if (!state.dirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [state.dirty]);

  const leave = (place: keyof typeof ROUND, isBack: boolean) => {
    const places = Object.keys(ROUND) as (keyof typeof ROUND)[];
    const from = places.indexOf(place);
    // Before a file is open there is no grid to go to.
    const others = [1, 2].map((step) => places[(from + (isBack ? places.length - step : step)) % places.length]!);
    others.map((other) => page.current?.querySelector<HTMLElement>(ROUND[other])).find((found) => found !== null)?.focus();
  };
  const leaveOnF6 = (event: KeyboardEvent, place: keyof typeof ROUND): boolean => {
    if (event.key !== "F6") return false;
    event.preventDefault();
    leave(place, event.shiftKey);
    return true;
  };

  const onShortcut = (event: KeyboardEvent): boolean => {
    const control = event.ctrlKey || event.metaKey;
    if (event.key === "F8" && !control && !event.altKey) void runCommand(app, nextProblem, { direction: event.shiftKey ? -1 : 1 });
    else if (control && event.key === "s") void saveFile(app, desk);
    else if (control && event.key === "z" && !event.shiftKey) void desk.undo(app);
    else if (control && (event.key === "y" || (event.key === "z" && event.shiftKey))) void desk.redo();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return (
    <div ref={page} className={styles.page}>
      <header className={styles.bar} onKeyDown={(event) => void leaveOnF6(event, "buttons")}>
        <h1 className={styles.product}>{paneStrings.product}</h1>
        <Button size="small" appearance={state.view === null ? "primary" : "secondary"} icon={<FolderOpen20Regular />} onClick={() => picker.current?.click()}>
          {workbenchStrings.open}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept={WORKBOOK_TYPES}
          aria-label={workbenchStrings.open}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = "";
            if (file !== undefined) void readFile(file).then((bytes) => open(bytes, file.name));
          }}
        />
        {state.view !== null && (
          <>
            <Button size="small" icon={<Save20Regular />} title={workbenchStrings.saveAs({ name: state.name })} onClick={() => void saveFile(app, desk)}>
              {workbenchStrings.save}
            </Button>
            <span className={styles.pair}>
              <Button size="small" appearance="subtle" icon={<ArrowUndo20Regular />} aria-label={workbenchStrings.undo} title={workbenchStrings.undo} disabled={!state.canUndo} onClick={() => void desk.undo(app)} />
              <Button size="small" appearance="subtle" icon={<ArrowRedo20Regular />} aria-label={workbenchStrings.redo} title={workbenchStrings.redo} disabled={!state.canRedo} onClick={() => void desk.redo()} />
            </span>
            <span className={styles.name}>{state.name}</span>
            {state.dirty && <span className={styles.quiet}>{workbenchStrings.unsaved}</span>}
          </>
        )}
        <span className={mergeClasses(styles.quiet, styles.local)}>{workbenchStrings.local}</span>
        <div className={styles.faces} role="group" aria-label={workbenchStrings.facesLabel}>
          {(["grid", "pane"] as const).map((name) => (
            <ToggleButton key={name} size="small" checked={face === name} onClick={() => setFace(name)}>
              {workbenchStrings.faces[name]}
            </ToggleButton>
          ))}
        </div>
      </header>
      {waiting !== null && (
        <AskBeforeReplacing
          name={state.name}
          onSave={() => {
            setWaiting(null);
            void saveFile(app, desk).then((isSaved) => {
              if (isSaved) waiting();
            });
          }}
          onReplace={() => {
            setWaiting(null);
            waiting();
          }}
          onKeep={() => setWaiting(null)}
        />
      )}
      <div className={styles.main}>
        <section className={mergeClasses(styles.sheet, face === "pane" && styles.away)} aria-label={workbenchStrings.faces.grid}>
          <div className={mergeClasses(styles.grid, drop.over && styles.over)} data-drop="ledger" {...drop.zone}>
            {state.view === null ? (
              <div className={styles.empty}>
                <p>{drop.over ? workbenchStrings.drop : workbenchStrings.dropHint}</p>
                <Button onClick={host.openSample}>{workbenchStrings.sample}</Button>
              </div>
            ) : (
              <SheetOnDesk app={app} desk={desk} onShortcut={onShortcut} onLeave={(isBack) => leave("grid", isBack)} />
            )}
          </div>
          {state.sheets.length > 0 && <SheetTabs sheets={state.sheets} onShow={(name) => void desk.showSheet(name)} />}
        </section>
        <aside
          className={mergeClasses(styles.pane, face === "grid" && styles.away)}
          aria-label={workbenchStrings.faces.pane}
          onKeyDown={(event) => {
            if (leaveOnF6(event, "pane")) return;
            if ((event.ctrlKey || event.metaKey) && !isTyping(event.target)) onShortcut(event);
          }}
        >
          <Pane app={app} host={host} theme={theme} />
        </aside>
      </div>
    </div>
  );
}

/** Whether changes that were not saved may go. Takes the focus while it stands, and gives it back; Escape keeps the file. */
function AskBeforeReplacing(props: { readonly name: string; readonly onSave: () => void; readonly onReplace: () => void; readonly onKeep: () => void }) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector("button")?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected && (document.activeElement === document.body || document.activeElement === null)) before.focus();
    };
  }, []);
  return (
    <div ref={box} className={styles.ask} role="alertdialog" aria-label={workbenchStrings.unsaved} aria-describedby="ask-before-replacing" onKeyDown={(event) => event.key === "Escape" && props.onKeep()}>
      <span id="ask-before-replacing">{workbenchStrings.replace({ name: props.name })}</span>
      <Button size="small" appearance="primary" onClick={props.onSave}>
        {workbenchStrings.replaceSave}
      </Button>
      <Button size="small" onClick={props.onReplace}>
        {workbenchStrings.replaceYes}
      </Button>
      <Button size="small" onClick={props.onKeep}>
        {workbenchStrings.replaceNo}
      </Button>
    </div>
  );
}

function SheetOnDesk(props: { readonly app: App; readonly desk: Desk; readonly onShortcut: (event: KeyboardEvent) => boolean; readonly onLeave: (isBack: boolean) => void }) {
  const styles = useStyles();
  const { app, desk } = props;
  const state = useDesk(desk);
  // The verdict is shown first, then the marks.
  const check = useDeferredValue(useCheck(app));
  // Said of one place: it goes when the user is elsewhere.
  const place = placeOf(state);
  const [refusal, setRefusal] = useState<{ readonly reasons: readonly string[]; readonly place: string }>({ reasons: [], place });
  const refused = refusal.place === place ? refusal.reasons : [];
  const { view } = state;
  const result = check !== null && check.outcome.result.sheet === view?.grid.sheet ? check.outcome.result : null;
  const marks = useMemo(() => {
    const found = new Map<CellKey, CellMark>();
    for (const problem of result?.problems ?? []) {
      if (problem.at === null) continue;
      const key = cellKey(problem.at.row, problem.at.column);
      const before = found.get(key);
      const severity = SEVERITIES.find((level) => level === before?.severity || level === problem.severity)!;
      found.set(key, { severity, messages: [...(before?.messages ?? []), problem.message] });
    }
    return found;
  }, [result]);
  if (view === null) return null;
  const { hiddenRows, hiddenColumns, values } = view.grid;
  const hidden = { rows: hiddenRows.size, columns: [...hiddenColumns].filter((column) => column < (values[0]?.length ?? 0)).length };
  return (
    <div style={{ display: "flex", flexDirection: "column", height: "100%" }}>
      {(hidden.rows + hidden.columns > 0 || refused.length > 0) && (
        <div className={styles.ask} role="status">
          {refused.length > 0 ? [...new Set(refused)].join("") : workbenchStrings.hidden(hidden)}
        </div>
      )}
      <div style={{ flexGrow: 1, minHeight: 0 }}>
        <Grid key={state.opened} desk={desk} state={state} view={view} marks={marks} headerRows={result?.ledger.blocks[0]?.header ?? null} onRefused={(reasons) => setRefusal({ reasons, place: placeOf(desk.get()) })} onLeave={props.onLeave} onKey={props.onShortcut} />
      </div>
    </div>
  );
}

function placeOf({ opened, view, focus }: DeskState): string {
  return `${opened} ${view?.grid.sheet ?? ""} ${focus.row} ${focus.column}`;
}

function useCheck(app: App) {
  const subscribe = useCallback((listener: () => void) => app.session.subscribe(listener), [app]);
  return useSyncExternalStore(subscribe, () => app.session.get().check);
}

/** What was copied as a table, in a form the readers read; null when it holds none. */
function tableOfPaste(data: DataTransfer | null): string | null {
  const html = data?.getData("text/html") ?? "";
  if (/<table/iu.test(html)) return html;
  const text = data?.getData("text/plain") ?? "";
  return text.includes("\t") ? text : null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
