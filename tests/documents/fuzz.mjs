/**
 * Fuzzes the document readers: `node tests/documents/fuzz.mjs [cases per format] [format…]`. Damaged copies of one small
 * file of each format, and of the files in $TAIZHANG_CORPUS/seeds where it is set, are opened in a worker thread with a limit
 * of time and memory. Prints every case that hung, crashed, threw or touched a prototype, with the number that repeats it.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { build } from "esbuild";

const SECONDS_PER_CASE = 10;
const MEGABYTES = 400;
const root = fileURLToPath(new URL("../..", import.meta.url));
const out = join(root, "node_modules/.cache/taizhang-fuzz");

if (isMainThread) await main();
else await work();

async function main() {
  const perFormat = Number(process.argv[2] ?? 2_000);
  const only = process.argv.slice(3);
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: ["open-case", "samples", "mutate"].map((name) => join(root, `tests/documents/made/${name}.ts`)),
    outdir: out, bundle: true, splitting: true, format: "esm", platform: "node", target: "node20", outExtension: { ".js": ".mjs" }, logLevel: "error",
    external: ["pdfjs-dist", "@e965/xlsx", "cfb", "fflate", "saxes"],
  });
  writeFileSync(join(out, "package.json"), "{}");
  const { samples } = await import(join(out, "samples.mjs"));
  let bad = 0;
  for (const format of only.length > 0 ? only : samples().keys()) {
    const started = Date.now();
    const found = await fuzzFormat(format, perFormat);
    bad += found.length;
    console.log(`${format}: ${perFormat} cases, ${found.length} bad, ${((Date.now() - started) / 1000).toFixed(0)} s`);
    for (const line of found) console.log(`  ${line}`);
  }
  process.exitCode = bad > 0 ? 1 : 0;
}

async function fuzzFormat(format, count) {
  const found = [];
  let next = 0;
  while (next < count) next = await runWorker(format, next, count, found);
  return found;
}

/** Runs cases from `first` on until the end or until one brings the worker down; gives the number of the case to go on with. */
function runWorker(format, first, count, found) {
  return new Promise((resolve) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { format, first, count }, resourceLimits: { maxOldGenerationSizeMb: MEGABYTES }, stderr: true, stdout: true });
    let current = first;
    let timer;
    const end = (next) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(next);
    };
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        found.push(`case ${current}: still running after ${SECONDS_PER_CASE} s`);
        end(current + 1);
      }, SECONDS_PER_CASE * 1000);
    };
    worker.on("message", (message) => {
      if (message.done) return end(count);
      if (message.wrong) found.push(`case ${message.at}: ${message.wrong}`);
      current = message.at + 1;
      watch();
    });
    worker.on("error", (error) => {
      found.push(`case ${current}: ${error.message}`);
      end(current + 1);
    });
    watch();
  });
}

async function work() {
  const { format, first, count } = workerData;
  const [{ samples }, { mutated, randomOf }, { openCase }] = await Promise.all(["samples", "mutate", "open-case"].map((name) => import(join(out, `${name}.mjs`))));
  const seeds = [samples().get(format), ...corpusFiles(format)];
  for (let at = first; at < count; at++) {
    const random = randomOf(at + 1);
    let wrong = "";
    try {
      wrong = await openCase(mutated(seeds[at % seeds.length], random));
    } catch (error) {
      wrong = `threw ${error?.stack ?? error}`;
    }
    parentPort.postMessage({ at, wrong });
  }
  parentPort.postMessage({ done: true });
}

function corpusFiles(format) {
  const folder = process.env.TAIZHANG_CORPUS;
  if (!folder) return [];
  return readdirSync(join(folder, "seeds")).filter((name) => name.endsWith(`.${format}`)).map((name) => new Uint8Array(readFileSync(join(folder, "seeds", name))));
}
