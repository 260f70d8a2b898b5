import { useEffect, useState, type DragEvent } from "react";
import { readFile } from "./file-button";

/** Makes an element take dropped files; `over` says whether one hangs above it. */
export function useFileDrop(onFile: (bytes: Uint8Array, fileName: string) => void) {
  const [over, setOver] = useState(false);
  const holdsFile = (event: DragEvent) => [...event.dataTransfer.types].includes("Files");
  return {
    over,
    zone: {
      onDragOver(event: DragEvent) {
        if (!holdsFile(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      },
      onDragLeave(event: DragEvent) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop(event: DragEvent) {
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        void readFile(file).then((bytes) => onFile(bytes, file.name));
      },
    },
  };
}

/** A file dropped beside the places that take one is not taken at all: the browser would leave the page and show the file instead. */
export function useStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || event.dataTransfer === null || ![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    };
    addEventListener("dragover", refuse);
    addEventListener("drop", refuse);
    return () => {
      removeEventListener("dragover", refuse);
      removeEventListener("drop", refuse);
    };
  }, []);
}
