import { configureDocuments } from "../documents/configure";
import { makeReadPdfApart } from "../documents/node/pdf-apart";
import { nodePdfAsset } from "../documents/node/pdf-assets";
import { cliStrings } from "../strings/cli";
import { checkFile } from "./check";
import type { Exit } from "./exit";
import { fillFile } from "./fill";
import { generateFile } from "./generate";
import { readDeadlines, readUnitCells } from "./jsonl";
import { printLedger } from "./ledger";
import { matchFile } from "./match";
import { readOptions, type Options } from "./options";
import { splitFile } from "./split";
import { printTasks } from "./tasks";
import { keepTemplate } from "./template";
import { undoFile } from "./undo";

/** One subcommand, with the options it takes beside --json and --help. */
interface Subcommand {
  readonly files: 0 | 1;
  readonly takes: readonly (keyof Options)[];
  run(options: Options): Promise<Exit>;
}

const READING = ["sheet", "table", "year", "issued", "unit", "parents", "profile", "units", "today"] as const satisfies readonly (keyof Options)[];

const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  tasks: { files: 1, takes: ["year", "issued"], run: printTasks },
  ledger: { files: 1, takes: READING, run: printLedger },
  check: { files: 1, takes: [...READING, "fix", "report", "out", "force", "forPublic"], run: checkFile },
  match: { files: 1, takes: READING, run: matchFile },
  generate: { files: 1, takes: ["unit", "year", "issued", "out", "force"], run: generateFile },
  fill: { files: 1, takes: [...READING, "template", "from", "adapt", "replace", "answers", "rows", "columns", "all", "acceptProbable", "enrich", "after", "out", "force"], run: fillFile },
  split: { files: 1, takes: [...READING, "oneSheet", "out", "force"], run: splitFile },
  template: { files: 1, takes: [...READING, "from", "adapt", "out", "force"], run: keepTemplate },
  undo: { files: 1, takes: ["sheet", "last", "all", "out", "force"], run: undoFile },
  deadline: { files: 0, takes: ["jsonl"], run: readDeadlines },
  units: { files: 0, takes: ["jsonl"], run: readUnitCells },
};

/** Runs the command line and gives the exit status: 0 nothing at 必改, 1 problems at 必改, 2 could not run. */
export async function main(args: readonly string[]): Promise<number> {
  configureDocuments({ pdfAsset: nodePdfAsset, readPdfApart: makeReadPdfApart(new URL("./pdf-apart-worker.mjs", import.meta.url)) });
  const options = readOptions(args);
  if (!options.ok) return refuse(options.error);
  const { command, files, help } = options.value;
  if (help || command === "") {
    process.stdout.write(`${cliStrings.usage}\n`);
    return help ? 0 : 2;
  }
  const subcommand = Object.hasOwn(SUBCOMMANDS, command) ? SUBCOMMANDS[command] : undefined;
  if (!subcommand) return refuse(cliStrings.unknownCommand({ command }));
  if (files.length !== subcommand.files) return refuse(cliStrings.oneFile({ command }));
  const stray = options.value.given.find((option) => !(subcommand.takes as readonly string[]).includes(option.key));
  if (stray) return refuse(cliStrings.optionNotHere({ option: stray.name, command }));
  const exit = await subcommand.run(options.value);
  return exit.status === 2 ? refuse(exit.sentence) : exit.status;
}

function refuse(sentence: string): 2 {
  process.stderr.write(`${sentence}\n`);
  return 2;
}
