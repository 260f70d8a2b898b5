import { Button, Field, Select, Textarea, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { loadParent } from "../commands";
import { matchStrings } from "../strings/match";
import { paneStrings } from "../strings/pane";
import { FileButton } from "./file-button";
import { useFileDrop } from "./file-drop";
import { useLayout } from "./layout";
import { useApp, useSession } from "./use-app";

const useStyles = makeStyles({
  zone: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`, borderRadius: tokens.borderRadiusMedium, padding: "12px" },
  over: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: "2px", backgroundColor: tokens.colorBrandBackground2 },
});

/** 选上级文件: drop a file, pick one, paste a table, or take a sheet of this workbook. */
export function ParentChooser({ first }: { readonly first: boolean }) {
  const styles = useStyles();
  const layout = useLayout();
  const { run } = useApp();
  const { sheets, sheet, busy } = useSession();
  const [way, setWay] = useState<"paste" | "sheet" | null>(null);
  const take = (bytes: Uint8Array, fileName: string) => void run(loadParent, { bytes, fileName });
  const drop = useFileDrop(take);
  const others = sheets.filter((info) => info.name !== sheet && !info.ours);

  return (
    <div className={mergeClasses(layout.stack, first && styles.zone, drop.over && styles.over)} data-drop="parent" {...drop.zone}>
      {(first || drop.over) && <p className={layout.text}>{drop.over ? matchStrings.dropHere : matchStrings.noParent}</p>}
      <div className={layout.row}>
        <FileButton size="small" appearance={first ? "primary" : "secondary"} label={first ? matchStrings.pick : matchStrings.pickAnother} onFile={take} />
        <Button size="small" aria-expanded={way === "paste"} disabled={busy !== null} onClick={() => setWay(way === "paste" ? null : "paste")}>
          {matchStrings.paste}
        </Button>
        {others.length > 0 && (
          <Button size="small" aria-expanded={way === "sheet"} disabled={busy !== null} onClick={() => setWay(way === "sheet" ? null : "sheet")}>
            {matchStrings.fromSheet}
          </Button>
        )}
      </div>
      {way === "paste" && <PasteBox onClose={() => setWay(null)} />}
      {way === "sheet" && <SheetChoice names={others.map(({ name }) => name)} onClose={() => setWay(null)} />}
    </div>
  );
}

function PasteBox({ onClose }: { readonly onClose: () => void }) {
  const layout = useLayout();
  const { run } = useApp();
  const [text, setText] = useState("");
  const read = async (paste: { readonly html?: string; readonly text: string }) => {
    const outcome = await run(loadParent, { paste });
    if (outcome?.ok === true) onClose();
  };
  return (
    <div className={layout.stack}>
      <Field label={matchStrings.pasteLabel} hint={matchStrings.pasteHint}>
        <Textarea
          rows={3}
          resize="vertical"
          value={text}
          onChange={(_, data) => setText(data.value)}
          onPaste={(event) => {
            // The table is in the HTML; as plain text its cells would run together.
            const html = event.clipboardData.getData("text/html");
            if (html === "") return;
            event.preventDefault();
            const plain = event.clipboardData.getData("text/plain");
            setText(plain);
            void read({ html, text: plain });
          }}
        />
      </Field>
      <div className={layout.row}>
        <Button size="small" appearance="primary" disabled={text.trim() === ""} onClick={() => void read({ text })}>
          {matchStrings.read}
        </Button>
        <Button size="small" onClick={onClose}>
          {paneStrings.cancel}
        </Button>
      </div>
    </div>
  );
}

function SheetChoice({ names, onClose }: { readonly names: readonly string[]; readonly onClose: () => void }) {
  const layout = useLayout();
  const { run } = useApp();
  const [name, setName] = useState(names[0] ?? "");
  return (
    <div className={layout.stack}>
      <Field label={matchStrings.fromSheetLabel}>
        <Select value={name} onChange={(_, data) => setName(data.value)}>
          {names.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </Select>
      </Field>
      <div className={layout.row}>
        <Button
          size="small"
          appearance="primary"
          onClick={() =>
            void run(loadParent, { sheet: name }).then((outcome) => {
              if (outcome?.ok === true) onClose();
            })
          }
        >
          {matchStrings.read}
        </Button>
        <Button size="small" onClick={onClose}>
          {paneStrings.cancel}
        </Button>
      </div>
    </div>
  );
}
