/** The views that are not needed for the first paint: one chunk. */
export { FillView } from "./fill-view";
export { MatchView } from "./match-view";
export { OutputView } from "./output-view";
export { SettingsView } from "./settings-view";
