import type { FillTemplate } from "../core/fill/template";
import { exportTemplate } from "../core/fill/parse-template";
import { err, ok, type Result } from "../core/result";
import { strings } from "../strings/commands";
import type { App } from "./app";
import type { Command, Failure } from "./command";
import type { TemplateSource } from "./engine";
import { sourceOf, type FillChoice } from "./fill-units";
import { saveChoices } from "./kept";
import { checkInput, readSheet } from "./refresh-check";

/** What is kept as a template file: the division of the sheet at hand, or any source one can fill from. */
export type TemplateChoice = FillChoice | { readonly kind: "ledger" };

/** The template as a file's name and text, to be offered for saving. Named after 本单位 where it is known. */
export async function templateFile(app: App, choice: TemplateChoice): Promise<Result<{ readonly fileName: string; readonly text: string; readonly rules: number }, Failure>> {
  const read = await readSheet(app);
  if (!read.ok) return read;
  const source: Result<TemplateSource, Failure> = choice.kind === "ledger" ? ok({ kind: "ledger" }) : await sourceOf(app, choice);
  if (!source.ok) return source;
  const made = await app.engine.templateOf(checkInput(app, read.value), source.value);
  if (!made.ok) return made;
  const { unit } = app.session.get().choices;
  const template: FillTemplate = { ...made.value, name: unit === "" ? made.value.name : strings.templateOfUnit({ unit }) };
  if (template.rules.length === 0) return err({ from: "command", failure: { code: "nothing-to-keep" } });
  return ok({ fileName: strings.templateName({ name: template.name }), text: exportTemplate(template), rules: template.rules.length });
}

/** 存成模板: keeps the division as a small file, for next year or another ledger. */
export const saveTemplate: Command<TemplateChoice> = {
  id: "saveTemplate",
  label: strings.saveTemplate,
  async run(app, choice) {
    const file = await templateFile(app, choice);
    if (!file.ok) return file;
    app.saveText(file.value.text, file.value.fileName);
    return ok(strings.templateSaved({ name: file.value.fileName, rules: file.value.rules }));
  },
};

/** Forgets the rules kept with the file when choices were accepted. */
export const forgetRules: Command = {
  id: "forgetRules",
  label: strings.forgetRules,
  async run(app) {
    const saved = await saveChoices(app, { templateRules: [] });
    return saved.ok ? ok(strings.rulesForgotten) : saved;
  },
};
