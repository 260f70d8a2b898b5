import { Button, Checkbox, Field, Radio, RadioGroup, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { ignoreProblem } from "../commands";
import type { Problem } from "../core/rules/rule";
import { checkStrings } from "../strings/check";
import { paneStrings } from "../strings/pane";
import { useLayout } from "./layout";
import { useApp } from "./use-app";

const OTHER = "other";

/** 不改（写明理由）: one of four usual reasons, or the user's own; for this problem or all of its kind. */
export function KeepForm({ problem, sameKind, onClose }: { readonly problem: Problem; readonly sameKind: number; readonly onClose: () => void }) {
  const layout = useLayout();
  const { run } = useApp();
  const [choice, setChoice] = useState("");
  const [own, setOwn] = useState("");
  const [wholeKind, setWholeKind] = useState(false);
  const [asked, setAsked] = useState(false);
  const reason = choice === OTHER ? own.trim() : choice;

  const confirm = () => {
    setAsked(true);
    if (reason === "") return;
    void run(ignoreProblem, { problemId: problem.id, wholeKind, reason });
  };

  return (
    <form
      className={layout.stack}
      aria-label={checkStrings.keepTitle}
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <Field label={checkStrings.keepTitle} {...(asked && reason === "" ? { validationState: "error", validationMessage: checkStrings.keepNeedsReason } : {})}>
        <RadioGroup value={choice} onChange={(_, data) => setChoice(data.value)}>
          {checkStrings.keepReasons.map((preset, index) => (
            <Radio key={preset} value={preset} label={preset} ref={index === 0 ? focusOnce : undefined} />
          ))}
          <Radio value={OTHER} label={checkStrings.keepOther} />
        </RadioGroup>
      </Field>
      {choice === OTHER && (
        <Textarea aria-label={checkStrings.keepOtherLabel} value={own} resize="vertical" ref={focusOnce} onChange={(_, data) => setOwn(data.value)} />
      )}
      {sameKind > 1 && <Checkbox label={checkStrings.keepWholeKind({ count: sameKind })} checked={wholeKind} onChange={(_, data) => setWholeKind(data.checked === true)} />}
      <div className={layout.row}>
        <Button type="submit" size="small" appearance="primary">
          {checkStrings.keepConfirm}
        </Button>
        <Button size="small" onClick={onClose}>
          {paneStrings.cancel}
        </Button>
      </div>
    </form>
  );
}

/** The user has just asked for this field; focus belongs there. */
function focusOnce(element: HTMLElement | null) {
  element?.focus();
}
