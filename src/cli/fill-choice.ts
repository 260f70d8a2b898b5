import type { FillChoice } from "../commands/fill-units";
import { shippedTemplates } from "../core/fill/templates";
import { err, ok, type Result } from "../core/result";
import { cliStrings } from "../strings/cli";
import { readFile } from "./files";
import type { Options } from "./options";

/** The template that --template FILE or --from NAME means. Fails with the sentence to print. */
export function fillChoice({ template, from, adapt }: Pick<Options, "template" | "from" | "adapt">): Result<FillChoice, string> {
  if (template !== undefined) {
    const bytes = readFile(template);
    return bytes.ok ? ok({ kind: "file", bytes: bytes.value, fileName: template }) : bytes;
  }
  if (from === "parent") return ok({ kind: "parent", adapts: adapt });
  if (from === "sheet" || from === "kept") return ok({ kind: from });
  const shipped = shippedTemplates.find(({ id }) => id === from);
  return shipped ? ok({ kind: "template", id: shipped.id }) : err(cliStrings.badValue({ option: "--from", value: from ?? "" }));
}
