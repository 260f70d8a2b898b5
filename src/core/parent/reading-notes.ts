import type { DamageKind, Ledger } from "../ledger/ledger";
import type { PlainTask } from "./prose-tasks";

/** What a reader of the tasks should know about how they were read, in Chinese; shown to the user as it is. */
export function notesOf(tasks: readonly PlainTask[], ledgers: readonly Ledger[], otherSheets: readonly string[]): string[] {
  const notes: string[] = [];
  const count = (kind: DamageKind): number => ledgers.reduce((sum, ledger) => sum + ledger.damage.filter((damage) => damage.kind === kind).length, 0);
  const add = (kind: DamageKind, sentence: (times: number) => string): void => {
    const times = count(kind);
    if (times > 0) notes.push(sentence(times));
  };
  add("repeated-header", (times) => `表头在后面重复了${times}次，已连起来读。`);
  add("shifted-columns", (times) => `有${times}处内容和表头没有对齐，按内容认的列。`);
  add("cut-row", (times) => `有${times}行被换页截断，已接到上一行。`);
  add("seam-overlap", (times) => `有${times}处换页时重复印了几个字，只算一次。`);
  add("several-items", (times) => `有${times}格里写了几项任务，已逐项分开。`);
  add("lost-digits", (times) => `有${times}处像是丢了数字或标点，照原样保留，请对照原件。`);
  const numbers = tasks.filter((task) => task.inferred.includes("seq")).map((task) => task.seq);
  if (numbers.length > 0) notes.push(`有${numbers.length}项没有编号，按顺序推定为${shortList(numbers)}。`);
  const levels = tasks.filter((task) => task.inferred.includes("level1")).length;
  if (levels > 0) notes.push(`有${levels}项的上级标题没有印在同一处，按编号顺序推定。`);
  const held = tasks.filter((task) => task.inferred.includes("units") || task.inferred.includes("deadline")).length;
  if (held > 0) notes.push(`有${held}项没有单写责任单位或时限，按“下同”读。`);
  if (tasks.every((task) => task.units === "")) notes.push("没有写责任单位。");
  if (tasks.every((task) => task.deadline === "")) notes.push("没有写时限。");
  if (otherSheets.length > 0) notes.push(`另有工作表${otherSheets.map((sheet) => `“${sheet}”`).join("、")}没有读。`);
  return notes;
}

function shortList(numbers: readonly string[]): string {
  return numbers.length <= 6 ? numbers.join("、") : `${numbers.slice(0, 5).join("、")}等`;
}
