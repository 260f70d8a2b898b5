import { deadlineMistakes } from "./deadline-mistakes";
import type { Mistake } from "./mutant";
import { parentMistakes } from "./parent-mistakes";
import { publicMistakes } from "./public-mistakes";
import { structureMistakes } from "./structure-mistakes";
import { textMistakes } from "./text-mistakes";
import { unitMistakes } from "./unit-mistakes";

/** Every kind of mistake that a rule is there for. */
export const mistakes: readonly Mistake[] = [...structureMistakes, ...deadlineMistakes, ...unitMistakes, ...textMistakes, ...parentMistakes, ...publicMistakes];
