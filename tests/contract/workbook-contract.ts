import type { Edit } from "../../src/core/edits/edit";
import type { Result } from "../../src/core/result";
import type { HostFailure, Workbook } from "../../src/core/workbook";
import type { SheetDump, WorkbookDump, WorkbookInit } from "../excel-host/workbook-init";
import { cellContract } from "./cell-contract";
import { partsContract } from "./parts-contract";
import { readContract } from "./read-contract";
import { reportContract } from "./report-contract";
import { structureContract } from "./structure-contract";
import { undoContract } from "./undo-contract";

export type { SheetDump, WorkbookDump, WorkbookInit } from "../excel-host/workbook-init";

/** One host under test: the port, and a look at the workbook behind it that does not go through the port. */
export interface ContractHost {
  readonly workbook: Workbook;
  /** The whole workbook as it is now, read by means of its own (for a file: its bytes, by the simulated host's reader). */
  readonly dump: () => Promise<WorkbookDump>;
  /** What a user does beside us; missing on a host without a user. */
  readonly user?: { readonly edit: (sheet: string, address: string, value: string | number) => Promise<void>; readonly select: (sheet: string, address: string) => Promise<void> };
  readonly close: () => Promise<void>;
}

export type MakeHost = (init: WorkbookInit) => Promise<ContractHost>;

/**
 * What every implementation of the port `core/workbook.ts` must do, whatever is behind it.
 *
 * Agreed beyond the types of the port:
 * - a grid counts from A1 and reaches to the last row and column that hold a value or a formula; an empty sheet has no rows;
 * - a sheet of ours is marked by its name in the kept part "our-sheets" (a JSON array of names, `OUR_SHEETS_PART`);
 *   sheets made with keep: true are not listed there. `removeParts()` without ids removes that part too;
 * - `showReport` never touches a sheet of the user's: where one has the report's name, the report goes to "名称 (2)", "(3)"…;
 * - text is stored as text: "=1+2", "007", "3月5日" come back as they were given, and no number format changes.
 *
 * Call it in a test file of the host: `workbookContract("xlsx", makeHost)`.
 */
export function workbookContract(name: string, makeHost: MakeHost): void {
  readContract(name, makeHost);
  cellContract(name, makeHost);
  structureContract(name, makeHost);
  reportContract(name, makeHost);
  partsContract(name, makeHost);
  undoContract(name, makeHost);
}

/** Runs a test over a fresh host and closes it again. */
export function withHost(makeHost: MakeHost, init: WorkbookInit, test: (host: ContractHost) => Promise<void>): () => Promise<void> {
  return async () => {
    const host = await makeHost(init);
    try {
      await test(host);
    } finally {
      await host.close();
    }
  };
}

/** The value of a result that must be good. */
export function valueOf<T>(result: Result<T, HostFailure>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
}

export function failureOf<T>(result: Result<T, HostFailure>): string {
  if (result.ok) throw new Error("was expected to fail");
  return result.error.code;
}

/** A setCell edit, in short. */
export function setCell(sheet: string, row: number, column: number, before: string | number | boolean | null, after: string | number | boolean | null): Edit {
  return { kind: "setCell", sheet, at: { row, column }, before, after };
}

/** One sheet of a dump. */
export function sheetOf(dump: WorkbookDump, name: string): SheetDump {
  const sheet = dump.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** A ledger in the manner of a municipal office, with what makes sheets hard: title rows, merges, a hidden row, a formula, a date, styles. */
export const ledgerInit: WorkbookInit = {
  fileName: "台账.xlsx",
  sheets: [
    {
      name: "台账",
      values: [
        ["示例市政务公开工作台账", null, null, null, null, null],
        ["序号", "工作任务", "具体要求", "责任部门", "时限要求", "天数"],
        [1, "一、公开", "编制权责清单，动态调整", "办公室牵头，信息中心配合", "2026年6月底前", 10],
        [2, null, "公布(试行)目录", "信息中心", 46203, 20],
        [3, null, "做好解读回应", null, "年地前", 30],
        [4, "二、服务", "开设专栏", "办公室", "12月底前", 60],
      ],
      formulas: { F6: "=SUM(F3:F5)" },
      numberFormats: { E4: 'yyyy"年"m"月"d"日"', F3: "0.00" },
      styles: { "A2:F2": { bold: true, fill: "#DDEBF7" }, "A3:F6": { wrap: true, border: true } },
      merges: ["A1:F1", "B3:B5"],
      hiddenRows: [4],
      columnWidths: { C: 40 },
      rowHeights: { 2: 36 },
    },
    { name: "说明", values: [["本表说明"]] },
  ],
};
