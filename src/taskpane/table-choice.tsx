import { Field, Select } from "@fluentui/react-components";
import { setReading } from "../commands";
import type { CheckOutcome } from "../commands/engine";
import { checkStrings } from "../strings/check";
import { useApp, useSession } from "./use-app";

/** Which table of the sheet is checked, where there are several. */
export function TableChoice({ outcome }: { readonly outcome: CheckOutcome }) {
  const { run } = useApp();
  const { choices, busy } = useSession();
  const { tables, result } = outcome;
  if (tables.length < 2) return null;
  const reading = choices.reading[result.sheet];
  const current = reading?.table ?? tables.find(({ first }) => first === result.ledger.first)?.number ?? 1;
  return (
    <Field label={checkStrings.chooseTable} hint={checkStrings.moreTables({ count: tables.length })} size="small">
      <Select size="small" value={String(current)} disabled={busy !== null} onChange={(_, data) => void run(setReading, { sheet: result.sheet, choice: { ...reading, table: Number(data.value) } })}>
        {tables.map((table) => (
          <option key={table.number} value={table.number}>
            {checkStrings.tableOption({ number: table.number, title: table.title, rows: table.rowCount })}
          </option>
        ))}
      </Select>
    </Field>
  );
}
