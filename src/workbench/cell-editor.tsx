import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { useLayoutEffect, useRef, type ClipboardEvent, type KeyboardEvent, type RefObject } from "react";

/** Fluent moves the focus with Tab, before anyone else hears of the key; in the grid Tab goes to the next cell. */
const OWN_TAB = { "data-tabster": JSON.stringify({ focusable: { ignoreKeydown: { Tab: true } } }) };

const useStyles = makeStyles({
  /** Lies over the selected cell and catches what is typed, so that input methods for Chinese begin in the right place. */
  input: {
    position: "absolute",
    zIndex: 4,
    boxSizing: "border-box",
    margin: 0,
    padding: "2px 4px",
    border: "none",
    outline: "none",
    resize: "none",
    overflow: "hidden",
    font: "inherit",
    lineHeight: "19px",
    color: "#000000",
    backgroundColor: "transparent",
    pointerEvents: "none",
    caretColor: "transparent",
  },
  editing: { backgroundColor: "#ffffff", pointerEvents: "auto", caretColor: "auto", boxShadow: "0 0 0 2px #0f6cbd, 0 2px 8px rgba(0, 0, 0, 0.3)" },
});

export interface EditorPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The one text field of the grid: holds the focus for the keyboard, and is the editor while something is typed. */
export function CellEditor(props: {
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly place: EditorPlace | null;
  /** What is being typed; null while no cell is edited. */
  readonly draft: string | null;
  readonly label: string;
  readonly onDraft: (draft: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onCopy: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly onCut: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly onBlur: () => void;
}) {
  const styles = useStyles();
  const { inputRef, draft, place } = props;
  const composing = useRef(false);
  const editing = draft !== null;

  // The editor grows with its text, over the cells below.
  useLayoutEffect(() => {
    const input = inputRef.current;
    if (input === null || place === null) return;
    input.style.height = `${place.height}px`;
    if (editing) input.style.height = `${Math.max(place.height, input.scrollHeight)}px`;
  }, [inputRef, draft, editing, place]);

  return (
    <textarea
      ref={inputRef as RefObject<HTMLTextAreaElement>}
      className={mergeClasses(styles.input, editing && styles.editing)}
      style={place === null ? { left: 0, top: 0, width: 1, height: 1, opacity: 0 } : { left: place.left, top: place.top, width: place.width, minWidth: editing ? 80 : undefined }}
      aria-label={props.label}
      value={draft ?? ""}
      rows={1}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => props.onDraft(event.currentTarget.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={() => {
        composing.current = false;
      }}
      onKeyDown={(event) => {
        // Keys belong to the input method while it offers characters.
        if (!composing.current && !event.nativeEvent.isComposing) props.onKeyDown(event);
      }}
      onCopy={props.onCopy}
      onCut={props.onCut}
      onPaste={props.onPaste}
      {...OWN_TAB}
      onBlur={props.onBlur}
    />
  );
}
