import { describe, expect, it } from "vitest";
import { rules } from "../../src/core/rules";
import { mistakes } from "./mistakes";
import { problemsOfClean, runMutants } from "./run-mutants";

describe("known mistakes in clean ledgers (the whole run: npm run mutants)", () => {
  it("there is nothing to find in the clean ones", () => {
    for (let seed = 1; seed <= 8; seed++) for (const isPublic of [false, true]) expect(problemsOfClean(seed, isPublic).map(({ message }) => message)).toEqual([]);
  });

  it("every rule has its mistakes", () => {
    const covered = new Set(mistakes.map(({ rule }) => rule));
    expect(rules.map(({ meta }) => meta.id).filter((id) => !covered.has(id))).toEqual([]);
    for (const rule of covered) expect(rules.map(({ meta }) => meta.id)).toContain(rule);
  });

  const outcomes = runMutants(mistakes, mistakes.length * 3, 7);

  it("the right rule finds nearly all of them", () => {
    const missed = outcomes.filter(({ found }) => !found);
    expect(missed.length, JSON.stringify(missed.map(({ mistake, seed }) => [mistake.rule, mistake.name, seed]))).toBeLessThanOrEqual(outcomes.length * 0.05);
  });

  it("where a change is sure, the sure changes give the clean ledger back", () => {
    const sure = outcomes.filter(({ restored }) => restored !== null);
    expect(sure.length).toBeGreaterThan(10);
    expect(sure.filter(({ restored }) => restored === false).map(({ mistake, seed }) => [mistake.rule, mistake.name, seed])).toEqual([]);
  });
});
