/**
 * `npm run package -- --base-url https://host/path/`: builds the site and the workbench as one file, and writes
 * dist/package/taizhang-<version>.zip, all that an administrator needs to serve the add-in without the internet. Options:
 *   --share \\\\server\\folder  the network share that manifest.xml will lie in (trusted-catalog.reg names it)
 *   --site FOLDER            takes a site that is built already
 *   --out FILE               where the zip goes
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import { CONTENT_SECURITY_POLICY } from "../../src/content-security-policy.mjs";
import { BaseUrlError, readBaseUrl } from "./base-url.mjs";
import { thirdPartyLicences } from "./licences.mjs";
import { manifestFor } from "./manifest-for.mjs";
import { MIME_TYPES, TEXT_TYPES, contentTypeOf } from "./mime-types.mjs";
import { HASHED_NAME, fileList, siteFiles } from "./site-files.mjs";
import { STANDALONE, buildStandalone } from "./standalone.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const OUT = path.join(root, "dist/package");
/** Names the catalogue in the registry; the same for all versions, so that it is registered once. */
const CATALOG_ID = "{11fb9daa-eb01-471f-9fca-ab9781440273}";
const EXAMPLE_SHARE = "\\\\server\\taizhang";
/** Zip knows no time zone; one fixed day keeps equal contents equal bytes. */
const ZIP_TIME = new Date(2025, 0, 1);

/** A template with its {{words}} replaced; throws for a word it has and nobody gave. */
function filled(name, words) {
  return readFileSync(path.join(root, "assets/delivery", name), "utf8").replace(/\{\{(\w+)\}\}/gu, (_, word) => {
    if (words[word] === undefined) throw new Error(`${name}: no ${word}`);
    return words[word];
  });
}

const windowsLines = (text) => text.replaceAll("\n", "\r\n");
/** Notepad and regedit of every Windows read these two forms. */
const withMark = (text) => Buffer.from(`\uFEFF${windowsLines(text)}`, "utf8");
const utf16 = (text) => Buffer.from(`\uFEFF${windowsLines(text)}`, "utf16le");

function nginxConfig(base, version) {
  const types = Object.entries(MIME_TYPES).map(([extension, type]) => `            ${type} ${extension.slice(1)};`);
  const bare = base.path.slice(0, -1);
  return filled("nginx.conf.template", {
    version,
    href: base.href,
    host: base.host,
    port: String(base.port),
    path: base.path,
    pathPattern: base.path.replaceAll(".", "\\."),
    redirect: bare === "" ? "" : `\n    location = ${bare} {\n        return 301 ${base.href};\n    }\n`,
    policy: CONTENT_SECURITY_POLICY,
    textTypes: TEXT_TYPES.filter((type) => type !== "text/html").join(" "),
    gzipTypes: TEXT_TYPES.filter((type) => type !== "text/html").join(" "),
    types: types.join("\n"),
  });
}

function iisConfig(base, version, names) {
  const kept = (location, age) => `  <location path="${location}">\n    <system.webServer>\n      <staticContent>\n        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="${age}" />\n      </staticContent>\n    </system.webServer>\n  </location>`;
  return filled("web.config.template", {
    version,
    href: base.href,
    policy: CONTENT_SECURITY_POLICY.replaceAll("&", "&amp;").replaceAll('"', "&quot;"),
    types: Object.keys(MIME_TYPES)
      .map((extension) => `      <remove fileExtension="${extension}" />\n      <mimeMap fileExtension="${extension}" mimeType="${contentTypeOf(extension)}" />`)
      .join("\n"),
    cached: [kept("office", "01:00:00"), kept("pdf", "1.00:00:00"), ...names.filter((name) => HASHED_NAME.test(name)).map((name) => kept(name, "365.00:00:00"))].join("\n"),
  });
}

/**
 * The package's files by their paths within the zip.
 *
 * @param {{ site: string, base: import("./base-url.mjs").BaseUrl, share?: string }} options
 * @returns {Record<string, Uint8Array>}
 */
