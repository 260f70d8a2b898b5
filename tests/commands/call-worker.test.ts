import { describe, expect, it } from "vitest";
import { callsToWorker } from "../../src/commands/call-worker";
import { serveCalls } from "../../src/commands/serve-calls";
import type { WorkerLike } from "../../src/commands/worker-messages";
import { messageWorker } from "../support/message-worker";

class Gone extends Error {}

const worker = (methods: object) => messageWorker((scope) => serveCalls(scope, methods));

const rows = (count: number) => Array.from({ length: count }, (_, row) => ({ row, text: `第${row}项` }));

describe("calls to a worker", () => {
  it("takes long arguments and answers over", async () => {
    const { start, posted } = worker({ reversed: (list: unknown[], key: string) => Promise.resolve({ key, list: list.reverse() }) });
    const answer = await callsToWorker(start, () => new Gone()).call("reversed", [rows(20_000), "甲"]);
    expect(answer).toEqual({ key: "甲", list: rows(20_000).reverse() });
    expect(posted.length).toBeGreaterThan(20);
  });

  it("posts what is short at once, in one message", () => {
    const { start, posted } = worker({ echo: (text: string) => Promise.resolve(text) });
    void callsToWorker(start, () => new Gone()).call("echo", ["甲"]);
    expect(posted).toHaveLength(1);
  });

  it("lets calls arrive in the order they were made, a short one behind a long one", async () => {
    const seen: string[] = [];
    const { start } = worker({
      note: (name: string) => {
        seen.push(name);
        return Promise.resolve();
      },
    });
    const calls = callsToWorker(start, () => new Gone());
    await Promise.all([calls.call("note", ["长", rows(100_000)]), calls.call("note", ["短"]), calls.call("note", ["长二", rows(30_000)]), calls.call("note", ["短二"])]);
    expect(seen).toEqual(["长", "短", "长二", "短二"]);
  });

  it("gives the page its turn while something long is being sent", async () => {
    const { start } = worker({ size: (list: unknown[]) => Promise.resolve(list.length) });
    const calls = callsToWorker(start, () => new Gone());
    const steps: string[] = [];
    const long = calls.call("size", [rows(150_000)]).then(() => steps.push("answer"));
    setImmediate(() => steps.push("page"));
    await long;
    expect(steps).toEqual(["page", "answer"]);
  });

  it("rejects with a bug of the worker's by name and message", async () => {
    const { start } = worker({ fail: () => Promise.reject(new RangeError("out of range")), thrown: () => { throw new TypeError("no"); } });
    const calls = callsToWorker(start, () => new Gone());
    await expect(calls.call("fail", [])).rejects.toMatchObject({ name: "RangeError", message: "out of range" });
    await expect(calls.call("thrown", [])).rejects.toMatchObject({ name: "TypeError", message: "no" });
    await expect(calls.call("nowhere", [])).rejects.toMatchObject({ message: "no method nowhere" });
  });

  it("rejects what cannot be sent, and goes on", async () => {
    const { start } = worker({ echo: (text: unknown) => Promise.resolve(text) });
    const calls = callsToWorker(start, () => new Gone());
    await expect(calls.call("echo", [() => undefined])).rejects.toThrow();
    await expect(calls.call("echo", ["甲"])).resolves.toBe("甲");
  });

  it("rejects everything pending when it is ended, and starts anew with the next call", async () => {
    const made = worker({ never: () => new Promise(() => undefined), echo: (text: string) => Promise.resolve(text) });
    const calls = callsToWorker(made.start, () => new Gone());
    const waiting = [calls.call("never", []), calls.call("echo", [rows(100_000)]), calls.call("echo", ["乙"])];
    calls.end();
    for (const call of waiting) await expect(call).rejects.toBeInstanceOf(Gone);
    await expect(calls.call("echo", ["丙"])).resolves.toBe("丙");
    expect(made.started()).toBe(2);
  });

  it("ends when the worker breaks", async () => {
    let broken: WorkerLike | undefined;
    const { start } = worker({ never: () => new Promise(() => undefined) });
    const calls = callsToWorker(() => (broken = start()), () => new Gone());
    const call = calls.call("never", []);
    broken!.onerror!({} as ErrorEvent);
    await expect(call).rejects.toBeInstanceOf(Gone);
  });
});
