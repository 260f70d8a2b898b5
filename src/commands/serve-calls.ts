import { Cutter, Receiver, type Joiner } from "./slices";
import type { AnswerMessage, CallMessage, MessageEnd } from "./worker-messages";

/** The worker's side of `call-worker.ts`: begins calls of an object's methods, which take and give plain data, in the order they arrive. */
export function serveCalls(scope: MessageEnd, methods: object): void {
  const arriving = new Map<number, Joiner>();
  const cutter = new Cutter();
  const receiver = new Receiver();

  const answer = (id: number, value: unknown) => {
    const pieces = cutter.cut(value);
    for (;;) {
      const piece = pieces.next();
      scope.postMessage((piece.done === true ? { id, value: piece.value } : { id, slice: piece.value }) satisfies AnswerMessage);
      if (piece.done === true) return;
    }
  };

  scope.onmessage = (event) => {
    const message = event.data as CallMessage;
    const joiner = arriving.get(message.id) ?? receiver.message();
    if ("slice" in message) {
      arriving.set(message.id, joiner);
      joiner.add(message.slice);
      return;
    }
    const { id, method, args } = message;
    arriving.delete(id);
    run(methods, method, joiner.finish(args) as readonly unknown[])
      .then((value) => answer(id, value))
      .catch((error: unknown) => scope.postMessage({ id, bug: error instanceof Error ? { name: error.name, message: error.message } : { name: "Error", message: String(error) } } satisfies AnswerMessage));
  };
}

function run(methods: object, method: string, args: readonly unknown[]): Promise<unknown> {
  const served = (methods as Readonly<Record<string, ((...args: readonly unknown[]) => unknown) | undefined>>)[method];
  if (served === undefined) return Promise.reject(new Error(`no method ${method}`));
  return new Promise((resolve) => resolve(served(...args)));
}