export function packageFiles({ site, base, share = EXAMPLE_SHARE }) {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const files = siteFiles(site);
  const words = { version, href: base.href, origin: base.origin, share, shareEscaped: share.replaceAll("\\", "\\\\"), catalogId: CATALOG_ID };
  const licence = readFileSync(path.join(root, "LICENSE"));
  const officeLicence = readFileSync(path.join(root, "node_modules/@microsoft/office-js/LICENSE.md"));
  return {
    "README.txt": withMark(filled("README.txt.template", { ...words, standaloneLine: existsSync(STANDALONE) ? "standalone\\台账校核.html      单个文件的网页工作台，双击就能用\n" : "" })),
    "manifest.xml": Buffer.from(manifestFor(readFileSync(path.join(root, "manifest.xml"), "utf8"), base, version)),
    "manifest-self-check.xml": Buffer.from(filled("self-check-manifest.xml.template", words)),
    "nginx/taizhang.conf": Buffer.from(nginxConfig(base, version)),
    "iis/web.config": Buffer.from(windowsLines(iisConfig(base, version, [...files.keys()]))),
    "share/trusted-catalog.reg": utf16(filled("trusted-catalog.reg.template", words)),
    "share/remove-trusted-catalog.reg": utf16(filled("remove-trusted-catalog.reg.template", words)),
    "licences/taizhang.txt": licence,
    "licences/office-js.md": officeLicence,
    "licences/third-party.txt": Buffer.from(thirdPartyLicences(root)),
    ...(existsSync(STANDALONE) ? { "standalone/台账校核.html": readFileSync(STANDALONE) } : {}),
    ...Object.fromEntries([...files].map(([name, bytes]) => [`site/${name}`, bytes])),
    "site/files.json": Buffer.from(JSON.stringify(fileList(files, version, base.href))),
    "site/office/LICENSE.md": officeLicence,
  };
}

/** The recorder page speaks to Excel through src/excel, so its script is built; every other page of assets/pages is as written. */
export async function buildRecorder(site) {
  const { build } = await import("esbuild");
  await build({ entryPoints: [path.join(root, "src/excel/recorder-page.ts")], outfile: path.join(site, "assets/pages/recorder.js"), bundle: true, minify: true, charset: "utf8", format: "iife", target: "es2020", logLevel: "error" });
}

function buildSite(site) {
  const webpack = path.join(root, "node_modules/webpack-cli/bin/cli.js");
  const run = spawnSync(process.execPath, [webpack, "--mode", "production", "--output-path", site], { cwd: root, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, OFFICE_JS: "" } });
  if (run.status !== 0) throw new Error("webpack --mode production failed");
}

async function main() {
  const { values } = parseArgs({ options: { "base-url": { type: "string" }, share: { type: "string" }, site: { type: "string" }, out: { type: "string" } } });
  const base = readBaseUrl(values["base-url"]);
  if (values.share !== undefined && !/^\\\\[^\\/:*?"<>|]+(?:\\[^\\/:*?"<>|]+)+$/u.test(values.share)) throw new BaseUrlError(`共享文件夹“${values.share}”不能用：请写成 \\\\服务器\\文件夹。`);
  const site = values.site ?? path.join(OUT, "site");
  if (values.site === undefined) buildSite(site);
  await buildRecorder(site);
  await buildStandalone();
  const files = packageFiles({ site, base, ...(values.share === undefined ? {} : { share: values.share }) });
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const out = values.out ?? path.join(OUT, `taizhang-${version}.zip`);
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, zipSync(files, { level: 9, mtime: ZIP_TIME }));
  console.log(`${out}\n网址 ${base.href}，${Object.keys(files).length} 个文件。`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(String(error.code ?? "").startsWith("ERR_PARSE_ARGS_") ? `认不出这样的选项。可以用 --base-url、--share、--site、--out，每项后面写一个值。` : error instanceof BaseUrlError ? error.message : error);
    process.exit(2);
  });
}
