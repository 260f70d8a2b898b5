import { foldText } from "../text/fold";

/** The form in which two spellings of one name are equal: folded, without blanks and line breaks; brackets stay. */
export function unitKey(written: string): string {
  return foldText(written, { blanks: "drop" }).text;
}
