import type { SetCellEdit } from "../core/edits/edit";
import type { FillItem, FillKind, FillProposal } from "../core/fill/fill-proposal";
import { learnedRule, withLearned } from "../core/fill/learned-rule";
import type { TemplateRule } from "../core/fill/template";
import { err, ok } from "../core/result";
import { strings } from "../strings/commands";
import type { Command } from "./command";
import { saveChoices } from "./kept";
import { writeEdits, writtenSentence } from "./write-edits";

/** The command a writing is named after in the journal. */
const COMMANDS: Readonly<Record<FillKind, string>> = { template: "fillUnits", replacement: "replaceUnit", answers: "collectAnswers" };

interface Accepted {
  readonly itemIds: readonly string[];
  /** What was chosen, by item. */
  readonly choices?: Readonly<Record<string, string>>;
  /** The items whose choice is kept as a rule for the next time. */
  readonly keepRules?: readonly string[];
}

/** Writes the proposals accepted, and keeps a choice made as a rule where the user wants it. */
export const applyFill: Command<Accepted> = {
  id: "applyFill",
  label: strings.applyFill,
  async run(app, { itemIds, choices = {}, keepRules = [] }) {
    const { proposal } = app.session.get();
    if (!proposal) return err({ from: "command", failure: { code: "nothing-to-fill" } });
    const wanted = proposal.items.filter(({ id }) => itemIds.includes(id));
    const edits = wanted.flatMap((item) => editsOf(proposal, item, choices[item.id]));
    if (edits.length === 0) return err({ from: "command", failure: { code: "nothing-to-fill" } });
    const sentence = strings.fillWritten[proposal.kind];
    const outcome = await writeEdits(app, { command: COMMANDS[proposal.kind], sheet: proposal.sheet, edits, title: (count) => sentence({ count, source: proposal.source }) });
    if (!outcome.ok) return outcome;
    const rules = wanted.flatMap((item) => (choices[item.id] === undefined || !keepRules.includes(item.id) ? [] : [learnedRule(item, choices[item.id]!)]));
    if (rules.length > 0) {
      const saved = await saveChoices(app, { templateRules: withLearned(app.session.get().choices.templateRules as readonly TemplateRule[], rules) });
      if (!saved.ok) return saved;
    }
    const skipped = new Set(outcome.value.skipped.map(({ edit }) => edit));
    const remaining = proposal.items.filter((item) => !itemIds.includes(item.id) || edits.some((edit) => skipped.has(edit) && edit.at.row === item.at.row && edit.at.column === item.at.column));
    app.session.update({ proposal: { ...proposal, items: remaining } });
    return ok(writtenSentence(sentence({ count: outcome.value.written.length, source: proposal.source }), outcome.value));
  },
};

function editsOf(proposal: FillProposal, item: FillItem, chosen: string | undefined): readonly SetCellEdit[] {
  if (chosen === undefined) return item.after === "" ? [] : item.edits;
  return [{ kind: "setCell", sheet: proposal.sheet, at: item.at, before: item.held, after: chosen, row: item.row, field: item.field }];
}
