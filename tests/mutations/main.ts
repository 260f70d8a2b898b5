import { rules } from "../../src/core/rules";
import { mistakes } from "./mistakes";
import { problemsOfClean, runMutants, type MutantOutcome } from "./run-mutants";

const [count = "1500", seed = "2024", missed = ""] = process.argv.slice(2);

/** One line a kind of mistake as JSON, then the whole; with a third argument also every mutant that was missed. */
function report(outcomes: readonly MutantOutcome[]): void {
  const write = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
  const share = (some: readonly MutantOutcome[], test: (outcome: MutantOutcome) => boolean) => (some.length === 0 ? null : Math.round((some.filter(test).length / some.length) * 10_000) / 100);
  for (const mistake of mistakes) {
    const own = outcomes.filter((outcome) => outcome.mistake === mistake);
    const sure = own.filter(({ restored }) => restored !== null);
    write({ rule: mistake.rule, mistake: mistake.name, mutants: own.length, found: share(own, ({ found }) => found), restored: share(sure, ({ restored }) => restored === true) });
  }
  if (missed !== "") for (const { mistake, seed: ledger, found, restored, others } of outcomes) if (!found || restored === false) write({ missed: mistake.rule, name: mistake.name, ledger, found, restored, others });
  const sure = outcomes.filter(({ restored }) => restored !== null);
  const clean = Array.from({ length: 40 }, (_, index) => [false, true].map((isPublic) => problemsOfClean(Number(seed) + index, isPublic).length)).flat();
  const covered = new Set(mistakes.map(({ rule }) => rule));
  write({ mutants: outcomes.length, found: share(outcomes, ({ found }) => found), restorable: sure.length, restored: share(sure, ({ restored }) => restored === true), problemsOnCleanLedgers: clean.reduce((sum, each) => sum + each, 0), rulesWithoutMistake: rules.map(({ meta }) => meta.id).filter((id) => !covered.has(id)) });
}

report(runMutants(mistakes, Number(count), Number(seed)));
