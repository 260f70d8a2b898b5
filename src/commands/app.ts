import type { ReportSheet } from "../core/report/report-sheet";
import type { Workbook } from "../core/workbook";
import type { CheckInput, Engine } from "./engine";
import type { Session } from "./session";

/** What a command works with: the same on every host. */
export interface App {
  readonly host: "excel" | "workbench" | "cli";
  /** The workbook in front. In the workbench it changes when another file is opened. */
  readonly workbook: Workbook;
  /** The pure core, in a worker or in process. */
  readonly engine: Engine;
  readonly session: Session;
  /** What the command line fixes for every check; empty on the other hosts. */
  readonly overrides: Pick<CheckInput, "year" | "issued" | "profile">;
  /** Local date, YYYY-MM-DD. */
  readonly today: () => string;
  /** Local time for display: 16:52. */
  readonly now: () => Date;
  /** Round trips to the host so far; 0 where there are none. For the diagnostics page and the measurements. */
  readonly roundTrips: () => number;
  /** Puts text on the clipboard; null where there is none. */
  readonly copyText: ((text: string) => Promise<void>) | null;
  /** A copy of a file without our sheets, parts and marks; for the public also without comments and names of authors. */
  readonly cleanCopy: (bytes: Uint8Array, options: { readonly removeSheets: readonly string[]; readonly forPublic: boolean }) => Promise<Uint8Array>;
  /** A workbook made of sheets of ours, to be opened or saved by itself. */
  readonly newWorkbook: (sheets: readonly ReportSheet[]) => Promise<Uint8Array>;
  /** Offers a small text for saving as a file; nothing leaves the machine. */
  readonly saveText: (text: string, fileName: string) => void;
  /** Versions and what this host can do, for the diagnostics page; no cell contents, no names. */
  readonly diagnostics: () => Readonly<Record<string, string | number | boolean>>;
  /** Loads one of the shipped samples. */
  readonly readSample: (name: "ledger" | "parent") => Promise<Uint8Array>;
}
