import { createEngine } from "../commands/engine-inline";
import { formatRoles } from "../core/responsibility/format-roles";
import { failureSentence } from "../strings/failures";
import { readFile } from "./files";
import type { Exit } from "./exit";
import type { Options } from "./options";
import { line, print } from "./print";

/** `taizhang tasks DOCUMENT`: what the parent document says, task by task. */
export async function printTasks({ files, year, json }: Options): Promise<Exit> {
  const bytes = readFile(files[0]!);
  if (!bytes.ok) return { status: 2, sentence: bytes.error };
  const parent = await createEngine().openParent(bytes.value, files[0]!, year === undefined ? undefined : { year });
  if (!parent.ok) return { status: 2, sentence: failureSentence(parent.error) };
  const { title, docNumber, issuer, issued, columns, notes, tasks } = parent.value.parent;
  const value = {
    title,
    docNumber,
    issuer,
    year: parent.value.parent.year,
    issued,
    columns,
    tasks: tasks.map(({ responsibility, due, ...task }) => ({ ...task, responsibility: { roles: formatRoles(responsibility) }, due: { kind: due.kind, due: due.due, recurrence: due.recurrence } })),
    notes,
  };
  print(json, value, () => [line(title, docNumber), ...tasks.map((task) => line(task.seq, task.level1, task.level2, task.requirement, task.units, task.deadline)), ...notes].join("\n"));
  return { status: 0 };
}
