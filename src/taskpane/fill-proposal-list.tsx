import { Button, Checkbox, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { applyFill } from "../commands";
import type { FillConfidence, FillItem, FillProposal, FillSkip } from "../core/fill/fill-proposal";
import { fillStrings } from "../strings/fill";
import { BeforeAfter } from "./edit-preview";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";
import { VirtualList } from "./virtual-list";

const useStyles = makeStyles({
  item: { paddingBlock: "8px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  inner: { marginLeft: "32px" },
});

const CONFIDENCES = ["sure", "probable", "choose"] as const satisfies readonly FillConfidence[];

/** What 套用分工 would write, before it is written: accept one, a group, or what is ticked. Sure ones are ticked from the start. */
export function FillProposalList({ proposal }: { readonly proposal: FillProposal }) {
  const layout = useLayout();
  const { app, run } = useApp();
  const { busy } = useSession();
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());

  const section = useRef<HTMLElement>(null);
  const { notes } = proposal;
  // What was asked for further down the pane is answered up here. Accepting items keeps the notes, so that it does not jump.
  useEffect(() => {
    // A newer browser gives a promise back, which an effect would take for its cleanup.
    void section.current?.scrollIntoView({ block: "start" });
  }, [notes]);

  const verb = fillStrings.accept[proposal.kind];
  const isTicked = ({ id, confidence }: FillItem) => (confidence === "sure" ? !unticked.has(id) : ticked.has(id));
  const isReady = (item: FillItem) => item.after !== "" || chosen[item.id] !== undefined;
  const accept = (items: readonly FillItem[]) => {
    const ready = items.filter(isReady);
    const choices = Object.fromEntries(ready.flatMap(({ id }) => (chosen[id] === undefined ? [] : [[id, chosen[id]]])));
    void run(applyFill, { itemIds: ready.map(({ id }) => id), choices, keepRules: ready.map(({ id }) => id).filter((id) => kept.has(id)) });
  };
  const tick = (item: FillItem, on: boolean) => {
    const [set, change] = item.confidence === "sure" ? ([unticked, setUnticked] as const) : ([ticked, setTicked] as const);
    change(withMember(set, item.id, on !== (item.confidence === "sure")));
  };
  const selected = proposal.items.filter((item) => isTicked(item) && isReady(item));

  return (
    <section ref={section} className={layout.section} aria-label={fillStrings.listLabel}>
      <p className={layout.text} role="status">
        {proposal.items.length === 0 ? fillStrings.noneFound[proposal.kind]({ source: proposal.source }) : fillStrings.from[proposal.kind]({ source: proposal.source, count: proposal.items.length })}
      </p>
      {proposal.notes.map((note) => (
        <p key={note} className={layout.quiet}>
          {note}
        </p>
      ))}
      {proposal.items.length > 0 && (
        <div className={layout.row}>
          <Button appearance="primary" disabled={busy !== null || selected.length === 0} onClick={() => accept(selected)}>
            {fillStrings.acceptAll({ count: selected.length, verb })}
          </Button>
          <Button appearance="subtle" disabled={busy !== null} onClick={() => app.session.update({ proposal: null })}>
            {fillStrings.drop}
          </Button>
        </div>
      )}
      {CONFIDENCES.map((confidence) => {
        const items = proposal.items.filter((item) => item.confidence === confidence);
        const ready = items.filter(isReady);
        return items.length === 0 ? null : (
          <section key={confidence} className={layout.stack} aria-label={fillStrings.confidence[confidence]}>
            <div className={layout.row}>
              <h2 className={layout.title}>{fillStrings.groupCount({ name: fillStrings.confidence[confidence], count: items.length })}</h2>
              <span className={layout.quiet}>{fillStrings.confidenceHint[confidence]}</span>
              {ready.length > 0 && (
                <Button size="small" disabled={busy !== null} onClick={() => accept(ready)}>
                  {fillStrings.acceptGroup({ count: ready.length, verb })}
                </Button>
              )}
            </div>
            <VirtualList
              items={items}
              keyOf={({ id }) => id}
              estimate={170}
              label={fillStrings.confidence[confidence]}
              className={layout.list}
              render={(item) => (
                <ItemLine
                  item={item}
                  sheet={proposal.sheet}
                  verb={verb}
                  ticked={isTicked(item)}
                  value={chosen[item.id]}
                  kept={proposal.kind === "template" ? kept.has(item.id) : null}
                  onTick={(on) => tick(item, on)}
                  onChoose={(value) => {
                    setChosen(withChoice(chosen, item.id, value));
                    if (value !== "" && !isTicked(item)) tick(item, true);
                  }}
                  onKeep={(on) => setKept(withMember(kept, item.id, on))}
                  onAccept={() => accept([item])}
                />
              )}
            />
          </section>
        );
      })}
      <Skipped skipped={proposal.skipped} />
    </section>
  );
}

function ItemLine(props: {
  readonly item: FillItem;
  readonly sheet: string;
  /** What accepting is called. */
  readonly verb: string;
  readonly ticked: boolean;
  readonly value: string | undefined;
  /** Whether the choice is kept as a rule; null where that makes no sense. */
  readonly kept: boolean | null;
  readonly onTick: (on: boolean) => void;
  readonly onChoose: (value: string) => void;
  readonly onKeep: (on: boolean) => void;
  readonly onAccept: () => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const { app } = useApp();
  const { busy } = useSession();
  const { item } = props;
  const place = { row: item.sheetRow + 1, field: item.label };
  const after = props.value ?? item.after;
  return (
    <div className={`${layout.tight} ${styles.item}`}>
      <Checkbox label={fillStrings.place(place)} aria-label={fillStrings.select(place)} checked={props.ticked} onChange={(_, data) => props.onTick(data.checked === true)} />
      <div className={`${layout.tight} ${styles.inner}`}>
        <p className={layout.quiet}>{item.about}</p>
        {after !== "" && <BeforeAfter before={item.before} after={after} />}
        {item.choices.length > 1 && (
          <Select size="small" aria-label={fillStrings.choose(place)} value={after} onChange={(_, data) => props.onChoose(data.value)}>
            <option value="">{fillStrings.notChosen}</option>
            {item.choices.map(({ value, reason }) => (
              <option key={value} value={value} title={reason}>
                {value}
              </option>
            ))}
          </Select>
        )}
        {props.value !== undefined && props.kept !== null && <Checkbox label={fillStrings.keepRule} aria-label={fillStrings.keepRuleLabel(place)} checked={props.kept} onChange={(_, data) => props.onKeep(data.checked === true)} />}
        <p className={layout.quiet}>{item.choices.find(({ value }) => value === after)?.reason ?? item.reason}</p>
        <div className={layout.row}>
          <Button size="small" disabled={busy !== null || after === ""} onClick={props.onAccept}>
            {props.verb}
          </Button>
          <Button size="small" appearance="subtle" disabled={busy !== null} onClick={() => void app.workbook.select(props.sheet, item.at)}>
            {fillStrings.jump}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Skipped({ skipped }: { readonly skipped: readonly FillSkip[] }) {
  const layout = useLayout();
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  return reasons.map((reason) => (
    <p key={reason} className={layout.quiet}>
      {fillStrings.skipped({ count: skipped.filter((skip) => skip.reason === reason).length, reason: fillStrings.skipReasons[reason] })}
    </p>
  ));
}

function withMember(set: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}

function withChoice(chosen: Readonly<Record<string, string>>, id: string, value: string): Readonly<Record<string, string>> {
  const others = Object.entries(chosen).filter(([other]) => other !== id);
  return Object.fromEntries(value === "" ? others : [...others, [id, value]]);
}
