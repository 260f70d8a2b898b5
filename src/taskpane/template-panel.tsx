import { Button } from "@fluentui/react-components";
import { forgetRules, saveTemplate } from "../commands";
import { fillStrings } from "../strings/fill";
import { ConfirmButton } from "./confirm-button";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";

/** 存成模板: the division of this sheet, or what was chosen before, as a small file; and forgetting what was chosen. */
export function TemplatePanel() {
  const layout = useLayout();
  const { run } = useApp();
  const { busy, choices } = useSession();
  const kept = choices.templateRules.length;
  return (
    <section className={layout.section} aria-label={fillStrings.save}>
      <h2 className={layout.title}>{fillStrings.save}</h2>
      <p className={layout.quiet}>{fillStrings.saveTip}</p>
      <div className={layout.row}>
        <Button size="small" disabled={busy !== null} onClick={() => void run(saveTemplate, { kind: "ledger" })}>
          {fillStrings.saveLedger}
        </Button>
        {kept > 0 && (
          <Button size="small" disabled={busy !== null} onClick={() => void run(saveTemplate, { kind: "kept" })}>
            {fillStrings.saveKept}
          </Button>
        )}
      </div>
      {kept > 0 && (
        <>
          <p className={layout.quiet}>{fillStrings.keptCount({ count: kept })}</p>
          <div className={layout.row}>
            <ConfirmButton label={fillStrings.forget} question={fillStrings.forgetAsk} yes={fillStrings.forgetYes} disabled={busy !== null} onConfirm={() => void run(forgetRules, undefined)} />
          </div>
        </>
      )}
    </section>
  );
}
