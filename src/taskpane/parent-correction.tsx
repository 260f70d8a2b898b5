import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { correctParent } from "../commands";
import type { Field as LedgerField } from "../core/ledger/fields";
import type { ParentCorrection, ParentDocument } from "../core/parent/parent-document";
import { failureSentence } from "../strings/failures";
import { matchStrings } from "../strings/match";
import { paneStrings } from "../strings/pane";
import { settingsStrings } from "../strings/settings";
import { ColumnChoices, chosenColumns } from "./column-choices";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";

/** What was read of a parent, to be set right: its columns, 文号, year and date. It is then read again so. */
export function ParentCorrectionForm({ parent, onClose }: { readonly parent: ParentDocument; readonly onClose: () => void }) {
  const layout = useLayout();
  const { run } = useApp();
  const { busy } = useSession();
  const columns = parent.layout ?? [];
  const read = new Map(columns.flatMap(({ column, field }) => (field === null ? [] : [[column, field] as const])));
  const [fields, setFields] = useState<ReadonlyMap<number, LedgerField>>(read);
  const [docNumber, setDocNumber] = useState(parent.docNumber);
  const [year, setYear] = useState(parent.year === null ? "" : String(parent.year));
  const [issued, setIssued] = useState(parent.issued ?? "");

  if (parent.correctable !== true) return <p className={layout.text}>{failureSentence({ from: "command", failure: { code: "parent-not-kept" } })}</p>;

  const isMoved = columns.some(({ column }) => fields.get(column) !== read.get(column));
  const correction: ParentCorrection = {
    ...parent.correction,
    ...(isMoved && { columns: { ...parent.correction?.columns, ...chosenColumns(read, fields) } }),
    ...(docNumber.trim() !== parent.docNumber && { docNumber: docNumber.trim() }),
    ...(Number(year) >= 1900 && Number(year) !== parent.year && { year: Number(year) }),
    ...(issued !== "" && issued !== parent.issued && { issued }),
  };
  const save = async (wanted: ParentCorrection) => {
    const outcome = await run(correctParent, { fingerprint: parent.fingerprint, correction: wanted });
    if (outcome?.ok === true) onClose();
  };
  return (
    <form
      className={layout.stack}
      aria-label={matchStrings.correct}
      onSubmit={(event) => {
        event.preventDefault();
        void save(correction);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      {columns.length > 0 && (
        <>
          <p className={layout.quiet}>{matchStrings.correctColumns}</p>
          <ColumnChoices columns={columns.map(({ column, label, example }) => ({ column, name: matchStrings.sourceColumn({ number: column + 1, label }), example }))} fields={fields} onChange={setFields} />
        </>
      )}
      <Field label={matchStrings.docNumber} size="small">
        <Input size="small" value={docNumber} onChange={(_, data) => setDocNumber(data.value)} />
      </Field>
      <Field label={matchStrings.year} size="small">
        <Input size="small" type="number" min={1900} max={2200} value={year} onChange={(_, data) => setYear(data.value)} />
      </Field>
      <Field label={matchStrings.issuedOn} size="small">
        <Input size="small" type="date" value={issued} onChange={(_, data) => setIssued(data.value)} />
      </Field>
      <div className={layout.row}>
        <Button type="submit" size="small" appearance="primary" disabled={busy !== null || JSON.stringify(correction) === JSON.stringify(parent.correction ?? {})}>
          {matchStrings.readAgain}
        </Button>
        {parent.correction !== undefined && (
          <Button size="small" disabled={busy !== null} onClick={() => void save({})}>
            {settingsStrings.readingReset}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {paneStrings.cancel}
        </Button>
      </div>
    </form>
  );
}
