import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

// jsdom has neither; Fluent and the virtual list ask for them.
class NoResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= NoResizeObserver;
Element.prototype.scrollIntoView ??= () => undefined;

afterEach(cleanup);
