import type { Engine } from "./engine";

/** What goes to the worker: which method, with which arguments. Arguments are plain data. */
export interface Call {
  readonly id: number;
  readonly method: Exclude<keyof Engine, "cancel">;
  readonly args: readonly unknown[];
}

/** What comes back: the value, or a bug by its name and message. */
export type Answer = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly bug: { readonly name: string; readonly message: string } };
