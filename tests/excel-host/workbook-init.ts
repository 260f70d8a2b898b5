/**
 * A workbook as plain data, to begin a test with. Both hosts of the contract suite are made from it: the simulated Excel
 * directly, the .xlsx host through bytes written by `xlsx/write-xlsx.ts`. Rows are 0-based, addresses are those of the
 * sheet ("B7", "A1:C2").
 */
export interface WorkbookInit {
  readonly fileName?: string;
  readonly properties?: { readonly author?: string; readonly lastModifiedBy?: string; readonly company?: string };
  readonly sheets: readonly SheetInit[];
  /** Name of the sheet shown; the first when missing. */
  readonly activeSheet?: string;
  /** Custom XML parts of the file as XML text, ours or foreign. */
  readonly customXml?: readonly string[];
  /** An .xlsx file to open instead; `sheets` is then not looked at. */
  readonly bytes?: Uint8Array;
}

export type PlainValue = string | number | boolean | null;

export interface SheetInit {
  readonly name: string;
  readonly visible?: boolean;
  /** Values from A1 on; null or "" is an empty cell. Strings are text, whatever they begin with. "#REF!" and the like are errors. */
  readonly values?: readonly (readonly PlainValue[])[];
  /** Formulas with "=" by cell address; `values` holds their results. */
  readonly formulas?: Readonly<Record<string, string>>;
  /** Number formats by cell or area address. */
  readonly numberFormats?: Readonly<Record<string, string>>;
  readonly styles?: Readonly<Record<string, CellStyle>>;
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  /** Column letters. */
  readonly hiddenColumns?: readonly string[];
  /** The area of an autofilter, header row first, and the rows it hides now. */
  readonly filter?: { readonly area: string; readonly hides: readonly number[] };
  /** In characters, by column letters. */
  readonly columnWidths?: Readonly<Record<string, number>>;
  /** In points, by row. */
  readonly rowHeights?: Readonly<Record<number, number>>;
  /** Every cell is locked but those with style {locked: false}. */
  readonly isProtected?: boolean;
  /** Comments by cell address. */
  readonly comments?: Readonly<Record<string, string>>;
  readonly validations?: readonly { readonly area: string; readonly options: readonly string[] }[];
  readonly conditionalFormats?: readonly { readonly area: string; readonly formula: string; readonly fill: string; readonly font?: string }[];
  readonly page?: { readonly landscape?: boolean; readonly titleRows?: { readonly first: number; readonly last: number } };
}

/** What a test may say about a cell's looks; a missing member is Excel's default. */
export interface CellStyle {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly wrap?: boolean;
  readonly horizontal?: "Left" | "Center" | "Right";
  readonly vertical?: "Top" | "Center" | "Bottom";
  readonly border?: boolean;
  readonly locked?: boolean;
}

/** The whole workbook as plain data, for comparing before with after and host with host. Only what differs from the default is listed. */
export interface WorkbookDump {
  readonly sheets: readonly SheetDump[];
  readonly activeSheet: string;
  /** All custom XML parts as stored, in no order that matters. */
  readonly customXml: readonly string[];
}

export interface SheetDump {
  readonly name: string;
  readonly visible: boolean;
  /** By address; a cell without value, formula, format and style is not listed. */
  readonly cells: Readonly<Record<string, CellDump>>;
  /** Addresses, in the order of their first cells. */
  readonly merges: readonly string[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly string[];
  readonly filter: string | null;
  readonly columnWidths: Readonly<Record<string, number>>;
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly isProtected: boolean;
  readonly comments: Readonly<Record<string, string>>;
  readonly validations: readonly { readonly area: string; readonly options: readonly string[] }[];
  readonly conditionalFormats: readonly { readonly area: string; readonly formula: string; readonly fill: string; readonly font?: string }[];
  readonly page: { readonly landscape: boolean; readonly titleRows: { readonly first: number; readonly last: number } | null };
}

export interface CellDump {
  readonly value?: string | number | boolean;
  readonly formula?: string;
  readonly numberFormat?: string;
  readonly style?: CellStyle;
}
