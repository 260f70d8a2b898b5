/** What a subcommand gives: the exit status, after it printed its result; or the sentence why it could not run. */
export type Exit = { readonly status: 0 | 1 } | { readonly status: 2; readonly sentence: string };
