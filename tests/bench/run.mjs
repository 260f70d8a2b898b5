// `npm run bench`, or of one part `npm run bench -- browser` (core, browser, excel): bundles the measurements and runs them in a fresh process, without the test runner's overhead.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));

// The pages that are measured; what their building says goes to standard error, so that figures stand alone.
const pages = pathToFileURL(join(here, "../support/build-dist.mjs")).href;
const built = spawnSync(process.execPath, ["--input-type=module", "-e", `import { buildIfStale } from ${JSON.stringify(pages)}; buildIfStale();`], { stdio: ["ignore", 2, 2] });
if (built.status !== 0) process.exit(1);

/** A bundled file still finds what lies beside it. */
const ownAddress = {
  name: "own-address",
  /** @param {import("esbuild").PluginBuild} bundle */
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]tests[\\/].*\.m?[tj]s$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: path.endsWith("ts") ? "ts" : "js",
    }));
  },
};

const outfile = join(here, "..", "..", "dist", "bench", "main.mjs");
await build({ entryPoints: [join(here, "main.ts")], outfile, bundle: true, platform: "node", format: "esm", target: "node22", packages: "external", logLevel: "error", plugins: [ownAddress] });
process.exitCode = spawnSync(process.execPath, ["--expose-gc", outfile, ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 1;
