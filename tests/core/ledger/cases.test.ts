import { describe, expect, test } from "vitest";
import { findTables, readLedger } from "../../../src/core/ledger/read-ledger";
import { asExpected, casesWith, gridOfCase, readCase, type LedgerCase, type LedgerExpected } from "../../support/ledger-case";

describe("whole sheets in the manner of real offices", () => {
  for (const name of casesWith("ledger.json")) {
    test(name, () => {
      const given = readCase<LedgerCase>(name, "ledger.json");
      const grid = gridOfCase(given);
      const read = readLedger(given.choice ? { grid, choice: given.choice } : { grid });
      if (!read.ok) throw new Error(`not read: ${read.error.code}`);
      expect(asExpected(read.value)).toEqual(readCase<LedgerExpected>(name, "expected.json"));
      expect(findTables(grid)).toHaveLength(given.tables ?? 1);
    });
  }
});
