import { err, type Result } from "../core/result";
import { failureSentence } from "../strings/failures";
import { strings } from "../strings/commands";
import type { App } from "./app";
import type { Command, Done, Failure, Progress } from "./command";
import { EngineGone } from "./engine";
import type { Notice } from "./session";

/** How many commands the diagnostics page remembers. */
const TRACE_LENGTH = 30;

let notices = 0;

/**
 * The one way to run a command, from ribbon, pane, workbench or command line: one at a time, what it says and how it
 * fails ends as one sentence in the session, a bug is shown as such and thrown on. While another command runs, a second
 * one is refused without a word (the buttons are disabled; a ribbon click may still come through).
 */
export async function runCommand<Args>(app: App, command: Command<Args>, args: Args): Promise<Result<Done, Failure> | undefined> {
  const { session } = app;
  if (session.get().busy) return undefined;
  const started = app.now();
  let cancelled = false;
  const cancel = () => {
    cancelled = true;
    app.engine.cancel();
  };
  session.update({ busy: { commandId: command.id, label: command.label, since: started, done: 0, total: 0, cancel }, notice: null });
  const progress: Progress = {
    report(done, total) {
      const { busy } = session.get();
      if (busy) session.update({ busy: { ...busy, done, total } });
    },
    cancelled: () => cancelled,
  };
  const roundTrips = app.roundTrips();
  const newest = session.get().journal[0]?.id;
  let outcome: Result<Done, Failure>;
  try {
    outcome = await command.run(app, args, progress);
  } catch (error) {
    if (!(error instanceof EngineGone)) {
      session.update({ busy: null, notice: notice("error", strings.bug) });
      trace(app, command.id, started, app.roundTrips() - roundTrips, "bug");
      throw error;
    }
    outcome = err({ from: "command", failure: { code: cancelled ? "cancelled" : "engine-gone" } });
  }
  const code = outcome.ok ? "" : outcome.error.failure.code;
  trace(app, command.id, started, app.roundTrips() - roundTrips, code);
  const text = outcome.ok ? outcome.value : failureSentence(outcome.error);
  const written = session.get().journal[0];
  const undo = outcome.ok && written !== undefined && written.id !== newest ? { undo: written.id } : {};
  session.update({ busy: null, ...(text !== "" && { notice: { ...notice(outcome.ok ? "success" : code === "cancelled" ? "info" : "error", text), ...undo } }) });
  return outcome;
}

function notice(tone: Notice["tone"], text: string): Notice {
  return { tone, text, id: ++notices };
}

function trace(app: App, commandId: string, started: Date, roundTrips: number, failure: string): void {
  const ended = app.now();
  const entry = { commandId, time: started.toISOString(), milliseconds: ended.getTime() - started.getTime(), roundTrips, failure };
  app.session.update({ trace: [entry, ...app.session.get().trace].slice(0, TRACE_LENGTH) });
}
