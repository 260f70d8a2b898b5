import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// The views behind the first one are loaded when the pane stands; on a busy machine that takes a while.
configure({ asyncUtilTimeout: 10_000 });

// jsdom has neither; Fluent and the virtual list ask for them.
class NoResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= NoResizeObserver;
if (!("scrollIntoView" in Element.prototype)) Object.assign(Element.prototype, { scrollIntoView: () => undefined });

afterEach(cleanup);
