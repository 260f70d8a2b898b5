import { Button, Field, Input } from "@fluentui/react-components";
import { useEffect, useId, useState } from "react";
import { replaceUnit } from "../commands";
import { fillStrings } from "../strings/fill";
import { FillScopeField, type ChosenScope } from "./fill-scope-field";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";

/** 换处室: a 处室 said on the telephone that another one is responsible. The names of the sheet are offered. */
export function ReplaceUnitForm() {
  const layout = useLayout();
  const { run } = useApp();
  const { busy } = useSession();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [scope, setScope] = useState<ChosenScope>("sheet");
  const names = useUnitNames();
  const listId = useId();
  const isReady = from.trim() !== "" && to.trim() !== "" && from.trim() !== to.trim();
  return (
    <form
      className={layout.section}
      aria-label={fillStrings.replace}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void run(replaceUnit, { from, to, scope });
      }}
    >
      <h2 className={layout.title}>{fillStrings.replace}</h2>
      <p className={layout.quiet}>{fillStrings.replaceTip}</p>
      <Field label={fillStrings.replaceFrom}>
        <Input value={from} input={{ list: listId }} onChange={(_, data) => setFrom(data.value)} />
      </Field>
      <Field label={fillStrings.replaceTo}>
        <Input value={to} input={{ list: listId }} onChange={(_, data) => setTo(data.value)} />
      </Field>
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <FillScopeField label={fillStrings.replaceScope} scope={scope} onScope={setScope} />
      <div className={layout.row}>
        <Button type="submit" size="small" disabled={busy !== null || !isReady}>
          {fillStrings.replaceDo}
        </Button>
      </div>
    </form>
  );
}

/** The units the ledger at hand names; none before it was checked. */
function useUnitNames(): readonly string[] {
  const { app } = useApp();
  const { check } = useSession();
  const [names, setNames] = useState<readonly string[]>([]);
  const ledger = check?.outcome.result.ledger;
  useEffect(() => {
    if (ledger === undefined) return undefined;
    let isCurrent = true;
    // A worker that was ended on cancelling leaves the field without proposals; it can be typed into all the same.
    app.engine.unitNames(ledger).then(
      (found) => {
        if (isCurrent) setNames(found);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [app, ledger]);
  return names;
}
