/** The little of a window that office.js asks for in Node: enough for it to start, nothing to draw on. */
export function makeSmallWindow(pageUrl: string): void {
  const url = new URL(pageUrl);
  const listeners = new Map<string, Set<(event: unknown) => void>>();
  const head = element("head", pageUrl);
  const body = element("body", pageUrl);
  const { hostname, origin, protocol, host, port, pathname, search, hash } = url;
  const storage = () => {
    const map = new Map<string, string>();
    return { getItem: (key: string) => map.get(key) ?? null, setItem: (key: string, value: unknown) => void map.set(key, String(value)), removeItem: (key: string) => map.delete(key), clear: () => map.clear(), key: (index: number) => [...map.keys()][index] ?? null };
  };
  const document = {
    head,
    body,
    documentElement: element("html", pageUrl),
    domain: hostname,
    URL: pageUrl,
    readyState: "complete",
    createElement: (tag: string) => element(tag, pageUrl),
    createTextNode: (data: string) => ({ data }),
    getElementById: () => null,
    querySelectorAll: () => [],
    hasFocus: () => true,
    getElementsByTagName: (tag: string) => ({ head: [head], body: [body], script: head.children.filter((child) => child.tagName === "SCRIPT") })[tag.toLowerCase()] ?? [],
    addEventListener: (type: string, listener: () => void) => void (type === "DOMContentLoaded" && setTimeout(listener, 0)),
    removeEventListener: () => undefined,
  };
  const members: Readonly<Record<string, unknown>> = {
    window: globalThis,
    self: globalThis,
    document,
    navigator: { userAgent: "node" },
    location: { href: pageUrl, origin, protocol, host, hostname, port, pathname, search, hash },
    history: {},
    screen: { width: 1280, height: 800 },
    open: () => null,
    sessionStorage: storage(),
    localStorage: storage(),
    addEventListener: (type: string, listener: (event: unknown) => void) => void listeners.set(type, (listeners.get(type) ?? new Set()).add(listener)),
    removeEventListener: (type: string, listener: (event: unknown) => void) => void listeners.get(type)?.delete(listener),
    dispatchEvent: (event: { type: string }) => {
      for (const listener of [...(listeners.get(event.type) ?? [])]) listener(event);
      return true;
    },
  };
  for (const [name, value] of Object.entries(members)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

interface SmallElement {
  tagName: string;
  children: SmallElement[];
  [name: string]: unknown;
}

function element(tag: string, pageUrl: string): SmallElement {
  const attributes = new Map<string, string>();
  const made: SmallElement = {
    tagName: tag.toUpperCase(),
    style: {},
    children: [],
    setAttribute: (name: string, value: string) => void attributes.set(name, value),
    getAttribute: (name: string) => attributes.get(name) ?? null,
    appendChild: (child: SmallElement) => {
      made.children.push(child);
      return child;
    },
    insertBefore: (child: SmallElement) => {
      made.children.unshift(child);
      return child;
    },
    removeChild: (child: SmallElement) => child,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    focus: () => undefined,
  };
  if (tag === "a")
    for (const part of ["protocol", "hostname", "host", "port", "origin", "pathname", "search", "hash"] as const) Object.defineProperty(made, part, { get: () => (typeof made["href"] === "string" ? new URL(made["href"], pageUrl)[part] : "") });
  return made;
}
