import { err, ok } from "../result";
import type { Result } from "../result";

/** The user's own list of units, as it is kept and exchanged: names taken as right, in the user's order. */
export interface UnitList {
  readonly version: 1;
  readonly names: readonly string[];
}

/** Why a list could not be read: no name in it, or JSON of another make. */
export type UnitListFailure = { readonly code: "no-names" } | { readonly code: "not-a-list" };

const headers = /^(?:序号|单位|单位名称|单位全称|部门|部门名称|处室|科室|科室名称|处室名称|责任单位|责任部门|责任科室|名称)(?:[（(][^（）()]*[）)])?$/u;
const longest = 60;

/**
 * Units from the cells of a column: blanks, numbers, header words and repetitions are left out, the rest is kept as
 * written but for blanks at its ends. Cells with line breaks give a name a line.
 */
export function importUnits(cells: readonly unknown[]): UnitList {
  const names = new Set<string>();
  for (const cell of cells) {
    if (typeof cell !== "string") continue;
    for (const line of cell.split(/[\r\n]+/u)) {
      const name = line.trim();
      if (name.length >= 2 && name.length <= longest && /\p{Script=Han}/u.test(name) && !headers.test(name)) names.add(name);
    }
  }
  return { version: 1, names: [...names] };
}

/** The list as JSON text, to be read back by `unitNamesOfFile`. */
export function exportUnits(list: UnitList): string {
  return JSON.stringify({ version: 1, names: list.names }, null, 2);
}

/**
 * Names from a file: our own JSON, a JSON array of names, or plain text with one name a line (a leading number, as in
 * "3. 市财政局", is dropped; lines that begin with # are remarks). Fails when the JSON is of another make or no name is found.
 */
export function unitNamesOfFile(text: string): Result<readonly string[], UnitListFailure> {
  const plain = text.replace(/^\ufeff/u, "");
  let cells: readonly unknown[];
  if (/^\s*[[{]/u.test(plain)) {
    const parsed = parseJson(plain);
    const list: unknown = Array.isArray(parsed) ? parsed : (parsed as { names?: unknown } | null)?.names;
    if (!Array.isArray(list)) return err({ code: "not-a-list" });
    cells = list as readonly unknown[];
  } else {
    cells = plain.split(/[\r\n]+/u).filter((line) => !line.startsWith("#")).map((line) => line.replace(/^\s*\d+\s*[.、．\t ]\s*/u, "").replace(/[,，;；\t].*$/u, ""));
  }
  const { names } = importUnits(cells);
  return names.length > 0 ? ok(names) : err({ code: "no-names" });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not JSON at all: the caller says that the file is no list.
    return null;
  }
}
