import { columnLetters, columnOfLetters } from "../core/grid/address";
import type { Area } from "../core/edits/edit";

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** "B3:D7", "$B$3", "3:4", "B:D" as an area (whole rows and columns reach the sheet's edge); undefined for anything else. */
export function areaOfText(text: string): Area | undefined {
  const [first = "", last = first, more] = text.replace(/\$/gu, "").split(":");
  if (more !== undefined) return undefined;
  const from = edgeOf(first, 0, 0);
  const to = edgeOf(last, LAST_ROW, LAST_COLUMN);
  if (from === undefined || to === undefined) return undefined;
  return { top: Math.min(from.row, to.row), left: Math.min(from.column, to.column), bottom: Math.max(from.row, to.row), right: Math.max(from.column, to.column) };
}

function edgeOf(text: string, row: number, column: number): { row: number; column: number } | undefined {
  const parts = /^([A-Za-z]{0,3})(\d{0,7})$/u.exec(text);
  if (parts === null || text === "") return undefined;
  const [, letters = "", digits = ""] = parts;
  const found = { row: digits === "" ? row : Number(digits) - 1, column: letters === "" ? column : columnOfLetters(letters) };
  return found.column === undefined || found.row < 0 || found.row > LAST_ROW ? undefined : { row: found.row, column: found.column };
}

/** {top: 2, left: 1, bottom: 6, right: 3} → "B3:D7"; one cell → "B3". */
export function textOfArea(area: Area): string {
  const first = `${columnLetters(area.left)}${area.top + 1}`;
  return area.top === area.bottom && area.left === area.right ? first : `${first}:${columnLetters(area.right)}${area.bottom + 1}`;
}

export function areasOfText(text: string): Area[] {
  return text.trim().split(/\s+/u).flatMap((part) => areaOfText(part) ?? []);
}

export function areasMeet(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function sameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

export function holds(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}
