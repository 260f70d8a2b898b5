/** `npm start`: builds what is needed and serves the workbench, with the sample ledger loaded and checked. */
import { spawn } from "node:child_process";
import { buildIfStale, DIST } from "./build-dist.mjs";
import { serveFolder } from "./serve-folder.mjs";

const PORT = Number(process.env.PORT ?? 3000);

buildIfStale();
const server = await serveFolder(DIST, { port: PORT, redirects: { "/": "/?sample=1" } }).catch((error) => {
  console.error(error.code === "EADDRINUSE" ? `${PORT} 端口被占用。可以换一个：PORT=3001 npm start` : error.message);
  process.exit(1);
});
const address = `${server.url}/`;
console.log(`台账校核工作台：${address}\n按 Ctrl+C 停止。`);
if (!process.env.CI && process.stdout.isTTY) openInBrowser(address);

/** @param {string} url */
function openInBrowser(url) {
  const [command, ...args] = process.platform === "win32" ? ["cmd", "/c", "start", "", url] : [process.platform === "darwin" ? "open" : "xdg-open", url];
  // Without a browser the address printed above is enough.
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
