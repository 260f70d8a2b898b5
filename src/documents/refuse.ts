import type { DocumentFailure, DocumentFailureCode } from "./document";

/**
 * How a reader gives up on a file from deep inside: thrown by the parsers, turned into the Result's failure at the
 * door (`open-document.ts`, `open-workbook.ts`). Never leaves src/documents.
 */
export class Refusal extends Error {
  constructor(
    readonly code: DocumentFailureCode,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

/**
 * The failure an exception stands for. Our own refusals keep their code; everything else that a parser throws over
 * bytes from outside (a bound exceeded, a stack overflow over nested parts) means that the file is damaged.
 */
export function failureOf(thrown: unknown): DocumentFailure {
  if (thrown instanceof Refusal) return { code: thrown.code, detail: thrown.detail };
  return { code: "damaged", detail: thrown instanceof Error ? `${thrown.name}: ${thrown.message}`.slice(0, 200) : "parser failed" };
}
