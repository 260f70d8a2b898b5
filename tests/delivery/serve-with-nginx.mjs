/**
 * `npm run test:nginx`: proves the package as an administrator would use it. Packages the product for a host name of its
 * own, unpacks the zip, serves it with a real nginx and the shipped configuration over https on loopback under a private
 * CA that the browser trusts, and opens it in headless Chromium: the pane inside the page that plays Excel, the
 * self-check page in and outside it, the recorder page, the workbench, the guide. Every request must stay on the origin,
 * every answer must carry the Content-Security-Policy. Not part of `npm test`: on a Debian it installs nginx and certutil.
 *
 *   node tests/delivery/serve-with-nginx.mjs [--site FOLDER]   a site that is built already
 *   CHROMIUM_PATH names the browser when it is not /usr/bin/chromium
 */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createHttpsServer, get } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { unzipSync } from "fflate";
import { chromium } from "playwright-core";
import { CONTENT_SECURITY_POLICY } from "../../src/content-security-policy.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const HOST = "taizhang.test";
const FOLDER = "/office-tools/taizhang/";
const { values } = parseArgs({ options: { site: { type: "string" } } });

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: "utf8", ...options });
  if (done.status !== 0) throw new Error(`${command} ${args.join(" ")}: ${done.error?.message ?? done.stderr}`);
  return done.stdout;
}

function installMissing() {
  const packages = [["nginx", "nginx-light"], ["certutil", "libnss3-tools"], ["openssl", "openssl"]].filter(([command]) => spawnSync("sh", ["-c", `command -v ${command} || test -x /usr/sbin/${command}`]).status !== 0).map(([, name]) => name);
  if (packages.length === 0) return;
  if (process.getuid?.() !== 0) throw new Error(`missing: ${packages.join(", ")}; install them, or run as root`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-qq"], { env });
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { env });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A CA and a certificate for HOST, as admin.html describes them: the name stands among the alternative names. */
function makeCertificates(folder) {
  const file = (name) => path.join(folder, name);
  run("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=taizhang test CA", "-keyout", file("ca.key"), "-out", file("ca.crt")]);
  run("openssl", ["req", "-newkey", "rsa:2048", "-nodes", "-subj", `/CN=${HOST}`, "-keyout", file("site.key"), "-out", file("site.csr")]);
  writeFileSync(file("site.ext"), `subjectAltName=DNS:${HOST}\nextendedKeyUsage=serverAuth\n`);
  run("openssl", ["x509", "-req", "-in", file("site.csr"), "-CA", file("ca.crt"), "-CAkey", file("ca.key"), "-CAcreateserial", "-days", "2", "-extfile", file("site.ext"), "-out", file("site.crt")]);
}

/** A home folder whose certificate store trusts the CA; the browser is started in it. */
function makeTrustingHome(folder, certificate) {
  const home = path.join(folder, "home");
  const store = `sql:${path.join(home, ".pki/nssdb")}`;
  mkdirSync(path.join(home, ".pki/nssdb"), { recursive: true });
  run("certutil", ["-d", store, "-N", "--empty-password"]);
  run("certutil", ["-d", store, "-A", "-t", "C,,", "-n", "taizhang test CA", "-i", certificate]);
  return home;
}

