import { Button, Link, ToggleButton } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { draftLedger, matchParent, writeMatchSheet } from "../commands";
import type { CheckState } from "../commands/session";
import type { ParentDocument } from "../core/parent/parent-document";
import { checkStrings } from "../strings/check";
import { matchStrings } from "../strings/match";
import { clock } from "./clock";
import { compare, PILES, type Pile } from "./comparison";
import { ComparedLine } from "./compared-line";
import { useLayout } from "./layout";
import { ParentChooser } from "./parent-chooser";
import { ParentSummary } from "./parent-summary";
import { UnitField } from "./unit-field";
import { useApp, useSession } from "./use-app";
import { VirtualList } from "./virtual-list";

/** Rules whose findings the piles of 对照 are made of. */
const LOOSENED: ReadonlySet<string> = new Set(["deadline-not-later"]);
const MISSING: ReadonlySet<string> = new Set(["task-answered"]);

/** 对照: choose the parent, see what was read, then rows beside tasks. */
export function MatchView() {
  const layout = useLayout();
  const { run } = useApp();
  const { parents, check, choices, busy } = useSession();
  const bindings = check?.outcome.bindings ?? null;
  return (
    <div className={layout.view}>
      {parents.map((parent, index) => (
        <ParentSummary key={`${index} ${parent.title}`} parent={parent} index={index} bindings={parents.length === 1 ? bindings : null} />
      ))}
      <ParentChooser first={parents.length === 0} />
      {parents.length > 0 && choices.unit === "" && <UnitField hint={matchStrings.needUnit} />}
      {parents.length > 0 && (
        <div className={layout.row}>
          <Button appearance={check?.outcome.alignment ? "secondary" : "primary"} size="small" disabled={busy !== null} onClick={() => void run(matchParent, undefined)}>
            {matchStrings.run}
          </Button>
          <Button size="small" title={matchStrings.draftTip} disabled={busy !== null} onClick={() => void run(draftLedger, undefined)}>
            {matchStrings.draft}
          </Button>
          {check?.outcome.alignment && (
            <Button size="small" disabled={busy !== null} onClick={() => void run(writeMatchSheet, undefined)}>
              {matchStrings.sheetReport}
            </Button>
          )}
        </div>
      )}
      {parents.length > 0 && (check === null || check.outcome.alignment === null) && <p className={layout.quiet}>{matchStrings.needCheck}</p>}
      {check?.outcome.alignment && parents.length > 0 && <ComparisonView check={check} parents={parents} />}
    </div>
  );
}

function ComparisonView({ check, parents }: { readonly check: CheckState; readonly parents: readonly ParentDocument[] }) {
  const layout = useLayout();
  const { choices } = useSession();
  const comparison = useMemo(() => compare(check.outcome, parents, LOOSENED, MISSING), [check.outcome, parents]);
  const [pile, setPile] = useState<Pile | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  if (comparison === null) return null;
  const lines = comparison.lines.filter(({ piles }) => (pile === null ? piles.length > 0 : piles.includes(pile)));
  const some = comparison.folded.filter(({ binding }) => binding?.binding === "some").length;
  return (
    <>
      {check.stale && <p className={layout.quiet}>{checkStrings.stale({ time: clock(check.time) })}</p>}
      <div className={layout.row} role="group" aria-label={matchStrings.filtersLabel}>
        {PILES.map((name) => (
          <ToggleButton key={name} size="small" shape="circular" checked={pile === name} onClick={() => setPile(pile === name ? null : name)}>
            {matchStrings.filterChip({ name: matchStrings.filters[name], count: comparison.counts[name] })}
          </ToggleButton>
        ))}
      </div>
      {choices.unit !== "" && comparison.counts.missing === 0 && <p className={layout.text}>{matchStrings.allAnswered}</p>}
      <p className={layout.quiet} aria-live="polite">
        {lines.length === 0 ? (pile === null ? matchStrings.nothingDiffers : matchStrings.nothingHere) : matchStrings.shown({ count: lines.length })}
      </p>
      <VirtualList items={lines} keyOf={({ key }) => key} estimate={240} label={matchStrings.listLabel} className={layout.list} render={(line) => <ComparedLine line={line} />} />
      {comparison.folded.length > 0 && (
        <section className={layout.section}>
          <p className={layout.quiet}>{matchStrings.folded({ some, localities: comparison.folded.length - some })}</p>
          <div>
            <Link as="button" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
              {unfolded ? matchStrings.hideTasks : matchStrings.showFolded}
            </Link>
          </div>
          {unfolded && <VirtualList items={comparison.folded} keyOf={({ key }) => key} estimate={160} label={matchStrings.showFolded} className={layout.list} render={(line) => <ComparedLine line={line} />} />}
        </section>
      )}
    </>
  );
}
