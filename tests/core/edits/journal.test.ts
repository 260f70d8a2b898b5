import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isJournalPart, journalPart, nextJournalId, readJournal, undoPart, type JournalEntry } from "../../../src/core/edits/journal";
import type { KeptPart } from "../../../src/core/workbook";

const entry = (id: string, cells = 2): Omit<JournalEntry, "undone" | "undos"> => ({
  id,
  command: "tidyFormat",
  title: `统一格式，改了${cells}处`,
  time: "2024-05-08T08:52:00.000Z",
  sheet: "台账",
  inverses: Array.from({ length: cells }, (_, row) => ({ kind: "setCell" as const, sheet: "台账", at: { row, column: 1 }, before: "新", after: "旧\u000b" })),
});

describe("journal", () => {
  it("numbers its parts one after the other, whatever else is kept", () => {
    expect(nextJournalId([])).toBe("journal-000001");
    expect(nextJournalId([{ id: "choices" }, { id: "journal-000009" }, { id: "journal-000002" }, { id: "parent-1" }])).toBe("journal-000010");
    expect(nextJournalId([{ id: "journal-000099" }, { id: "journal-damaged" }])).toBe("journal-000100");
  });

  it("gives entries newest first, with what was taken back and when", () => {
    const parts = [undoPart("journal-000003", "journal-000001", [1]), journalPart(entry("journal-000001")), journalPart(entry("journal-000002")), undoPart("journal-000004", "journal-000001", [0, 1])];
    const { entries, damaged } = readJournal(parts);
    expect(entries.map(({ id, undone }) => [id, undone])).toEqual([["journal-000002", []], ["journal-000001", [0, 1]]]);
    expect(entries[1]!.undos).toEqual([{ id: "journal-000003", items: [1] }, { id: "journal-000004", items: [0, 1] }]);
    expect(damaged).toEqual([]);
  });

  it.each<[string, KeptPart]>([
    ["its checksum did not hold", { id: "journal-000001", text: null }],
    ["it is no JSON", { id: "journal-000001", text: "{" }],
    ["it is of another version", { id: "journal-000001", text: JSON.stringify({ ...JSON.parse(journalPart(entry("journal-000001")).text!), version: 2 }) }],
    ["its inverses are gone", { id: "journal-000001", text: '{"version":1,"kind":"write","title":"改"}' }],
    ["it is a list", { id: "journal-000001", text: "[]" }],
    ["it takes nothing back", { id: "journal-000001", text: '{"version":1,"kind":"undo","of":7}' }],
  ])("names a part that cannot be read (%s) and reads the others", (_what, part) => {
    const { entries, damaged } = readJournal([part, journalPart(entry("journal-000002")), { id: "choices", text: "x" }]);
    expect(damaged).toEqual(["journal-000001"]);
    expect(entries.map(({ id }) => id)).toEqual(["journal-000002"]);
  });

  it("a record of taking back something that is not there changes nothing", () => {
    expect(readJournal([undoPart("journal-000002", "journal-000001", [0])])).toEqual({ entries: [], damaged: [] });
  });

  it("what goes in comes out, in any order of the parts", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 999_999 }), { maxLength: 6 }), fc.infiniteStream(fc.nat()), (numbers, order) => {
        const written = numbers.map((number) => entry(`journal-${String(number).padStart(6, "0")}`, 1 + (number % 3)));
        const parts = written.map(journalPart).map((part) => ({ part, rank: order.next().value as number })).sort((a, b) => a.rank - b.rank).map(({ part }) => part);
        expect(parts.every(isJournalPart)).toBe(true);
        expect(readJournal(parts).entries).toEqual([...written].sort((a, b) => (a.id < b.id ? 1 : -1)).map((one) => ({ ...one, undone: [] })));
      }),
    );
  });
});
