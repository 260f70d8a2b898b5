import { UNIT_FIELDS, type UnitField } from "../ledger/fields";
import type { LedgerRow } from "../ledger/ledger";

/**
 * What a row says in each unit column, "" where nothing. A blank that the reader filled from above counts only where the
 * row names nobody itself: a row with a 牵头单位 of its own and no 配合单位 has none.
 */
export function unitTexts({ cells }: LedgerRow): Readonly<Record<UnitField, string>> {
  const namesOwn = UNIT_FIELDS.some((field) => (cells[field]?.text ?? "") !== "" && cells[field]?.source !== "inherited");
  const textOf = (field: UnitField): string => (namesOwn && cells[field]?.source === "inherited" ? "" : (cells[field]?.text ?? ""));
  return { units: textOf("units"), leadUnits: textOf("leadUnits"), cooperateUnits: textOf("cooperateUnits"), implementUnits: textOf("implementUnits") };
}
