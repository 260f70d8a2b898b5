import { Button, Field, Input, Link, Select } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { checkSheet, clearKeptData, copyDiagnostics, setProfile, setReading } from "../commands";
import { columnLetters } from "../core/grid/address";
import type { Field as LedgerField } from "../core/ledger/fields";
import type { Ledger, ReadingChoice } from "../core/ledger/ledger";
import { exportProfile, importProfile, profiles } from "../core/rules/profiles";
import { strings as commandStrings } from "../strings/commands";
import { failureSentence } from "../strings/failures";
import { settingsStrings } from "../strings/settings";
import { ColumnChoices, chosenColumns } from "./column-choices";
import { ConfirmButton } from "./confirm-button";
import { FileButton } from "./file-button";
import { useLayout } from "./layout";
import { RuleList } from "./rule-pages";
import { UnitField } from "./unit-field";
import { useApp, useSession } from "./use-app";

/** 设置. */
export function SettingsView() {
  const layout = useLayout();
  const { run, host } = useApp();
  const { busy, trace, check, sheet, choices } = useSession();
  const [rulesShown, setRulesShown] = useState(false);
  const reading = choices.reading[check?.outcome.result.sheet ?? sheet];
  return (
    <div className={layout.view}>
      <UnitField hint={settingsStrings.unitHint} />
      <ProfileSetting />
      <section className={layout.section} aria-label={settingsStrings.reading}>
        <h2 className={layout.title}>{settingsStrings.reading}</h2>
        {check === null ? (
          <>
            <p className={layout.quiet}>{settingsStrings.readingNeedsCheck}</p>
            <HeaderRow key={`${sheet} ${reading?.headerRow ?? ""}`} sheet={sheet} reading={reading} />
          </>
        ) : (
          <ReadingSetting key={`${check.outcome.result.sheet} ${check.time.getTime()}`} ledger={check.outcome.result.ledger} reading={reading} />
        )}
      </section>
      <section className={layout.section} aria-label={settingsStrings.rules}>
        <h2 className={layout.title}>{settingsStrings.rules}</h2>
        {rulesShown ? (
          <RuleList />
        ) : (
          <div>
            <Link as="button" onClick={() => setRulesShown(true)}>
              {settingsStrings.showRules}
            </Link>
          </div>
        )}
      </section>
      <section className={layout.section} aria-label={settingsStrings.kept}>
        <h2 className={layout.title}>{settingsStrings.kept}</h2>
        <p className={layout.quiet}>{settingsStrings.keptHint}</p>
        <div className={layout.row}>
          <ConfirmButton label={settingsStrings.clearKept} question={settingsStrings.clearAsk} yes={settingsStrings.clearYes} disabled={busy !== null} onConfirm={() => void run(clearKeptData, undefined)} />
        </div>
      </section>
      <section className={layout.section} aria-label={settingsStrings.diagnostics}>
        <h2 className={layout.title}>{settingsStrings.diagnostics}</h2>
        <p className={layout.quiet}>{settingsStrings.diagnosticsHint}</p>
        <div className={layout.row}>
          <Button size="small" disabled={busy !== null} onClick={() => void run(copyDiagnostics, undefined)}>
            {settingsStrings.copyDiagnostics}
          </Button>
          {host.guide !== undefined && (
            <Link href={host.guide} target="_blank" rel="noopener">
              {settingsStrings.openGuide}
            </Link>
          )}
        </div>
        <ul className={layout.list}>
          {trace.length === 0 && <li className={layout.quiet}>{settingsStrings.traceEmpty}</li>}
          {trace.slice(0, 10).map((entry) => (
            <li key={`${entry.time} ${entry.commandId}`} className={layout.quiet}>
              {settingsStrings.traceLine({ command: commandLabel(entry.commandId), milliseconds: entry.milliseconds, roundTrips: entry.roundTrips, failure: entry.failure })}
            </li>
          ))}
        </ul>
        <p className={layout.quiet}>{settingsStrings.privacy}</p>
      </section>
    </div>
  );
}

/** A command as its button calls it; one without a button by its name. */
function commandLabel(id: string): string {
  const label: unknown = (commandStrings as Readonly<Record<string, unknown>>)[id];
  return typeof label === "string" ? label : id;
}

const AUTO = "auto";
const OWN = "own";

