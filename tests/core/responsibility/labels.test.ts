import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatRoles } from "../../../src/core/responsibility/format-roles";
import { parseResponsibility } from "../../../src/core/responsibility/parse-responsibility";
import type { OfficeLevel } from "../../../src/core/responsibility/responsibility";

interface Label {
  readonly raw: string;
  readonly level_context: OfficeLevel;
  readonly roles: { role: string; units: string[]; collective: boolean[]; open_ended?: boolean }[];
  readonly doubtful?: boolean;
}

const corpus = process.env.TAIZHANG_CORPUS ?? "";

describe.skipIf(corpus === "")("hand labels", () => {
  it("agrees on roles, names and collectives in at least 98 % of the labels that are not doubtful", () => {
    const labels = readFileSync(join(corpus, "labels", "units.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line) as Label);
    const judged = labels.filter(({ doubtful }) => doubtful !== true);
    const wrong = judged
      .map((label) => {
        const read = parseResponsibility(label.raw, { level: label.level_context });
        return { label, got: formatRoles(read), openEnded: read.openEnded };
      })
      .filter(({ label, got, openEnded }) => {
        const roles = label.roles.map(({ role, units, collective }) => ({ role, units, collective }));
        return JSON.stringify(got) !== JSON.stringify(roles) || openEnded !== label.roles.some(({ open_ended }) => open_ended === true);
      })
      .map(({ label, got }) => `${label.raw}\n  label ${JSON.stringify(label.roles)}\n  read  ${JSON.stringify(got)}`);
    expect(1 - wrong.length / judged.length, wrong.join("\n")).toBeGreaterThanOrEqual(0.98);
  });
});