function unpack(zip, folder) {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** The shipped configuration with nothing changed but the three places marked 改这里. */
function startNginx(folder, port) {
  const shipped = readFileSync(path.join(folder, "package/nginx/taizhang.conf"), "utf8");
  const changed = [
    ["/etc/nginx/ssl/taizhang.crt", path.join(folder, "site.crt")],
    ["/etc/nginx/ssl/taizhang.key", path.join(folder, "site.key")],
    ["/srv/taizhang/site/", path.join(folder, "package/site/")],
  ].reduce((text, [from, to]) => {
    assert.equal(text.split(from).length, 2, `${from} stands once in the configuration`);
    return text.replace(from, to);
  }, shipped);
  assert.equal(shipped.split("\n").filter((line) => line.includes("# 改这里")).length, 3);
  assert.match(changed, new RegExp(`listen ${port} ssl;`, "u"));
  writeFileSync(path.join(folder, "taizhang.conf"), changed);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/tmp-${name};`).join(" ");
  // Workers run as the one who started, so that they may read the temporary folder.
  writeFileSync(path.join(folder, "nginx.conf"), `user ${run("id", ["-un"]).trim()};\ndaemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;\nevents {}\nhttp { access_log ${folder}/access.log; ${temporary}\ninclude ${folder}/taizhang.conf;\n}\n`);
  run("nginx", ["-t", "-c", path.join(folder, "nginx.conf")], { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } });
  return spawn("nginx", ["-c", path.join(folder, "nginx.conf")], { stdio: "inherit", env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } });
}

/** Asks nginx as a client that trusts nothing but the CA. */
function ask(url, certificate, headers = {}) {
  return new Promise((resolve, reject) => {
    get(url, { ca: readFileSync(certificate), headers, lookup: (_name, options, done) => (options.all ? done(null, [{ address: "127.0.0.1", family: 4 }]) : done(null, "127.0.0.1", 4)) }, (response) => {
      response.resume();
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers }));
    }).on("error", reject);
  });
}

async function reachable(url, certificate) {
  for (let tries = 0; ; tries++) {
    try {
      return await ask(url, certificate);
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function checkHeaders(href, certificate, files) {
  const of = async (name, headers) => (await ask(new URL(name, href), certificate, headers)).headers;
  for (const { path: name, type } of files) {
    const { status, headers } = await ask(new URL(name, href), certificate);
    assert.equal(status, 200, name);
    assert.equal(headers["content-type"], type, name);
    assert.equal(headers["content-security-policy"], CONTENT_SECURITY_POLICY, name);
    assert.equal(headers["x-content-type-options"], "nosniff", name);
    assert.equal(headers["x-frame-options"], undefined, name);
  }
  assert.equal((await of("taskpane.html"))["cache-control"], "no-cache");
  assert.equal((await of("office/office.js"))["cache-control"], "public, max-age=3600");
  const hashed = files.find(({ path: name }) => /^taskpane\.[0-9a-f]{8}\.js$/u.test(name)).path;
  assert.equal((await of(hashed))["cache-control"], "public, max-age=31536000, immutable");
  assert.equal((await of(hashed, { "Accept-Encoding": "gzip" }))["content-encoding"], "gzip");
  assert.equal((await ask(new URL("no-such-file", href), certificate)).status, 404);
  assert.equal((await ask(new URL("/etc/passwd", href), certificate)).status, 404);
  assert.equal((await ask(href.slice(0, -1), certificate)).status, 301);
  assert.equal((await ask(href, certificate)).status, 200);
}

/**
 * The page that plays Excel, on the same host name and another port, as office.js demands. Really served, from loopback
 * too: Chromium lets no page from elsewhere frame one of this machine.
 */
async function serveExcel(folder, port) {
  const built = await build({ entryPoints: [path.join(root, "tests/excel-host/browser/host-page.ts")], bundle: true, write: false, format: "iife", target: "es2022", platform: "browser", logLevel: "silent" });
  const server = createHttpsServer({ key: readFileSync(path.join(folder, "site.key")), cert: readFileSync(path.join(folder, "site.crt")) }, (request, response) => {
    const isScript = request.url === "/host.js";
    response.writeHead(200, { "Content-Type": `${isScript ? "text/javascript" : "text/html"}; charset=utf-8` });
    response.end(isScript ? built.outputFiles[0].text : '<!DOCTYPE html><title>Excel</title><link rel="icon" href="data:,"><body><script src="/host.js"></script></body>');
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}

/** Opens a page of the site in a frame of the page that plays Excel. */
async function openInExcel(context, excelPort, requests, url, { init = { sheets: [] }, base64 }) {
  const page = await context.newPage();
  watch(page, requests);
  await page.goto(`https://${HOST}:${excelPort}/`);
  await page.waitForFunction(() => "simulatedExcel" in window);
  await page.evaluate(([book, bytes, address]) => {
    window.simulatedExcel.open(book, bytes);
    window.simulatedExcel.show(address);
  }, [init, base64, url]);
  return (await page.waitForSelector("iframe")).contentFrame();
}

function watch(page, requests) {
  page.on("request", (request) => requests.urls.push(request.url()));
  page.on("requestfailed", (request) => requests.errors.push(`${request.url()} ${request.failure()?.errorText}`));
  page.on("pageerror", (error) => requests.errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") requests.errors.push(`${message.text()} ${message.location().url}`);
  });
}

/** The self-check page names what is missing, what has the wrong type, and a header that keeps Excel out. */
async function seesFaults(context, href) {
  const page = await context.newPage();
  const answer = (name, status, headers) => page.route(`**/${name}`, (route) => route.fulfill({ status, headers, body: "" }));
  await answer("office/zh-cn/office_strings.js", 404, {});
  await answer("pdf/wasm/openjpeg.wasm", 200, { "content-type": "text/plain" });
  await answer("taskpane.html", 200, { "content-type": "text/html; charset=utf-8", "x-frame-options": "DENY" });
  await page.goto(new URL("assets/pages/self-check.html", href).href);
  await page.locator("#summary[data-failures]").waitFor({ timeout: 60_000 });
  const summary = await page.locator("#summary").innerText();
  for (const words of ["office/zh-cn/office_strings.js：服务器回答 404", "pdf/wasm/openjpeg.wasm：类型是“text/plain”", "X-Frame-Options", "没有 Content-Security-Policy"]) assert.ok(summary.includes(words), `${words} in: ${summary}`);
  console.log(`self-check with faults put in: ${summary.slice(0, 9)}`);
  await page.close();
}

