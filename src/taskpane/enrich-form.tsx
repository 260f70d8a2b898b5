import { Button, Checkbox, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { enrichSheet } from "../commands";
import { ENRICHMENTS, type Enrichment } from "../core/fill/enrichment";
import { columnLetters } from "../core/grid/address";
import type { Ledger } from "../core/ledger/ledger";
import { fillStrings } from "../strings/fill";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";

const RIGHT = "";

/** 整理与加列: each a switch; new columns go right of the table or of a column chosen. */
export function EnrichForm() {
  const layout = useLayout();
  const { run } = useApp();
  const { busy, check } = useSession();
  const [names, setNames] = useState<ReadonlySet<Enrichment>>(new Set());
  const [after, setAfter] = useState(RIGHT);
  const columns = check === null ? [] : columnsOf(check.outcome.result.ledger);
  const place = columns.some(({ column }) => String(column) === after) ? after : RIGHT;
  return (
    <section className={layout.section} aria-label={fillStrings.enrich}>
      <h2 className={layout.title}>{fillStrings.enrich}</h2>
      <p className={layout.quiet}>{fillStrings.enrichTip}</p>
      <div>
        {ENRICHMENTS.map((name) => (
          <div key={name}>
            <Checkbox
              label={fillStrings.enrichments[name]}
              checked={names.has(name)}
              onChange={(_, data) => {
                const next = new Set(names);
                if (data.checked === true) next.add(name);
                else next.delete(name);
                setNames(next);
              }}
            />
          </div>
        ))}
      </div>
      {columns.length > 0 && (
        <Field label={fillStrings.enrichPlace}>
          <Select size="small" value={place} onChange={(_, data) => setAfter(data.value)}>
            <option value={RIGHT}>{fillStrings.enrichRight}</option>
            {columns.map(({ column, label }) => (
              <option key={column} value={column}>
                {fillStrings.enrichAfter({ letters: columnLetters(column), label })}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className={layout.row}>
        <Button
          size="small"
          disabled={busy !== null || names.size === 0}
          onClick={() => {
            setNames(new Set());
            void run(enrichSheet, { names: ENRICHMENTS.filter((name) => names.has(name)), after: place === RIGHT ? null : Number(place) });
          }}
        >
          {fillStrings.enrichDo}
        </Button>
      </div>
    </section>
  );
}

/** The table's columns in the sheet's order, each with its label. */
function columnsOf({ blocks, columns }: Ledger): { readonly column: number; readonly label: string }[] {
  const labels = blocks[0]?.labels ?? new Map<number, string>();
  return [...new Set([...labels.keys(), ...Object.values(columns)])].sort((a, b) => a - b).map((column) => ({ column, label: labels.get(column) ?? "" }));
}
