/** Prints one JSON value, or Chinese text, on standard output. */
export function print(json: boolean, value: unknown, text: () => string): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${text().replace(/\n*$/u, "")}\n`);
}

/** A message beside the result, on standard error. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Cells of a text table, apart by tabs and without line breaks of their own. */
export function line(...cells: readonly (string | number)[]): string {
  return cells.map((cell) => String(cell).replace(/\s+/gu, " ")).join("\t");
}
