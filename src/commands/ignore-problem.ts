import { ok } from "../core/result";
import { parentsFingerprint } from "../core/parent/parents-fingerprint";
import { strings } from "../strings/commands";
import type { Command } from "./command";
import { saveChoices } from "./kept";
import { refreshCheck } from "./refresh-check";

/** 不改（写明理由）: this problem, or all of its kind, with the reason; travels with the file and is listed in the report. */
export const ignoreProblem: Command<{ readonly problemId: string; readonly wholeKind: boolean; readonly reason: string }> = {
  id: "ignoreProblem",
  label: strings.ignoreProblem,
  async run(app, { problemId, wholeKind, reason }) {
    const { check, choices, parents } = app.session.get();
    const problem = check?.outcome.result.problems.find(({ id }) => id === problemId);
    if (!problem) return ok(strings.problemGone);
    if (reason.trim() === "") return ok(strings.reasonNeeded);
    const named = wholeKind ? `${problem.kind}*` : problem.id;
    const ignores = [...choices.ignores.filter((ignore) => ignore.problem !== named), { problem: named, reason: reason.trim(), parent: parentsFingerprint(parents) }];
    const saved = await saveChoices(app, { ignores });
    if (!saved.ok) return saved;
    await refreshCheck(app);
    return ok(strings.ignored);
  },
};

/** Takes a 不改 back: the problem is listed again. `problem` is its id, or its kind with "*". */
export const unignoreProblem: Command<{ readonly problem: string }> = {
  id: "unignoreProblem",
  label: strings.unignoreProblem,
  async run(app, { problem }) {
    const saved = await saveChoices(app, { ignores: app.session.get().choices.ignores.filter((ignore) => ignore.problem !== problem) });
    if (!saved.ok) return saved;
    await refreshCheck(app);
    return ok(strings.unignored);
  },
};

/** 已知问题，本次不提示: hides what is there now from the list, never from the verdict. */
export const markKnown: Command = {
  id: "markKnown",
  label: strings.markKnown,
  async run(app) {
    const { check, choices } = app.session.get();
    if (!check) return ok(strings.checkFirst);
    const known = [...new Set([...choices.known, ...check.outcome.result.problems.map(({ id }) => id)])];
    const saved = await saveChoices(app, { known });
    if (!saved.ok) return saved;
    await refreshCheck(app);
    return ok(strings.markedKnown({ count: known.length - choices.known.length }));
  },
};

/** Lists the known problems again. */
export const forgetKnown: Command = {
  id: "forgetKnown",
  label: strings.forgetKnown,
  async run(app) {
    const saved = await saveChoices(app, { known: [] });
    if (!saved.ok) return saved;
    await refreshCheck(app);
    return ok(strings.unignored);
  },
};
