import { Button, Checkbox, Field, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useState } from "react";
import { fillUnits } from "../commands";
import type { FillChoice } from "../commands/fill-units";
import { shippedTemplates } from "../core/fill/templates";
import { fillStrings } from "../strings/fill";
import { FileButton, WORKBOOK_TYPES } from "./file-button";
import { FillScopeField, type ChosenScope } from "./fill-scope-field";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";

type Source = "file" | "sheet" | "parent" | "template" | "kept";

/** 照什么填: the source, which rows, whether filled cells too; then the list is asked for. */
export function FillSourceForm() {
  const layout = useLayout();
  const { run } = useApp();
  const { parents, choices, busy } = useSession();
  const [source, setSource] = useState<Source>("file");
  const [all, setAll] = useState(false);
  const [adapts, setAdapts] = useState(false);
  const [template, setTemplate] = useState(shippedTemplates[0]!.id);
  const [scope, setScope] = useState<ChosenScope>("sheet");
  const propose = (choice: FillChoice) => void run(fillUnits, { source: choice, all, scope });
  const needsParent = source === "parent" && parents.length === 0;
  const choiceOf = (kind: Exclude<Source, "file">): FillChoice => (kind === "parent" ? { kind, adapts } : kind === "template" ? { kind, id: template } : { kind });
  return (
    <section className={layout.stack} aria-label={fillStrings.sourceTitle}>
      <Field label={fillStrings.sourceTitle} {...(needsParent ? { validationState: "warning", validationMessage: fillStrings.needParent } : {})}>
        <RadioGroup value={source} onChange={(_, data) => setSource(data.value as Source)}>
          <Radio value="file" label={fillStrings.sources.file} />
          <Radio value="sheet" label={fillStrings.sources.sheet} />
          <Radio value="parent" label={fillStrings.sources.parent} />
          <Radio value="template" label={fillStrings.sources.template} />
          {choices.templateRules.length > 0 && <Radio value="kept" label={fillStrings.sources.kept} />}
        </RadioGroup>
      </Field>
      {source === "parent" && (
        <Field hint={fillStrings.adaptsHint}>
          <Checkbox label={fillStrings.adapts} checked={adapts} onChange={(_, data) => setAdapts(data.checked === true)} />
        </Field>
      )}
      {source === "template" && (
        <Field label={fillStrings.templateLabel} hint={fillStrings.templateHint}>
          <Select value={template} onChange={(_, data) => setTemplate(data.value)}>
            {shippedTemplates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <FillScopeField label={fillStrings.scopeTitle} scope={scope} onScope={setScope} />
      <Field hint={fillStrings.allHint}>
        <Checkbox label={fillStrings.all} checked={all} onChange={(_, data) => setAll(data.checked === true)} />
      </Field>
      <div className={layout.row}>
        {source === "file" ? (
          <FileButton appearance="primary" label={fillStrings.pickFile} accept={`${WORKBOOK_TYPES},.json`} onFile={(bytes, fileName) => propose({ kind: "file", bytes, fileName })} />
        ) : (
          <Button appearance="primary" disabled={busy !== null || needsParent} onClick={() => propose(choiceOf(source))}>
            {fillStrings.propose}
          </Button>
        )}
      </div>
    </section>
  );
}
