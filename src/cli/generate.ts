import { draftForUnit } from "../core/fill/draft-for-unit";
import { unitDirectory } from "../core/units/unit-directory";
import { cliStrings } from "../strings/cli";
import { newXlsxOfReports } from "../xlsx/new-xlsx";
import { mayWrite, writeFile } from "./files";
import type { Exit } from "./exit";
import { checkedUnit, openParents } from "./open-app";
import type { Options } from "./options";
import { print } from "./print";

/** `taizhang generate DOCUMENT --as UNIT --out FILE`: a new ledger with the tasks that bind the unit. */
export async function generateFile({ files, unit, out, force, year, json }: Options): Promise<Exit> {
  if (unit === undefined) return { status: 2, sentence: cliStrings.unitNeeded };
  if (out === undefined) return { status: 2, sentence: cliStrings.outNeeded };
  const free = mayWrite(out, force);
  if (!free.ok) return { status: 2, sentence: free.error };
  const parents = await openParents(files, year);
  if (!parents.ok) return { status: 2, sentence: parents.error };
  const known = checkedUnit(unit, parents.value);
  if (!known.ok) return { status: 2, sentence: known.error };
  const { sheet, rows } = draftForUnit(parents.value, unit, unitDirectory());
  const written = writeFile(out, await newXlsxOfReports([sheet]));
  if (!written.ok) return { status: 2, sentence: written.error };
  print(json, { rows }, () => cliStrings.drafted({ rows, file: out }));
  return { status: 0 };
}
