import { ok } from "../core/result";
import type { ReadingChoice } from "../core/ledger/ledger";
import type { Profile } from "../core/rules/profile";
import { strings } from "../strings/commands";
import type { Command } from "./command";
import { saveChoices } from "./kept";
import { refreshCheck } from "./refresh-check";

/** 本单位: on whose behalf the ledger is kept; decides which tasks of the parent bind. */
export const setUnit: Command<{ readonly unit: string }> = {
  id: "setUnit",
  label: strings.setUnit,
  async run(app, { unit }) {
    const saved = await saveChoices(app, { unit: unit.trim() });
    if (!saved.ok) return saved;
    await refreshCheck(app);
    return ok(strings.unitSet({ unit: unit.trim() }));
  },
};

/** 检查口径: a built-in one by id, one of the user's own, or null to choose by the sheet. */
export const setProfile: Command<{ readonly profile: string | Profile | null }> = {
  id: "setProfile",
  label: strings.setProfile,
  async run(app, { profile }) {
    const saved = await saveChoices(app, { profile });
    if (!saved.ok) return saved;
    await refreshCheck(app);
    return ok(strings.profileSet);
  },
};

/** 表头与列: how to read one sheet, in the user's own words. */
export const setReading: Command<{ readonly sheet: string; readonly choice: ReadingChoice }> = {
  id: "setReading",
  label: strings.setReading,
  async run(app, { sheet, choice }) {
    const { reading } = app.session.get().choices;
    const saved = await saveChoices(app, { reading: { ...reading, [sheet]: choice } });
    if (!saved.ok) return saved;
    await refreshCheck(app);
    return ok(strings.readingSet);
  },
};

/** The user's own list of units; it turns on the rules that need a directory. */
export const setUnits: Command<{ readonly units: readonly string[] }> = {
  id: "setUnits",
  label: strings.setUnits,
  async run(app, { units }) {
    const names = [...new Set(units.map((name) => name.trim()).filter((name) => name !== ""))];
    const saved = await saveChoices(app, { units: names });
    if (!saved.ok) return saved;
    await refreshCheck(app);
    return ok(strings.unitsSet({ count: names.length }));
  },
};
