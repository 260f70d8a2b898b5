import { Button, type ButtonProps } from "@fluentui/react-components";
import { useRef } from "react";
import { useSession } from "./use-app";

/** Everything the readers read. The content decides, not the name; this only makes the picker's list shorter. */
export const DOCUMENT_TYPES = ".docx,.doc,.wps,.pdf,.xlsx,.xlsm,.xls,.et,.ods,.html,.htm,.mht,.csv,.txt,.ofd,.rtf";
export const WORKBOOK_TYPES = ".xlsx,.xlsm,.xls,.et,.ods,.docx,.csv";

/** A file the user picked. */
export interface PickedFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** A button that opens the file picker and hands the file's bytes on; with `onFiles` several may be picked at once. */
export function FileButton(props: {
  readonly label: string;
  readonly onFile?: (bytes: Uint8Array, fileName: string) => void;
  readonly onFiles?: (files: readonly PickedFile[]) => void;
  readonly accept?: string;
  readonly size?: "small" | "medium";
  readonly appearance?: "primary" | "secondary" | "subtle";
  readonly icon?: ButtonProps["icon"];
}) {
  const input = useRef<HTMLInputElement>(null);
  const { busy } = useSession();
  return (
    <>
      <Button size={props.size ?? "medium"} appearance={props.appearance ?? "secondary"} disabled={busy !== null} {...(props.icon === undefined ? {} : { icon: props.icon })} onClick={() => input.current?.click()}>
        {props.label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={props.onFiles !== undefined}
        accept={props.accept ?? DOCUMENT_TYPES}
        aria-label={props.label}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again after it was changed.
          event.currentTarget.value = "";
          if (files.length === 0) return;
          void Promise.all(files.map(async (file): Promise<PickedFile> => ({ bytes: await readFile(file), fileName: file.name }))).then((picked) => {
            props.onFiles?.(picked);
            props.onFile?.(picked[0]!.bytes, picked[0]!.fileName);
          });
        }}
      />
    </>
  );
}

export async function readFile(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
