import { StrictMode, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import type { App } from "./commands/app";
import { openSession } from "./commands/open-session";
import { ribbonNames, runRibbon } from "./commands/ribbon";
import { createSession } from "./commands/session";
import { excelWorkbook } from "./excel/excel-workbook";
import { officeReady, officeVersions } from "./excel/office-ready";
import { officeIsDark } from "./excel/office-theme";
import { bindRibbon } from "./excel/ribbon";
import { failureSentence } from "./strings/failures";
import { paneStrings } from "./strings/pane";
import { workbenchStrings } from "./strings/workbench";
import { copyText } from "./taskpane/copy-text";
import { Pane } from "./taskpane/pane";
import { readSample, today } from "./taskpane/read-sample";
import { saveText } from "./taskpane/offer-file";
import { startCore } from "./taskpane/start-core";
import type { ThemeKind } from "./taskpane/themes";
import type { PaneHost } from "./taskpane/use-app";

/** The guide lies beside the page. */
const GUIDE = "assets/guide/index.html";

const FORCED = matchMedia("(forced-colors: active)");

function watchContrast(listener: () => void): () => void {
  FORCED.addEventListener("change", listener);
  return () => FORCED.removeEventListener("change", listener);
}

/** The shared runtime: one page and one state for ribbon and pane. Nothing is decided here, only connected. */
async function start(): Promise<void> {
  const root = createRoot(document.getElementById("root")!);
  const office = await officeReady();
  if (office.kind === "too-old") {
    location.replace(`assets/pages/too-old.html?missing=${encodeURIComponent(office.missing.join("、"))}`);
    return;
  }
  if (office.kind === "not-excel") {
    root.render(<p style={{ padding: 20 }}>{paneStrings.notExcel}</p>);
    return;
  }

  const workbook = excelWorkbook();
  const session = createSession();
  const app: App = {
    host: "excel",
    workbook,
    ...startCore(),
    session,
    overrides: {},
    today,
    now: () => new Date(),
    roundTrips: () => workbook.roundTrips(),
    copyText,
    saveText,
    diagnostics: () => ({ host: "excel", ...officeVersions(), locale: office.locale, browser: navigator.userAgent, pane: `${innerWidth}x${innerHeight}` }),
    readSample,
  };
  const host: PaneHost = {
    guide: GUIDE,
    openSample: () => void readSample("ledger").then((bytes) => workbook.openCopy(bytes, workbenchStrings.sampleName)),
  };
  bindRibbon(ribbonNames, (name) => runRibbon(app, name));

  const dark = officeIsDark();
  const themeKind = (): ThemeKind => (FORCED.matches ? "contrast" : dark ? "dark" : "light");
  const Root = () => <Pane app={app} host={host} theme={useSyncExternalStore(watchContrast, themeKind)} />;
  root.render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );

  const opened = await openSession(app);
  const text = opened.ok ? opened.value.text : failureSentence(opened.error);
  if (text !== "") session.update({ notice: { tone: opened.ok ? "info" : "error", text, id: 0 } });
}

void start();
