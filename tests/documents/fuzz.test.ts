import { expect, it } from "vitest";
import { mutated, randomOf } from "./made/mutate";
import { openCase } from "./made/open-case";
import { samples } from "./made/samples";

/** A small share of what `node tests/documents/fuzz.mjs` runs. */
const CASES = 60;

it.each([...samples()])("damaged copies of a %s are read or refused, and touch nothing else", async (_, seed) => {
  for (let at = 0; at < CASES; at++) expect(`case ${at}: ${await openCase(mutated(seed, randomOf(at + 1)))}`).toBe(`case ${at}: `);
});

it.each([...samples()])("a whole %s is read", async (_, seed) => expect(await openCase(seed)).toBe(""));
