/** One command as the host saw it. No cell contents. */
export interface TraceEntry {
  /** The port's method: "readSheet", "applyEdits"… */
  readonly name: string;
  readonly roundTrips: number;
  readonly milliseconds: number;
  /** Code and detail of the failure, if it failed. */
  readonly failure?: string;
}

/** Round trips and times of the last calls, for the diagnostics page and the bench. */
export class Trace {
  private readonly entries: TraceEntry[] = [];
  /** Round trips since the beginning. */
  roundTrips = 0;

  /** The last calls, newest last. */
  get last(): readonly TraceEntry[] {
    return this.entries;
  }

  add(entry: TraceEntry): void {
    this.entries.push(entry);
    if (this.entries.length > 50) this.entries.shift();
  }
}
