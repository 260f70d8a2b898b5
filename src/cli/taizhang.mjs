#!/usr/bin/env node
// Starts the command line. It is TypeScript, so it is bundled into dist/cli when a source file is newer than the bundle.
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const src = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = join(dirname(src), "dist", "cli", "main.mjs");
const needed = ["core", "xlsx", "documents", "commands", "strings", "cli"].map((folder) => join(src, folder));

function newest(folder) {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    time = Math.max(time, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return time;
}

if (!existsSync(bundle) || Math.max(...needed.map(newest)) > statSync(bundle).mtimeMs) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: { main: join(src, "cli", "main.ts"), "pdf-apart-worker": join(src, "documents", "node", "pdf-apart-worker.ts") },
    outdir: dirname(bundle),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "error",
  });
}

// Who reads the output may leave before its end (| head); what was asked for is done all the same.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});

const { main } = await import(pathToFileURL(bundle).href);
process.exitCode = await main(process.argv.slice(2));
