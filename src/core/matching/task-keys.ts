import { fingerprint } from "../text/fingerprint";
import { normalizeForCompare } from "../text/normalize";
import type { MatchItem } from "./matching";

/**
 * One key per task, in order: a fingerprint of what the task says, without its number, so that it stays when a newer
 * version of the document inserts or drops other tasks. Equal texts are told apart by their order ("…#2").
 */
export function taskKeys(tasks: readonly MatchItem[]): string[] {
  const times = new Map<string, number>();
  return tasks.map((task) => {
    const key = fingerprint(normalizeForCompare(task.requirement || task.level2 || task.level1));
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return time === 1 ? key : `${key}#${time}`;
  });
}
