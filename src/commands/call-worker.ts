import { nextTurn } from "./next-turn";
import { Cutter, Receiver, type Joiner } from "./slices";
import type { AnswerMessage, CallMessage, WorkerLike } from "./worker-messages";

/** Calls to methods that a worker serves (`serve-calls.ts`). */
export interface WorkerCalls {
  /** Calls a method; calls arrive in the order they were made. Rejects with a bug of the worker's, or with what `gone` makes. */
  call(method: string, args: readonly unknown[]): Promise<unknown>;
  /** Ends the worker: what is pending rejects, the next call starts a new one. */
  end(): void;
}

/** Milliseconds that sending may take before whatever else the page has to do gets its turn. */
const TURN = 6;

interface Pending {
  readonly joiner: Joiner;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A worker started with the first call. Long arguments and answers go over in slices, so that the page is never held up. */
export function callsToWorker(start: () => WorkerLike, gone: () => Error): WorkerCalls {
  let worker: WorkerLike | undefined;
  let calls = 0;
  const pending = new Map<number, Pending>();
  /** The two ends of the connection to the present worker. */
  let cutter = new Cutter();
  let receiver = new Receiver();
  /** What is still to be sent, the first of them begun: each sends for a while and says whether it is done. */
  let outbox: (() => boolean)[] = [];

  function end(): void {
    worker?.terminate();
    worker = undefined;
    cutter = new Cutter();
    receiver = new Receiver();
    outbox = [];
    const waiting = [...pending.values()];
    pending.clear();
    for (const { reject } of waiting) reject(gone());
  }

  function running(): WorkerLike {
    if (worker !== undefined) return worker;
    const started = start();
    started.onmessage = (event) => {
      if (worker === started) take(event.data as AnswerMessage);
    };
    started.onerror = () => {
      if (worker === started) end();
    };
    worker = started;
    return started;
  }

  function take(answer: AnswerMessage): void {
    const call = pending.get(answer.id);
    if (call === undefined) return;
    if ("slice" in answer) {
      call.joiner.add(answer.slice);
      return;
    }
    pending.delete(answer.id);
    if ("bug" in answer) call.reject(Object.assign(new Error(answer.bug.message), { name: answer.bug.name }));
    else call.resolve(call.joiner.finish(answer.value));
  }

  /** Posts slices of one call for the length of a turn; true when all is sent, or can never be. */
  function sender(to: WorkerLike, id: number, method: string, args: readonly unknown[]): () => boolean {
    const pieces = cutter.cut(args);
    return () => {
      try {
        for (const until = performance.now() + TURN; ; ) {
          const piece = pieces.next();
          to.postMessage((piece.done === true ? { id, method, args: piece.value } : { id, slice: piece.value }) satisfies CallMessage);
          if (piece.done === true) return true;
          if (performance.now() > until) return false;
        }
      } catch (error) {
        pending.get(id)?.reject(error instanceof Error ? error : new Error(String(error)));
        pending.delete(id);
        return true;
      }
    };
  }

  async function empty(box: (() => boolean)[]): Promise<void> {
    while (box === outbox && box.length > 0) {
      await nextTurn();
      if (box === outbox && box[0]?.() === true) box.shift();
    }
  }

  return {
    call: (method, args) =>
      new Promise((resolve, reject) => {
        const id = ++calls;
        const send = sender(running(), id, method, args);
        pending.set(id, { joiner: receiver.message(), resolve, reject });
        if (outbox.length === 0 && send()) return;
        if (outbox.push(send) === 1) void empty(outbox);
      }),
    end,
  };
}
