import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { alignTasks } from "../../../src/core/matching/align-tasks";
import { changedFacts } from "../../../src/core/matching/changed-facts";
import type { MatchItem } from "../../../src/core/matching/matching";

const corpus = process.env.TAIZHANG_CORPUS;

/** The two real pairs, read as a careful reader reads them. */
describe.skipIf(!corpus)("links of the real pairs", () => {
  const read = (id: string) => (corpus ? (JSON.parse(readFileSync(`${corpus}/seeds/${id}.gold.json`, "utf8")) as { tasks: MatchItem[] }).tasks : []);
  const labels = corpus
    ? readFileSync(`${corpus}/labels/links.jsonl`, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { child: string; child_seq: string | null; parent_seq: string[] | null; doubtful?: boolean })
    : [];
  const parent = read("anhui-2021-division");
  const linksOf = (rows: readonly MatchItem[]) => alignTasks(rows, parent).links.map(({ row, tasks, state }) => ({ seq: rows[row]!.seq, parent: tasks.map((task) => parent[task]!.seq), state }));

  it("anhui-civil-affairs agrees with every label; the doubtful row is left to a person", () => {
    const rows = read("anhui-civil-affairs-2021-ledger");
    const found = new Map(linksOf(rows).map((link) => [link.seq, link]));
    const linked = labels.filter((label) => label.child_seq !== null);
    expect(linked.length).toBe(rows.length);
    for (const { child_seq, parent_seq, doubtful } of linked) {
      const link = found.get(child_seq!)!;
      if (doubtful) {
        expect([["4"], ["4", "5"]]).toContainEqual(link.parent);
        expect(link.state).toBe("confirm");
      } else expect(link).toEqual({ seq: child_seq, parent: parent_seq, state: "sure" });
    }
  });

  it("huainan-office links as a careful reader does", () => {
    const rows = read("huainan-office-2021-division");
    const links = linksOf(rows);
    expect(links.filter(({ state }) => state === "local").map(({ seq }) => seq)).toEqual(["8", "22", "23"]);
    expect(links.filter(({ state }) => state === "sure").map(({ seq, parent: tasks }) => `${seq}:${tasks.join("+")}`)).toEqual([
      ..."1:1 2:2 3:4 4:6 5:11 6:12 7:13 9:15 10:16 11:17 12:18 13:19 14:20 15:21 16:22 17:23 18:24 19:26 20:26".split(" "),
      ..."21:27 24:40 25:41 26:43 27:45 28:49".split(" "),
    ]);
  });

  it("the only changed facts are the digits that the web page swallowed", () => {
    const changedIn = (id: string) => {
      const rows = read(id);
      return alignTasks(rows, parent).links.flatMap(({ row, tasks }) => tasks.flatMap((task) => changedFacts(rows[row]!.requirement, parent[task]!.requirement).map((fact) => `${rows[row]!.seq}:${fact.row.written}`)));
    };
    expect(changedIn("anhui-civil-affairs-2021-ledger")).toEqual([]);
    expect(changedIn("huainan-office-2021-division")).toEqual(["21:国办发〔202053号", "21:110119120122"]);
  });
});
