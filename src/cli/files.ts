import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { err, ok, type Result } from "../core/result";
import { cliStrings } from "../strings/cli";

/** Reads a whole file; fails with the sentence to print. */
export function readFile(file: string): Result<Uint8Array, string> {
  if (!existsSync(file)) return err(cliStrings.noFile({ file }));
  if (statSync(file).isDirectory()) return err(cliStrings.isFolder({ file }));
  return ok(new Uint8Array(readFileSync(file)));
}

/** Whether `--out` may be written: asked before any work is done. */
export function mayWrite(file: string, force: boolean): Result<void, string> {
  return existsSync(file) && !force ? err(cliStrings.outExists({ file })) : ok(undefined);
}

/** Writes a whole file at once. */
export function writeFile(file: string, bytes: Uint8Array): Result<void, string> {
  try {
    writeFileSync(file, bytes);
    return ok(undefined);
  } catch {
    return err(cliStrings.outFailed({ file }));
  }
}
