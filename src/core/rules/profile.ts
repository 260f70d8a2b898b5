import type { Field } from "../ledger/fields";
import type { Severity } from "./rule";

/**
 * 检查口径: which columns a sheet must have, and at which level each rule speaks. Chosen by what the sheet looks like,
 * changed by the user, kept with the file, exported as one small JSON file for a whole office.
 */
export interface Profile {
  /** "public-affairs", "division", "rectification", "supervision", "general", or the user's own. */
  readonly id: string;
  /** 政务公开任务台账. */
  readonly name: string;
  /** Each entry is satisfied by any of its fields: [["units","leadUnits"],["deadline"]]. */
  readonly requiredColumns: readonly (readonly Field[])[];
  /** Levels that differ from the rules' own; "off" turns a rule off. */
  readonly levels: Readonly<Record<string, Severity | "off">>;
  /** Deadline wordings this office takes as right although they name no day. */
  readonly allowedDeadlines: readonly string[];
}
