import { StrictMode, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import type { ThemeKind } from "../taskpane/themes";
import { createDesk } from "./desk";
import { offerWorkbook } from "../taskpane/offer-file";
import type { Place } from "./place";
import { Workbench } from "./workbench";
import { createWorkbenchApp, openSample } from "./workbench-app";

const DARK = matchMedia("(prefers-color-scheme: dark)");
const CONTRAST = matchMedia("(prefers-contrast: more)");

function themeOfBrowser(): ThemeKind {
  if (CONTRAST.matches) return "contrast";
  return DARK.matches ? "dark" : "light";
}

function watchTheme(listener: () => void): () => void {
  for (const query of [DARK, CONTRAST]) query.addEventListener("change", listener);
  return () => {
    for (const query of [DARK, CONTRAST]) query.removeEventListener("change", listener);
  };
}

/** Fills the page: an empty desk, or with ?sample=1 the sample, checked. */
export function showWorkbench(place: Place): void {
  const desk = createDesk({ startFile: place.startFile, offer: offerWorkbook });
  const app = createWorkbenchApp(desk, place);
  const guide = place.guide ?? null;
  const Root = () => <Workbench app={app} desk={desk} guide={guide} theme={useSyncExternalStore(watchTheme, themeOfBrowser)} />;
  createRoot(document.getElementById("root")!).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
  if (new URLSearchParams(location.search).get("sample") === "1") void openSample(app, desk);
}
