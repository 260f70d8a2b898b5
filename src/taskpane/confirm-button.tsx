import { Button, type ButtonProps } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { paneStrings } from "../strings/pane";
import { useLayout } from "./layout";

/** A button for what cannot be taken back: asks in place before it acts. */
export function ConfirmButton(props: { readonly label: string; readonly question: string; readonly yes: string; readonly onConfirm: () => void; readonly disabled?: boolean; readonly icon?: ButtonProps["icon"] }) {
  const layout = useLayout();
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLElement | null>(null);
  const stop = () => {
    setAsking(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (!asking)
    return (
      <Button
        ref={(element: HTMLElement | null) => {
          opener.current = element;
        }}
        disabled={props.disabled === true} {...(props.icon === undefined ? {} : { icon: props.icon })} onClick={() => setAsking(true)}>
        {props.label}
      </Button>
    );
  return (
    <div
      role="group"
      aria-label={props.label}
      className={layout.card}
      onKeyDown={(event) => {
        if (event.key === "Escape") stop();
      }}
    >
      <p className={layout.text}>{props.question}</p>
      <div className={layout.row}>
        <Button
          appearance="primary"
          onClick={() => {
            props.onConfirm();
            stop();
          }}
        >
          {props.yes}
        </Button>
        <Button ref={focusFirst} onClick={stop}>
          {paneStrings.cancel}
        </Button>
      </div>
    </div>
  );
}

/** What asks takes the focus, on the answer that does nothing. A stable function, so that it runs once. */
function focusFirst(element: HTMLElement | null) {
  element?.focus();
}
