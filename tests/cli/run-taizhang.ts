import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const entry = join(import.meta.dirname, "../../src/cli/taizhang.mjs");

export interface CliRun {
  readonly status: number | null;
  readonly out: string;
  readonly messages: string;
  /** The JSON value on standard output. */
  json(): unknown;
}

/** Runs the command line as a user does, in a process of its own. */
export function taizhang(args: readonly string[], input?: string): CliRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], { encoding: "utf8", maxBuffer: 64 * 2 ** 20, ...(input !== undefined && { input }) });
  return { status, out: stdout, messages: stderr, json: () => JSON.parse(stdout) as unknown };
}

/** A folder for one test file's results. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), "taizhang-"));
}
