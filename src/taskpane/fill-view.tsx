import { Button, Checkbox, Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import { enrichSheet, fillUnits, splitByUnit } from "../commands";
import type { FillChoice } from "../commands/fill-units";
import { ENRICHMENTS, type Enrichment } from "../core/fill/enrichment";
import { fillStrings } from "../strings/fill";
import { FileButton, WORKBOOK_TYPES } from "./file-button";
import { FillProposalList } from "./fill-proposal-list";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";

/** The sheet staff keep their own division in; the command looks for the same name. */
type Source = "file" | "sheet" | "parent" | "kept";

/** 分工: choose where the answers come from, see what would be filled, accept. */
export function FillView() {
  const layout = useLayout();
  const { run } = useApp();
  const { proposal, busy } = useSession();
  return (
    <div className={layout.view}>
      {proposal === null && <p className={layout.text}>{fillStrings.nothing}</p>}
      <SourceForm />
      {proposal !== null && <FillProposalList key={proposal.source} proposal={proposal} />}
      <section className={layout.section} aria-label={fillStrings.split}>
        <div className={layout.row}>
          <Button size="small" disabled={busy !== null} onClick={() => void run(splitByUnit, undefined)}>
            {fillStrings.split}
          </Button>
          <span className={layout.quiet}>{fillStrings.splitTip}</span>
        </div>
      </section>
      <EnrichForm />
    </div>
  );
}

function SourceForm() {
  const layout = useLayout();
  const { run } = useApp();
  const { parents, choices, busy } = useSession();
  const [source, setSource] = useState<Source>("file");
  const [all, setAll] = useState(false);
  const [scope, setScope] = useState<"sheet" | "selection">("sheet");
  const propose = (choice: FillChoice) => void run(fillUnits, { source: choice, all, scope });
  const needsParent = source === "parent" && parents.length === 0;
  return (
    <section className={layout.stack} aria-label={fillStrings.sourceTitle}>
      <Field label={fillStrings.sourceTitle} {...(needsParent ? { validationState: "warning", validationMessage: fillStrings.needParent } : {})}>
        <RadioGroup value={source} onChange={(_, data) => setSource(data.value as Source)}>
          <Radio value="file" label={fillStrings.sources.file} />
          <Radio value="sheet" label={fillStrings.sources.sheet} />
          <Radio value="parent" label={fillStrings.sources.parent} />
          {choices.templateRules.length > 0 && <Radio value="kept" label={fillStrings.sources.kept} />}
        </RadioGroup>
      </Field>
      <Field label={fillStrings.scopeTitle}>
        <RadioGroup layout="horizontal" value={scope} onChange={(_, data) => setScope(data.value === "selection" ? "selection" : "sheet")}>
          <Radio value="sheet" label={fillStrings.scopeSheet} />
          <Radio value="selection" label={fillStrings.scopeSelection} />
        </RadioGroup>
      </Field>
      <Field hint={fillStrings.allHint}>
        <Checkbox label={fillStrings.all} checked={all} onChange={(_, data) => setAll(data.checked === true)} />
      </Field>
      <div className={layout.row}>
        {source === "file" ? (
          <FileButton appearance="primary" label={fillStrings.pickFile} accept={`${WORKBOOK_TYPES},.json`} onFile={(bytes, fileName) => propose({ kind: "file", bytes, fileName })} />
        ) : (
          <Button appearance="primary" disabled={busy !== null || needsParent} onClick={() => propose({ kind: source })}>
            {fillStrings.propose}
          </Button>
        )}
      </div>
    </section>
  );
}

function EnrichForm() {
  const layout = useLayout();
  const { run } = useApp();
  const { busy } = useSession();
  const [names, setNames] = useState<ReadonlySet<Enrichment>>(new Set());
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
      <div className={layout.row}>
        <Button
          size="small"
          disabled={busy !== null || names.size === 0}
          onClick={() => {
            setNames(new Set());
            void run(enrichSheet, { names: ENRICHMENTS.filter((name) => names.has(name)) });
          }}
        >
          {fillStrings.enrichDo}
        </Button>
      </div>
    </section>
  );
}
