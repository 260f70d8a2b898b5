import { Select, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { FIELDS, type Field } from "../core/ledger/fields";
import type { ChosenColumns } from "../core/ledger/ledger";
import { fieldName } from "../strings/pane";
import { settingsStrings } from "../strings/settings";
import { NARROWEST } from "./layout";

/** A column of a table as the user knows it. */
export interface ColumnNamed {
  readonly column: number;
  /** B列“具体要求”. */
  readonly name: string;
  /** The first words below the header; "" for none. */
  readonly example: string;
}

const useStyles = makeStyles({
  columns: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(140px, 45%)", gap: "8px", alignItems: "center", [NARROWEST]: { gridTemplateColumns: "minmax(0, 1fr)" } },
  name: { fontSize: tokens.fontSizeBase200, lineHeight: "18px", overflowWrap: "anywhere" },
  example: { display: "block", color: tokens.colorNeutralForeground2, whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis" },
  select: { minWidth: 0 },
});

/** Which column is what, one choice a column. A field stands in one column only: the one it was in gives it up. */
export function ColumnChoices(props: { readonly columns: readonly ColumnNamed[]; readonly fields: ReadonlyMap<number, Field>; readonly onChange: (fields: ReadonlyMap<number, Field>) => void }) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.columns}>
      {props.columns.map(({ column, name, example }) => [
        <label key={`name ${column}`} htmlFor={`${id}${column}`} className={styles.name}>
          {name}
          {example !== "" && (
            <span className={styles.example} aria-hidden title={example}>
              {example}
            </span>
          )}
        </label>,
        <Select
          key={column}
          id={`${id}${column}`}
          size="small"
          className={styles.select}
          value={props.fields.get(column) ?? ""}
          onChange={(_, data) => {
            const next = new Map([...props.fields].filter(([other, field]) => other !== column && field !== data.value));
            if (data.value !== "") next.set(column, data.value as Field);
            props.onChange(next);
          }}
        >
          <option value="">{settingsStrings.columnNone}</option>
          {FIELDS.map((field) => (
            <option key={field} value={field}>
              {fieldName(field)}
            </option>
          ))}
        </Select>,
      ])}
    </div>
  );
}

/** What the user chose, for the reader: every column named, and the fields that had a column and now have none. */
export function chosenColumns(before: ReadonlyMap<number, Field>, after: ReadonlyMap<number, Field>): ChosenColumns {
  const named = new Set(after.values());
  const gone = [...before.values()].filter((field) => !named.has(field));
  return Object.fromEntries([...gone.map((field) => [field, null] as const), ...[...after].map(([column, field]) => [field, column] as const)]);
}
