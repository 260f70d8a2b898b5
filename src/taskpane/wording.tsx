import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { compareWording } from "../core/text/word-diff";
import { checkStrings } from "../strings/check";

const useStyles = makeStyles({
  removed: { backgroundColor: tokens.colorPaletteRedBackground2, color: tokens.colorPaletteRedForeground2, textDecorationLine: "line-through", borderRadius: "2px" },
  added: { backgroundColor: tokens.colorPaletteGreenBackground2, color: tokens.colorPaletteGreenForeground2, textDecorationLine: "underline", borderRadius: "2px" },
  blank: { color: tokens.colorNeutralForeground3, fontStyle: "italic" },
  text: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
});

/** One side of a comparison: the whole text, with what the other side does not have marked. Not by colour alone. */
export function WordingSide({ before, after, side, className }: { readonly before: string; readonly after: string; readonly side: "before" | "after"; readonly className?: string }) {
  const styles = useStyles();
  const segments = useMemo(() => exactSegments(before, after), [before, after]);
  const text = side === "before" ? before : after;
  if (text === "") return <span className={mergeClasses(styles.blank, className)}>{checkStrings.blank}</span>;
  return (
    <span className={mergeClasses(styles.text, className)}>
      {segments.map((segment, index) => {
        const span = side === "before" ? segment.left : segment.right;
        const part = text.slice(span.start, span.end);
        if (part === "") return null;
        if (segment.kind === "kept") return <span key={index}>{part}</span>;
        return side === "before" ? (
          <del key={index} className={styles.removed}>
            {visibleBlanks(part)}
          </del>
        ) : (
          <ins key={index} className={styles.added}>
            {visibleBlanks(part)}
          </ins>
        );
      })}
    </span>
  );
}

/** `compareWording` overlooks blanks and width; where that is all that differs, the characters themselves are compared. */
function exactSegments(before: string, after: string) {
  return compareWording(before, after).flatMap((segment) => {
    if (segment.kind !== "kept") return [segment];
    const left = before.slice(segment.left.start, segment.left.end);
    const right = after.slice(segment.right.start, segment.right.end);
    return left === right ? [segment] : byCharacter(left, right, segment.left.start, segment.right.start);
  });
}

/** Two stretches that differ only in blanks and width, laid side by side character by character. */
function byCharacter(left: string, right: string, leftStart: number, rightStart: number) {
  const segments: ReturnType<typeof compareWording> = [];
  let i = 0;
  let j = 0;
  const push = (kind: "kept" | "removed" | "added", di: number, dj: number) => {
    const last = segments.at(-1);
    const segment = { kind, left: { start: leftStart + i, end: leftStart + i + di }, right: { start: rightStart + j, end: rightStart + j + dj } };
    if (last?.kind === kind) segments[segments.length - 1] = { kind, left: { start: last.left.start, end: segment.left.end }, right: { start: last.right.start, end: segment.right.end } };
    else segments.push(segment);
    i += di;
    j += dj;
  };
  while (i < left.length || j < right.length) {
    const a = left[i];
    const b = right[j];
    if (a !== undefined && a === b) push("kept", 1, 1);
    else if (a !== undefined && (b === undefined || UNSEEN.test(a))) push("removed", 1, 0);
    else if (b !== undefined && (a === undefined || UNSEEN.test(b))) push("added", 0, 1);
    else {
      push("removed", 1, 0);
      push("added", 0, 1);
    }
  }
  return segments;
}

/** Blanks, and characters that take no room at all. */
const UNSEEN = /[\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\p{Cc}]/u;

/**
 * Blanks that were taken away or added would not be seen: half-width ones are shown as ␣, full-width ones as □, breaks
 * as ↵, and characters that take no room as ◇.
 */
function visibleBlanks(text: string): string {
  return text.replace(/\r?\n/gu, "↵").replace(/\u3000/gu, "□").replace(/[^\S\n\ufeff]/gu, "␣").replace(new RegExp(UNSEEN, "gu"), "◇");
}
