import { Button } from "@fluentui/react-components";
import { collectAnswers, splitByUnit, splitToWorkbook } from "../commands";
import { fillStrings } from "../strings/fill";
import { FileButton, WORKBOOK_TYPES } from "./file-button";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";

/** 按单位拆分 and the way back: lists go out, answers come in. */
export function SplitPanel() {
  const layout = useLayout();
  const { run } = useApp();
  const { busy } = useSession();
  return (
    <section className={layout.section} aria-label={fillStrings.split}>
      <h2 className={layout.title}>{fillStrings.split}</h2>
      <p className={layout.quiet}>{fillStrings.splitTip}</p>
      <div className={layout.row}>
        <Button size="small" disabled={busy !== null} onClick={() => void run(splitByUnit, undefined)}>
          {fillStrings.splitSheet}
        </Button>
        <Button size="small" disabled={busy !== null} onClick={() => void run(splitToWorkbook, undefined)}>
          {fillStrings.splitBook}
        </Button>
      </div>
      <p className={layout.quiet}>{fillStrings.splitBookTip}</p>
      <h3 className={layout.title}>{fillStrings.collect}</h3>
      <p className={layout.quiet}>{fillStrings.collectTip}</p>
      <div className={layout.row}>
        <FileButton size="small" label={fillStrings.collectFiles} accept={WORKBOOK_TYPES} onFiles={(files) => void run(collectAnswers, { kind: "files", files })} />
        <Button size="small" disabled={busy !== null} onClick={() => void run(collectAnswers, { kind: "sheet" })}>
          {fillStrings.collectSheet}
        </Button>
      </div>
    </section>
  );
}
