import { makeStyles, tokens } from "@fluentui/react-components";
import type { Edit } from "../core/edits/edit";
import { addressOf, columnLetters } from "../core/grid/address";
import { textOfValue } from "../core/grid/sheet-grid";
import { checkStrings, editSentences } from "../strings/check";
import { useLayout } from "./layout";
import { WordingSide } from "./wording";

const useStyles = makeStyles({
  pair: { display: "grid", gridTemplateColumns: "max-content minmax(0, 1fr)", columnGap: "8px", rowGap: "2px", margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: "20px" },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, minWidth: 0 },
});

/** Edits before they are written: texts as 原来 and 改后 with the changed characters marked, structure as a sentence. */
export function EditPreview({ edits }: { readonly edits: readonly Edit[] }) {
  const layout = useLayout();
  return (
    <div className={layout.tight}>
      {edits.slice(0, MOST_SHOWN).map((edit, index) =>
        edit.kind === "setCell" ? (
          <BeforeAfter key={index} before={textOfValue(edit.before)} after={textOfValue(edit.after)} />
        ) : (
          <p key={index} className={layout.quiet}>
            {editSentence(edit)}
          </p>
        ),
      )}
    </div>
  );
}

/** A change of many cells is told by its first few; the sheet shows the rest. */
const MOST_SHOWN = 6;

export function BeforeAfter({ before, after }: { readonly before: string; readonly after: string }) {
  const styles = useStyles();
  return (
    <dl className={styles.pair}>
      <dt className={styles.label}>{checkStrings.before}</dt>
      <dd className={styles.value}>
        <WordingSide before={before} after={after} side="before" />
      </dd>
      <dt className={styles.label}>{checkStrings.after}</dt>
      <dd className={styles.value}>
        <WordingSide before={before} after={after} side="after" />
      </dd>
    </dl>
  );
}

/** One structural edit in a sentence. */
export function editSentence(edit: Exclude<Edit, { kind: "setCell" }>): string {
  switch (edit.kind) {
    case "insertRows":
    case "deleteRows":
      return editSentences[edit.kind]({ row: edit.row + 1, count: edit.count });
    case "insertColumns":
    case "deleteColumns":
      return editSentences[edit.kind]({ column: columnLetters(edit.column), count: edit.count });
    case "merge":
    case "unmerge":
      return editSentences[edit.kind]({ area: areaName(edit.area) });
    case "setValidation":
      return (edit.after === null ? editSentences.clearValidation : editSentences.setValidation)({ area: areaName(edit.area) });
    case "setConditionalFormat":
      return (edit.after.length === 0 ? editSentences.clearConditionalFormat : editSentences.setConditionalFormat)({ area: areaName(edit.area) });
  }
}

function areaName(area: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }): string {
  return `${addressOf({ row: area.top, column: area.left })}:${addressOf({ row: area.bottom, column: area.right })}`;
}