async function main() {
  installMissing();
  const folder = mkdtempSync(path.join(tmpdir(), "taizhang-nginx-"));
  const requests = { urls: [], errors: [] };
  let nginx;
  let excel;
  let browser;
  try {
    const [port, excelPort] = [await freePort(), await freePort()];
    const href = `https://${HOST}:${port}${FOLDER}`;
    const certificate = path.join(folder, "ca.crt");
    if (values.site !== undefined) cpSync(values.site, path.join(folder, "built"), { recursive: true });
    run(process.execPath, [path.join(root, "assets/delivery/package.mjs"), "--base-url", href, "--out", path.join(folder, "package.zip"), ...(values.site === undefined ? [] : ["--site", path.join(folder, "built")])], { cwd: root });
    unpack(path.join(folder, "package.zip"), path.join(folder, "package"));
    const { files } = JSON.parse(readFileSync(path.join(folder, "package/site/files.json"), "utf8"));
    makeCertificates(folder);
    nginx = startNginx(folder, port);
    process.once("exit", () => nginx.kill());
    await reachable(href, certificate);
    await checkHeaders(href, certificate, files);
    console.log(`nginx ${href}: ${files.length} files with type, policy and caching as they should be`);

    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
      env: { ...process.env, HOME: makeTrustingHome(folder, certificate) },
    });
    const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 400, height: 800 }, serviceWorkers: "block" });
    excel = await serveExcel(folder, excelPort);
    const inExcel = (name, workbook) => openInExcel(context, excelPort, requests, new URL(name, href).href, workbook);
    const sample = readFileSync(path.join(root, "assets/samples/ledger.xlsx")).toString("base64");

    const pane = await inExcel("taskpane.html", { base64: sample });
    await pane.getByRole("button", { name: "一键检查" }).first().click({ timeout: 30_000 });
    const verdict = pane.locator("h1", { hasText: /必改 \d+ 处|没有/u });
    await verdict.waitFor({ timeout: 60_000 });
    console.log(`pane in the page that plays Excel: ${await verdict.first().innerText()}`);

    const selfCheck = async (place, frame) => {
      await frame.locator("#summary[data-failures]").waitFor({ timeout: 60_000 });
      assert.equal(await frame.locator("#summary").innerText(), "全部通过。");
      console.log(`self-check ${place}: ${(await frame.locator(".line").allInnerTexts()).length} lines, 全部通过。`);
    };
    const checked = await inExcel("assets/pages/self-check.html", { base64: sample });
    await selfCheck("in Excel", checked);

    const recorder = await inExcel("assets/pages/recorder.html", { init: { sheets: [{ name: "Sheet1" }] } });
    await recorder.getByRole("button", { name: "开始录制" }).click({ timeout: 30_000 });
    await recorder.locator("#state-done").waitFor({ timeout: 60_000 });
    const recording = JSON.parse(await recorder.locator("#text").inputValue());
    assert.ok(recording.steps.length > 15 && recording.steps.every(({ calls }) => calls.length > 0));
    console.log(`recorder: ${recording.steps.length} steps, ${recording.steps.flatMap(({ calls }) => calls).length} exchanges; not done: ${recording.steps.filter(({ outcome }) => outcome !== "ok").map(({ name }) => name).join(", ")}`);

    const page = await context.newPage();
    watch(page, requests);
    await page.setViewportSize({ width: 1200, height: 800 });
    await page.goto(new URL("workbench.html?sample=1", href).href);
    await page.locator("aside h1").waitFor({ timeout: 60_000 });
    await page.goto(new URL("assets/pages/self-check.html", href).href);
    await selfCheck("in a browser", page);
    await seesFaults(context, href);
    await page.goto(new URL("assets/pages/too-old.html", href).href);
    assert.equal(await page.locator("#workbench").innerText(), new URL("workbench.html", href).href);
    for (const name of files.map(({ path: name }) => name).filter((name) => name.startsWith("assets/guide/") && name.endsWith(".html"))) await page.goto(new URL(name, href).href);

    const own = new URL(href).origin;
    const foreign = requests.urls.filter((url) => !url.startsWith(`${own}/`) && !url.startsWith(`https://${HOST}:${excelPort}/`) && !/^(?:data|blob):/u.test(url));
    assert.deepEqual(foreign, [], "every request stays on the origin");
    // Pictures of the guide are made by another command and may be missing; Office's telemetry is left out on purpose.
    const complaints = requests.errors.filter((message) => !/\/assets\/guide\/pictures\/|\/telemetry\//u.test(message));
    assert.deepEqual(complaints, [], "nothing is complained of");
    console.log(`${requests.urls.filter((url) => url.startsWith(`${own}/`)).length} requests of the pages, all to ${own}; no complaint on the console`);
  } catch (error) {
    if (browser) console.error({ asked: requests.urls.slice(-10), complaints: requests.errors });
    throw error;
  } finally {
    await browser?.close();
    excel?.close();
    nginx?.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

// Stopped from outside, it must not leave its nginx behind.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
await main();
