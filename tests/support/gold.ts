import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A gold task of the corpus: what a careful reader gets out of the document. */
export interface GoldTask {
  readonly seq: string;
  readonly level1: string;
  readonly level2: string;
  readonly requirement: string;
  readonly units: string;
  readonly deadline: string;
}

export const GOLD_FIELDS = ["seq", "level1", "level2", "requirement", "units", "deadline"] as const;

export const SEEDS = ["anhui-2021-division", "huainan-office-2021-division", "anhui-civil-affairs-2021-ledger", "chizhou-2019-division", "guangdong-2021-division"] as const;

export function seedPath(file: string): string {
  return join(process.env.TAIZHANG_CORPUS ?? "", "seeds", file);
}

export function goldTasks(id: string): readonly GoldTask[] {
  return (JSON.parse(readFileSync(seedPath(`${id}.gold.json`), "utf8")) as { readonly tasks: readonly GoldTask[] }).tasks;
}

/** The differences that count, one a line; blanks, bracket width and a heading's final 。 do not. */
export function differencesFromGold(gold: readonly GoldTask[], got: readonly Partial<GoldTask>[]): string[] {
  const differences = gold.flatMap((task, i) =>
    GOLD_FIELDS.flatMap((field) => {
      const [want, have] = [plain(field, task[field]), plain(field, got[i]?.[field] ?? "")];
      return want === have ? [] : [`${task.seq} ${field}: ${have} instead of ${want}`];
    }),
  );
  return got.length === gold.length ? differences : [`${got.length} tasks instead of ${gold.length}`, ...differences];
}

function plain(field: (typeof GOLD_FIELDS)[number], text: string): string {
  const squeezed = text.replace(/\s+/gu, "").replace(/（/gu, "(").replace(/）/gu, ")");
  return field === "level1" || field === "level2" ? squeezed.replace(/。$/u, "") : squeezed;
}
