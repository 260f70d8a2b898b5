/**
 * `node assets/delivery/standalone.mjs`: the workbench as one HTML file for desks without a server, opened by a double
 * click: dist/standalone/台账校核.html. `npm run package` puts it into the package.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { thirdPartyLicences } from "./licences.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Where the file is written, and what it is called on the desk. */
export const STANDALONE = path.join(root, "dist/standalone/台账校核.html");

/** The character maps of the two Chinese collections, Adobe-GB1 and Adobe-CNS1; those of Japan and Korea stay out. */
const CHINESE_MAP = /^(?:Adobe-(?:GB1|CNS1)-|GB|UniGB|UniCNS|B5|ET|HK|CNS).*\.bcmap$/u;

/** @param {string} name within the project */
const base64Of = (name) => readFileSync(path.join(root, name)).toString("base64");

function pdfAssets() {
  const names = readdirSync(path.join(root, "node_modules/pdfjs-dist/cmaps")).filter((name) => CHINESE_MAP.test(name));
  return Object.fromEntries(names.map((name) => [`cmaps/${name}`, base64Of(`node_modules/pdfjs-dist/cmaps/${name}`)]));
}

/**
 * One script with everything it imports, and what it takes from the "standalone:" module.
 *
 * @param {string} entry
 * @param {Record<string, unknown>} parts
 * @returns {Promise<string>}
 */
async function scriptOf(entry, parts) {
  const carried = Object.entries(parts).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
  const { outputFiles, warnings } = await build({
    entryPoints: [path.join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    minify: true,
    charset: "utf8",
    format: "iife",
    platform: "browser",
    target: "es2022",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    logLevel: "error",
    plugins: [
      {
        name: "standalone",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^standalone:/ }, ({ path: name }) => ({ path: name, namespace: "standalone" }));
          onLoad({ filter: /.*/, namespace: "standalone" }, () => ({ contents: carried.join("\n"), loader: "js" }));
        },
      },
    ],
  });
  if (warnings.length > 0) throw new Error(`${entry}: ${warnings[0].text}`);
  return outputFiles[0].text;
}

/**
 * A script as it may stand within a script element: "</script" would end it, "<!--" would make a later "<script" swallow
 * its end. Both occur in strings and regular expressions only, where \x3C means the same.
 *
 * @param {string} script
 */
const inElement = (script) => script.replaceAll(/<(?=!--|\/?script)/giu, "\\x3C");

/** @param {string} text */
const asText = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/**
 * The page. Its policy lets this one script run, known by its hash, and its worker out of a blob; nothing may be fetched
 * from anywhere.
 *
 * @param {string} script
 */
function pageAround(script) {
  // A parser of HTML changes these two, and the hash would no longer fit.
  if (/[\r\0]/u.test(script)) throw new Error("the script holds a sign that HTML does not keep");
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const hash = createHash("sha256").update(script, "utf8").digest("base64");
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; worker-src blob:; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  const licences = `${readFileSync(path.join(root, "LICENSE"), "utf8").trim()}\n\n${thirdPartyLicences(root)}`;
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="version" content="${version}" />
    <title>台账校核工作台</title>
    <link rel="icon" href="data:," />
    <style>
${readFileSync(path.join(root, "src/page.css"), "utf8").trimEnd()}
    </style>
  </head>
  <body>
    <div id="root"></div>
    <noscript>请用新版 Edge、Chrome 等浏览器打开，并允许这一页运行脚本。</noscript>
    <template id="licences"><pre>${asText(licences)}</pre></template>
    <script>${script}</script>
  </body>
</html>
`;
}

/**
 * Builds the single file.
 *
 * @param {string} [out]
 * @returns {Promise<{ file: string, bytes: number }>} rejects when it cannot be built
 */
export async function buildStandalone(out = STANDALONE) {
  const workerScript = await scriptOf("src/workbench/standalone/worker.ts", { pdfAssets: pdfAssets() });
  const samples = { ledger: base64Of("assets/samples/ledger.xlsx"), parent: base64Of("assets/samples/parent.docx") };
  const page = Buffer.from(pageAround(inElement(await scriptOf("src/workbench/standalone/start.tsx", { workerScript, samples }))));
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, page);
  return { file: out, bytes: page.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { file, bytes } = await buildStandalone();
  console.log(`${file}\n${(bytes / 1024 / 1024).toFixed(1)} MB`);
}
