import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const DIST = path.join(root, "dist");

/** What the built pages are made of. */
const SOURCES = ["src", "assets", "webpack.config.js", "package-lock.json"];

/** Builds dist/ unless it is newer than everything it is made of, or REUSE_DIST=1 says to take it as it is. Throws when the build fails. */
export function buildIfStale() {
  const built = path.join(DIST, "workbench.html");
  if (process.env.REUSE_DIST === "1" && existsSync(built)) return;
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...SOURCES.map((name) => newest(path.join(root, name))))) return;
  const webpack = path.join(root, "node_modules/webpack-cli/bin/cli.js");
  const run = spawnSync(process.execPath, [webpack, "--mode", "production"], { cwd: root, stdio: "inherit" });
  if (run.status !== 0) throw new Error("webpack --mode production failed");
}

/** @param {string} name a file or folder; 0 when it is not there */
function newest(name) {
  if (!existsSync(name)) return 0;
  const stat = statSync(name);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(name).map((entry) => newest(path.join(name, entry))));
}
