import type { KeptPart } from "../workbook";
import { NO_CHOICES, type Choices } from "./choices";

/** The id of the one part that holds the user's choices. */
export const CHOICES_PART = "choices";

/** The choices as a part to keep with the file. */
export function choicesPart(choices: Choices): KeptPart {
  return { id: CHOICES_PART, text: JSON.stringify(choices) };
}

/**
 * The choices kept with a file. `damaged` when a part is there but cannot be read: then they start anew and the user is
 * told. A field that a later version writes otherwise falls back to its empty value; the rest stays.
 */
export function readChoices(parts: readonly KeptPart[]): { readonly choices: Choices; readonly damaged: boolean } {
  const part = parts.find(({ id }) => id === CHOICES_PART);
  if (!part) return { choices: NO_CHOICES, damaged: false };
  const stored = parsed(part.text);
  if (stored === null) return { choices: NO_CHOICES, damaged: true };
  const choices: Record<string, unknown> = { ...NO_CHOICES };
  for (const [key, empty] of Object.entries(NO_CHOICES)) {
    const value = stored[key];
    if (key === "version" || value === undefined || !isAlike(key, value, empty)) continue;
    choices[key] = value;
  }
  return { choices: choices as unknown as Choices, damaged: false };
}

function parsed(text: string | null): Record<string, unknown> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isAlike(key: string, value: unknown, empty: unknown): boolean {
  if (Array.isArray(empty)) return Array.isArray(value);
  // These three are empty as null and otherwise hold a text or an object.
  if (key === "profile") return value === null || typeof value === "string" || isObject(value);
  if (key === "closed") return value === null || typeof value === "string";
  if (key === "lastCheck") return value === null || (isObject(value) && isObject(value["print"]) && typeof value["print"]["whole"] === "string" && typeof value["verdict"] === "string");
  return typeof value === typeof empty && (typeof value !== "object" || isObject(value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
