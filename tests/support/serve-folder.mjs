import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { CONTENT_SECURITY_POLICY } from "../../src/content-security-policy.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/**
 * Serves a folder on this machine only, with the product's Content-Security-Policy as a header.
 *
 * @param {string} folder
 * @param {{ port?: number, headers?: Record<string, string>, redirects?: Record<string, string> }} [options] port 0 (the
 *   default) takes any free one; redirects lead from an address, as asked for, to another.
 * @returns {Promise<{ url: string, close(): Promise<void> }>} rejects when the port is taken.
 */
export async function serveFolder(folder, { port = 0, headers = {}, redirects = {} } = {}) {
  const root = path.resolve(folder);
  const server = createServer((request, response) => {
    const redirect = redirects[request.url ?? "/"];
    if (redirect !== undefined) {
      response.writeHead(302, { Location: redirect }).end();
      return;
    }
    const name = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.join(root, name.endsWith("/") ? `${name}index.html` : name);
    if (!file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("没有这个文件");
      return;
    }
    response.writeHead(200, {
      "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream",
      "Content-Security-Policy": CONTENT_SECURITY_POLICY,
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
      ...headers,
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(undefined));
  });
  const address = server.address();
  return {
    url: `http://localhost:${typeof address === "object" && address !== null ? address.port : port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve(undefined));
      }),
  };
}
