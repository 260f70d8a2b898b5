/**
 * What an operation gives that the outside world may refuse: a value, or a failure that was to be expected.
 * A failure carries a code; `strings/` turns the code into a sentence. A bug is thrown, never put in a Result.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
