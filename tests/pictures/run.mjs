// `npm run pictures`: builds the product when it is stale, bundles the scripts beside this file and lets them take the
// pictures of the guide from the running product: assets/guide/pictures. REUSE_DIST=1 takes the build as it is.
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { buildIfStale, DIST } from "../support/build-dist.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
buildIfStale();
const outfile = path.join(DIST, "pictures", "take-pictures.mjs");
await build({
  entryPoints: [path.join(here, "take-pictures.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "error",
  plugins: [
    {
      // A module that finds files beside itself goes on finding them when it is bundled.
      name: "own-place",
      setup({ onLoad }) {
        onLoad({ filter: /[\\/]tests[\\/].*\.m?[jt]s$/ }, async ({ path: file }) => ({
          contents: (await readFile(file, "utf8")).replaceAll("import.meta.url", JSON.stringify(pathToFileURL(file).href)),
          loader: file.endsWith("ts") ? "ts" : "js",
        }));
      },
    },
  ],
});
process.exitCode = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: "inherit", env: { ...process.env, TZ: "Asia/Shanghai" } }).status ?? 1;
