import type { RowKey } from "../ledger/ledger";
import type { ParentDocument } from "../parent/parent-document";
import { alignTasks, emptyAlignMemory, type AlignMemory } from "./align-tasks";
import type { Alignment, Link, LinkDecision, MatchItem } from "./matching";
import { resolveDecisions } from "./resolve-decisions";

export interface MatchRowsInput {
  readonly rows: readonly MatchItem[];
  /** Row keys, one per row; decisions name rows by them. */
  readonly keys: readonly RowKey[];
  readonly parents: readonly ParentDocument[];
  readonly decisions: readonly LinkDecision[];
  /** Carried from one matching of a sheet to the next; filled here. By fingerprint of the parent. */
  readonly memory?: MatchMemory;
}

export type MatchMemory = Map<string, AlignMemory>;

/**
 * Matches a ledger with its parent documents. Each document is aligned by itself (see `alignTasks`), since a chain of
 * documents repeats its tasks and order holds only within one; for each row the best link is shown. A task of one
 * document does not become unanswered because its row is nearer to another document.
 *
 * @returns indices of tasks count through all documents, in the order given; `Link.parent` says which document it is.
 */
export function matchRows({ rows, keys, parents, decisions, memory }: MatchRowsInput): Alignment {
  let offset = 0;
  const alignments = parents.map((parent, at) => {
    const { decided } = resolveDecisions(decisions, { rows, keys }, parent);
    const before = memory?.get(parent.fingerprint) ?? emptyAlignMemory();
    memory?.set(parent.fingerprint, before);
    const alignment = alignTasks(rows, parent.tasks, decided, before);
    const shifted = shift(alignment, offset, at);
    offset += parent.tasks.length;
    return shifted;
  });
  const links = rows.map((_, row) => alignments.map(({ links }) => links[row]!).reduce(better, nothing(row)));
  return { links, unanswered: alignments.flatMap(({ unanswered }) => unanswered) };
}

function shift({ links, unanswered }: Alignment, offset: number, parent: number): Alignment {
  const moved = (link: Link): Pick<Link, "tasks" | "candidates"> =>
    offset === 0 ? link : { tasks: link.tasks.map((task) => task + offset), candidates: link.candidates.map(({ task, score }) => ({ task: task + offset, score })) };
  return {
    links: links.map((link): Link => {
      const { tasks, candidates } = moved(link);
      return { row: link.row, parent, tasks, score: link.score, state: link.state, decided: link.decided, candidates };
    }),
    unanswered: unanswered.map((task) => task + offset),
  };
}

function nothing(row: number): Link {
  return { row, tasks: [], score: 0, state: "local", decided: false, candidates: [] };
}

/** A link to something the user decided on, then sure, confirm, local; among equals the more alike, the earlier document. */
function better(a: Link, b: Link): Link {
  return weightOf(b) > weightOf(a) ? b : a;
}

const STATE_WEIGHT = { sure: 2, confirm: 1, local: 0 } as const;

function weightOf(link: Link): number {
  const decided = link.decided ? (link.tasks.length > 0 ? 8 : 0.5) : 0;
  return decided + STATE_WEIGHT[link.state] + link.score / 4 + (link.parent === undefined ? -1 : 0);
}
