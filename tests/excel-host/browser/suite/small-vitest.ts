import { ASYMMETRIC_MATCHERS_OBJECT, GLOBAL_EXPECT, JestAsymmetricMatchers, JestChaiExpect, setState } from "@vitest/expect";
import * as chai from "chai";

/** The little of vitest that the suites use, to run them inside a page: vitest's own matchers, a list of tests, one run. */
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
const matchers = (globalThis as unknown as Record<symbol, object | undefined>)[ASYMMETRIC_MATCHERS_OBJECT];
export const expect = Object.assign((value: unknown) => chai.expect(value), matchers, chai.expect as unknown as { objectContaining: unknown });
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, configurable: true });
setState({ assertionCalls: 0, isExpectingAssertions: false, isExpectingAssertionsError: null, expectedAssertionsNumber: null, expectedAssertionsNumberErrorGen: null }, expect as never);

type Work = () => unknown;
interface OneTest {
  readonly name: string;
  readonly work: Work;
  readonly before: readonly Work[];
}

const tests: OneTest[] = [];
let path: readonly string[] = [];
let before: readonly Work[] = [];

export function describe(name: string, define: () => void): void {
  const [outerPath, outerBefore] = [path, before];
  path = [...path, name];
  define();
  [path, before] = [outerPath, outerBefore];
}

export function beforeEach(work: Work): void {
  before = [...before, work];
}

export const it = Object.assign(
  (name: string, work: Work) => {
    tests.push({ name: [...path, name].join(" > "), work, before });
  },
  {
    each: (table: readonly unknown[]) => (name: string, work: (...row: readonly unknown[]) => unknown) => {
      for (const row of table) {
        const args = Array.isArray(row) ? (row as readonly unknown[]) : [row];
        it(`${name} ${JSON.stringify(args[0])}`, () => work(...args));
      }
    },
  },
);

/** Runs all tests one after the other. */
export async function runAll(): Promise<{ readonly passed: number; readonly failed: readonly string[] }> {
  const failed: string[] = [];
  for (const { name, work, before: preparations } of tests) {
    try {
      for (const prepare of preparations) await prepare();
      await work();
    } catch (error) {
      failed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { passed: tests.length - failed.length, failed };
}
