import { parseDeadline } from "../core/deadline/parse-deadline";
import { formatRoles } from "../core/responsibility/format-roles";
import { parseResponsibility } from "../core/responsibility/parse-responsibility";
import type { OfficeLevel } from "../core/responsibility/responsibility";
import { cliStrings } from "../strings/cli";
import type { Exit } from "./exit";

const LEVELS: readonly OfficeLevel[] = ["国家", "省", "市", "县", "区", "镇", "部门"];

/** `taizhang deadline --jsonl`: lines {raw, year_context, issued} in, lines {raw, kind, due, recurrence} out. */
export function readDeadlines(): Promise<Exit> {
  return eachLine((entry) => {
    const { raw, year_context: year, issued } = entry;
    const { kind, due, recurrence } = parseDeadline(textOf(raw), { year: typeof year === "number" ? year : null, issued: typeof issued === "string" ? issued : null });
    return { raw, kind, due, recurrence };
  });
}

/** `taizhang units --jsonl`: lines {raw, level_context} in, lines {raw, roles, open_ended} out. */
export function readUnitCells(): Promise<Exit> {
  return eachLine((entry) => {
    const { raw, level_context: level } = entry;
    const responsibility = parseResponsibility(textOf(raw), { level: LEVELS.find((known) => known === level) ?? null });
    return { raw, roles: formatRoles(responsibility), open_ended: responsibility.openEnded };
  });
}

async function eachLine(answer: (entry: Record<string, unknown>) => unknown): Promise<Exit> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  const lines = Buffer.concat(chunks).toString("utf8").split(/\r?\n/u);
  const answers: string[] = [];
  for (const [index, text] of lines.entries()) {
    if (text.trim() === "") continue;
    const entry = objectOf(text);
    if (entry === null) return { status: 2, sentence: cliStrings.badJsonLine({ line: index + 1 }) };
    answers.push(JSON.stringify(answer(entry)));
  }
  if (answers.length > 0) process.stdout.write(`${answers.join("\n")}\n`);
  return { status: 0 };
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** A cell may hold a number (2024.05); it is read as it is shown. */
function textOf(raw: unknown): string {
  return typeof raw === "string" ? raw : typeof raw === "number" ? String(raw) : "";
}
