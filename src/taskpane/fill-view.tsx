import { EnrichForm } from "./enrich-form";
import { FillProposalList } from "./fill-proposal-list";
import { FillSourceForm } from "./fill-source-form";
import { useLayout } from "./layout";
import { ReplaceUnitForm } from "./replace-unit-form";
import { fillStrings } from "../strings/fill";
import { SplitPanel } from "./split-panel";
import { TemplatePanel } from "./template-panel";
import { useSession } from "./use-app";

/** 分工: choose where the answers come from, see what would be filled, accept; 换处室, 按单位拆分 and back, 加列. */
export function FillView() {
  const layout = useLayout();
  const { proposal } = useSession();
  return (
    <div className={layout.view}>
      {proposal === null && <p className={layout.text}>{fillStrings.nothing}</p>}
      <FillSourceForm />
      {proposal !== null && <FillProposalList key={proposal.source} proposal={proposal} />}
      <ReplaceUnitForm />
      <SplitPanel />
      <EnrichForm />
      <TemplatePanel />
    </div>
  );
}
