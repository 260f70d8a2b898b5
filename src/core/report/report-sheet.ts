import type { CellRef } from "../grid/address";
import type { CellValue, MergeArea } from "../grid/sheet-grid";

/** A sheet of ours as plain rows and styles; hosts only put it down. Everything is written as text or number, never as a formula. */
export interface ReportSheet {
  /** The sheet's name: 检查情况表, 对照表, 初稿… */
  readonly name: string;
  readonly rows: readonly (readonly ReportCell[])[];
  /** Column widths in characters. */
  readonly widths: readonly number[];
  readonly merges: readonly MergeArea[];
  /** Rows repeated on each printed page, 0-based; null for none. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  readonly landscape: boolean;
  /** Whether to show the sheet to the user afterwards. */
  readonly activate: boolean;
  /** true: part of the user's own document (a generated ledger), stays in clean copies. false: a sheet of ours. */
  readonly keep: boolean;
}

export interface ReportCell {
  readonly value: CellValue;
  readonly style: ReportStyle;
  /** A jump inside the workbook. */
  readonly link?: { readonly sheet: string; readonly at: CellRef };
}

export type ReportStyle = "title" | "note" | "header" | "cell" | "center" | "error" | "warning" | "info" | "plain";
