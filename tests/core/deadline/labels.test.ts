import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDeadline } from "../../../src/core/deadline/parse-deadline";

interface Label {
  readonly raw: string;
  readonly year_context: number | null;
  readonly issued: string | null;
  readonly kind: string;
  readonly due: string | null;
  readonly recurrence: string | null;
  readonly doubtful?: boolean;
}

const corpus = process.env["TAIZHANG_CORPUS"];

describe.skipIf(!corpus)("the labelled deadlines", () => {
  it("are read as a careful reader does, doubtful ones aside", () => {
    const labels = readFileSync(join(corpus ?? "", "labels", "deadlines.jsonl"), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Label)
      .filter(({ doubtful }) => !doubtful);
    const wrong = labels.flatMap(({ raw, year_context: year, issued, kind, due, recurrence }) => {
      const read = parseDeadline(raw, { year, issued });
      const same = read.kind === kind && read.due === due && read.recurrence === recurrence;
      return same ? [] : [{ raw, expected: { kind, due, recurrence }, read: { kind: read.kind, due: read.due, recurrence: read.recurrence } }];
    });
    expect(labels.length).toBeGreaterThan(0);
    expect(wrong.length / labels.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(0.01);
  });
});
