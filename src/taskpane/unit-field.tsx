import { Button, Field, Input } from "@fluentui/react-components";
import { useId, useMemo, useState } from "react";
import { setUnit } from "../commands";
import { settingsStrings } from "../strings/settings";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";

/** 本单位: typed in, with the units the parents name as proposals. */
export function UnitField({ hint }: { readonly hint: string }) {
  const { choices } = useSession();
  return <Editor key={choices.unit} unit={choices.unit} hint={hint} />;
}

function Editor({ unit, hint }: { readonly unit: string; readonly hint: string }) {
  const layout = useLayout();
  const { run } = useApp();
  const { parents, busy } = useSession();
  const [value, setValue] = useState(unit);
  const listId = useId();
  const names = useMemo(
    () => [...new Set(parents.flatMap(({ tasks }) => tasks.flatMap(({ responsibility }) => responsibility.groups.flatMap(({ units }) => units.filter(({ collective, isPerson }) => collective === null && !isPerson).map(({ name }) => name)))))].sort((a, b) => a.localeCompare(b, "zh-CN")),
    [parents],
  );
  return (
    <form
      className={layout.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void run(setUnit, { unit: value.trim() });
      }}
    >
      <Field label={settingsStrings.unit} hint={hint}>
        <Input value={value} input={{ list: listId }} onChange={(_, data) => setValue(data.value)} />
      </Field>
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className={layout.row}>
        <Button type="submit" size="small" appearance="primary" disabled={busy !== null || value.trim() === unit}>
          {settingsStrings.save}
        </Button>
        {unit !== "" && (
          <Button size="small" disabled={busy !== null} onClick={() => void run(setUnit, { unit: "" })}>
            {settingsStrings.clear}
          </Button>
        )}
      </div>
    </form>
  );
}