function ProfileSetting() {
  const layout = useLayout();
  const { app, run } = useApp();
  const { choices, check, busy } = useSession();
  const [problem, setProblem] = useState("");
  const { profile } = choices;
  const value = profile === null ? AUTO : typeof profile === "string" ? profile : OWN;
  const inUse = check?.outcome.profile;
  return (
    <section className={layout.section} aria-label={settingsStrings.profile}>
      <Field
        label={settingsStrings.profile}
        hint={inUse === undefined ? settingsStrings.profileHint : settingsStrings.profileInUse({ name: inUse.name })}
        {...(problem === "" ? {} : { validationState: "error", validationMessage: problem })}
      >
        <Select value={value} disabled={busy !== null} onChange={(_, data) => data.value !== OWN && void run(setProfile, { profile: data.value === AUTO ? null : data.value })}>
          <option value={AUTO}>{settingsStrings.profileAuto}</option>
          {profiles.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {profile !== null && typeof profile !== "string" && <option value={OWN}>{settingsStrings.profileOwn({ name: profile.name })}</option>}
        </Select>
      </Field>
      <div className={layout.row}>
        <FileButton
          size="small"
          accept=".json"
          label={settingsStrings.profileImport}
          onFile={(bytes) => {
            const read = importProfile(new TextDecoder().decode(bytes));
            setProblem(read.ok ? "" : failureSentence({ from: "command", failure: { code: "profile-invalid", detail: read.error.detail } }));
            if (read.ok) void run(setProfile, { profile: read.value });
          }}
        />
        {inUse !== undefined && (
          <Button
            size="small"
            onClick={() => app.saveText(exportProfile(inUse), settingsStrings.profileFile({ name: inUse.name }))}
          >
            {settingsStrings.profileExport}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Before anything could be read: the user names the header's row. */
function HeaderRow({ sheet, reading }: { readonly sheet: string; readonly reading: ReadingChoice | undefined }) {
  const layout = useLayout();
  const { run } = useApp();
  const { busy, listing } = useSession();
  const [row, setRow] = useState(reading?.headerRow === undefined ? "" : String(reading.headerRow + 1));
  const number = Number(row);
  const input = useRef<HTMLInputElement>(null);
  // From 我来指定表头 the user comes for this field; after the pane has put the view where it was left.
  useEffect(() => {
    if (listing !== "header") return undefined;
    const frame = requestAnimationFrame(() => input.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [listing]);
  // Only reading the sheet shows whether that row is a header.
  const apply = async () => {
    const set = await run(setReading, { sheet, choice: { ...reading, headerRow: number - 1 } });
    if (set?.ok === true) await run(checkSheet, undefined);
  };
  return (
    <form
      className={layout.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <Field label={settingsStrings.headerRow}>
        <Input input={{ ref: input }} type="number" min={1} value={row} onChange={(_, data) => setRow(data.value)} />
      </Field>
      <div className={layout.row}>
        <Button type="submit" size="small" disabled={busy !== null || sheet === "" || !(number >= 1)}>
          {settingsStrings.readingApply}
        </Button>
      </div>
    </form>
  );
}

/** 表头与列: which column is what, as read, to be set right. */
function ReadingSetting({ ledger, reading }: { readonly ledger: Ledger; readonly reading: ReadingChoice | undefined }) {
  const layout = useLayout();
  const { run } = useApp();
  const { busy } = useSession();
  const block = ledger.blocks[0];
  const labels = block?.labels ?? new Map<number, string>();
  const columns = [...new Set([...labels.keys(), ...Object.values(ledger.columns)])].sort((a, b) => a - b);
  const read = new Map(Object.entries(ledger.columns).map(([field, column]) => [column, field as LedgerField]));
  const [fields, setFields] = useState<ReadonlyMap<number, LedgerField>>(read);
  const [row, setRow] = useState(String((reading?.headerRow ?? block?.header?.last ?? 0) + 1));
  const [year, setYear] = useState(reading?.year === undefined ? "" : String(reading.year));
  const save = () => {
    const headerRow = Number(row) - 1;
    const changed = columns.some((column) => fields.get(column) !== read.get(column));
    const choice: ReadingChoice = {
      ...(reading?.table === undefined ? {} : { table: reading.table }),
      ...(Number(row) >= 1 && (headerRow !== block?.header?.last || reading?.headerRow !== undefined) ? { headerRow } : {}),
      ...(changed || reading?.columns !== undefined ? { columns: { ...reading?.columns, ...chosenColumns(read, fields) } } : {}),
      ...(Number(year) >= 1900 ? { year: Number(year) } : {}),
    };
    void run(setReading, { sheet: ledger.sheet, choice });
  };
  return (
    <form
      className={layout.stack}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className={layout.quiet}>{settingsStrings.readingHint}</p>
      <Field label={settingsStrings.headerRow}>
        <Input type="number" min={1} value={row} onChange={(_, data) => setRow(data.value)} />
      </Field>
      <ColumnChoices
        columns={columns.map((column) => ({ column, name: settingsStrings.column({ letters: columnLetters(column), label: labels.get(column) ?? "" }), example: firstTextOf(ledger, read.get(column)) }))}
        fields={fields}
        onChange={setFields}
      />
      <Field label={settingsStrings.year} hint={settingsStrings.yearHint}>
        <Input type="number" min={1900} max={2200} value={year} onChange={(_, data) => setYear(data.value)} />
      </Field>
      <div className={layout.row}>
        <Button type="submit" size="small" appearance="primary" disabled={busy !== null}>
          {settingsStrings.readingApply}
        </Button>
        {reading !== undefined && (
          <Button size="small" disabled={busy !== null} onClick={() => void run(setReading, { sheet: ledger.sheet, choice: {} })}>
            {settingsStrings.readingReset}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The first words of a column that was read, to know it by. */
function firstTextOf(ledger: Ledger, field: LedgerField | undefined): string {
  return field === undefined ? "" : (ledger.rows.map(({ cells }) => cells[field]?.text ?? "").find((text) => text !== "") ?? "");
}
