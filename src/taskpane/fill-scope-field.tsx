import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { fillStrings } from "../strings/fill";

/** The rows a form in 分工 can ask for. */
export type ChosenScope = "sheet" | "selection";

/** The whole sheet, or the rows selected in it. */
export function FillScopeField({ label, scope, onScope }: { readonly label: string; readonly scope: ChosenScope; readonly onScope: (scope: ChosenScope) => void }) {
  return (
    <Field label={label}>
      <RadioGroup layout="horizontal" value={scope} onChange={(_, data) => onScope(data.value === "selection" ? "selection" : "sheet")}>
        <Radio value="sheet" label={fillStrings.scopeSheet} />
        <Radio value="selection" label={fillStrings.scopeSelection} />
      </RadioGroup>
    </Field>
  );
}
