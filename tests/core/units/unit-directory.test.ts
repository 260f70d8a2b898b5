import { describe, expect, it } from "vitest";
import { builtInEntries, loadUnitDirectory, unitDirectory } from "../../../src/core/units/unit-directory";
import { lookUpUnit } from "../../../src/core/units/look-up-unit";
import type { UnitEntry } from "../../../src/core/units/unit";

const bureau = (id: string, pattern: string, tests: UnitEntry["tests"] = []): UnitEntry => ({ id, type: "直属机构", levels: ["市"], names: [{ pattern, form: "standard" }], tests });

describe("loadUnitDirectory", () => {
  it("loads what comes with the program, every entry with tests of its own", () => {
    expect(unitDirectory().entries.size).toBe(builtInEntries.length);
    expect(builtInEntries.filter(({ tests }) => tests.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it.each<[string, UnitEntry[], RegExp]>([
    ["a test that does not hold", [bureau("parks", "{prefix}公园局", [{ written: "市公园处", expected: "市公园局" }])], /parks expects "市公园处"/u],
    ["a test that expects another name", [bureau("parks", "{prefix}公园局", [{ written: "市公园局", expected: "市公园管理局" }])], /parks expects/u],
    ["one name for two entries", [bureau("parks", "{prefix}公园局"), bureau("gardens", "{prefix}公园局")], /is both parks .* and gardens/u],
    ["one name for two entries, in another width", [bureau("parks", "{prefix}公园（绿化）局"), bureau("gardens", "{prefix}公园(绿化)局")], /is both/u],
    ["one id twice", [bureau("parks", "{prefix}公园局"), bureau("parks", "{prefix}绿化局")], /id "parks"/u],
    ["a short form of nothing", [{ ...bureau("parks", "{prefix}公园局"), names: [{ pattern: "{prefix}园局", form: "short", of: "{prefix}公园管理局" }] }], /names no full name/u],
    ["an unknown counterpart", [{ ...bureau("parks", "{prefix}公园局"), counterparts: ["nowhere"] }], /unknown counterpart "nowhere"/u],
  ])("refuses %s", (_, entries, message) => {
    expect(() => loadUnitDirectory(entries)).toThrow(message);
  });

  it("lets two organs share a name at different levels", () => {
    const county: UnitEntry = { ...bureau("gardens", "{prefix}公园局"), levels: ["县"] };
    expect(loadUnitDirectory([bureau("parks", "{prefix}公园局"), county]).entries.size).toBe(2);
  });

  it("gives every current full and short name back as itself, at each of its levels", () => {
    const lost: string[] = [];
    for (const entry of builtInEntries) {
      for (const name of entry.names) {
        if (name.form === "former" || name.form === "spoken") continue;
        for (const level of name.levels ?? entry.levels) {
          const written = name.pattern.replace("{prefix}", level);
          if (!lookUpUnit(written, unitDirectory()).some(({ entryId, level: found }) => entryId === entry.id && found === level)) lost.push(`${entry.id} ${written} ${level}`);
        }
      }
    }
    expect(lost).toEqual([]);
  });

  it("reads no current full name as two organs", () => {
    const twice: string[] = [];
    for (const entry of builtInEntries) {
      for (const name of entry.names.filter(({ form }) => form === "standard")) {
        for (const level of name.levels ?? entry.levels) {
          const written = name.pattern.replace("{prefix}", level);
          const ids = new Set(lookUpUnit(written, unitDirectory()).map(({ entryId }) => entryId));
          if (ids.size > 1) twice.push(`${written}: ${[...ids].join(", ")}`);
        }
      }
    }
    expect(twice).toEqual([]);
  });
});
