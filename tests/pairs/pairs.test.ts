import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { alignTasks } from "../../src/core/matching/align-tasks";
import { changedFacts } from "../../src/core/matching/changed-facts";
import type { MatchItem } from "../../src/core/matching/matching";

/**
 * Parent documents and ledgers of our own, with the links a careful reader sees. `tasks` are the numbers of the parent
 * tasks a row answers. `notSure`: a person has to look, so the link must not be sure; `orLocal`: he may also find that
 * the row answers nothing. `changed`: facts that differ from the task (task side, row side).
 */
interface Pair {
  readonly about: string;
  readonly parent: readonly (MatchItem & { readonly deadline: string })[];
  readonly ledger: readonly (Omit<MatchItem, "seq"> & {
    readonly deadline: string;
    readonly tasks: readonly string[];
    readonly notSure?: boolean;
    readonly orLocal?: boolean;
    readonly changed?: readonly (readonly [string, string])[];
  })[];
}

const pairs = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".json"))
  .map((file) => [file.replace(".json", ""), JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, "utf8")) as Pair] as const);

describe.each(pairs)("%s", (_, { parent, ledger }) => {
  const rows = ledger.map((row, at) => ({ ...row, seq: String(at + 1) }));
  const { links, unanswered } = alignTasks(rows, parent);

  it.each(ledger.map((row, at) => [row.requirement.slice(0, 24), row, at] as const))("%s", (_, row, at) => {
    const link = links[at]!;
    const answered = link.tasks.map((task) => parent[task]!.seq);
    expect([row.tasks, ...(row.orLocal ? [[]] : [])]).toContainEqual(answered);
    if (row.notSure) expect(link.state).not.toBe("sure");
    else expect(link.state).toBe(row.tasks.length === 0 ? "local" : "sure");
    const changed = link.tasks.flatMap((task) => changedFacts(row.requirement, parent[task]!.requirement));
    if (!row.notSure) expect(changed.map((fact) => [fact.task.written, fact.row.written])).toEqual(row.changed ?? []);
  });

  it("leaves the tasks without a row unanswered", () => {
    const answered = new Set(links.flatMap(({ tasks }) => tasks));
    expect(unanswered).toEqual(parent.map((_, task) => task).filter((task) => !answered.has(task)));
  });
});
