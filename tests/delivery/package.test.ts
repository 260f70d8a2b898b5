import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { OfficeAddinManifest } from "office-addin-manifest";
import { SaxesParser } from "saxes";
import { afterAll, describe, expect, it } from "vitest";
import { readBaseUrl } from "../../assets/delivery/base-url.mjs";
import { packageFiles } from "../../assets/delivery/package.mjs";
import { CONTENT_SECURITY_POLICY } from "../../src/content-security-policy.mjs";
import { madeSite, root } from "./made-site";

const HREF = "https://tz.example.gov.cn:8443/tools/taizhang/";
const site = madeSite();
const files = packageFiles({ site, base: readBaseUrl(HREF), share: "\\\\fs1\\office\\taizhang" });
const names = Object.keys(files);
const text = (name: string) => strFromU8(files[name]!);
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
afterAll(() => rmSync(dirname(site), { recursive: true }));

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** All elements of an XML text, in order; throws when it is not well-formed. */
function tagsOf(xml: string): Tag[] {
  const tags: Tag[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => void tags.push({ name, attributes }));
  parser.write(xml).close();
  return tags;
}

describe("what is in the package", () => {
  it.each(["README.txt", "manifest.xml", "manifest-self-check.xml", "nginx/taizhang.conf", "iis/web.config", "share/trusted-catalog.reg", "share/remove-trusted-catalog.reg", "licences/taizhang.txt", "licences/office-js.md", "licences/third-party.txt", "site/files.json", "site/taskpane.html", "site/workbench.html", "site/office/office.js", "site/office/LICENSE.md", "site/pdf/wasm/openjpeg.wasm", "site/pdf/wasm/LICENSE_OPENJPEG", "site/assets/guide/admin.html", "site/assets/pages/too-old.html", "site/assets/icons/icon-32.png"])("%s", (name) => expect(files[name]?.length).toBeGreaterThan(0));

  it("nothing that only its makers need", () => expect(names.filter((name) => /\.map$|\.mjs$|\/delivery\/|\/screens\/|template$/u.test(name))).toEqual([]));

  it("no template word left unfilled", () => expect(names.filter((name) => !name.startsWith("site/") && !name.endsWith(".reg") && text(name).includes("{{"))).toEqual([]));

  it("licences of every dependency, office.js with its own terms apart", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { dependencies: Record<string, string> };
    for (const [name, wanted] of Object.entries(dependencies)) expect([name, text("licences/third-party.txt").includes(`\n${name} ${wanted}\n`)]).toEqual([name, name !== "@microsoft/office-js"]);
    expect(text("licences/office-js.md")).toContain("MICROSOFT SOFTWARE LICENSE TERMS");
    expect(text("licences/third-party.txt")).toMatch(/\nscheduler \d/u);
  });

  it("is refused for a site that lacks a page", () => {
    const broken = madeSite();
    rmSync(join(broken, "taskpane.html"));
    expect(() => packageFiles({ site: broken, base: readBaseUrl(HREF) })).toThrow("缺 taskpane.html。");
    rmSync(dirname(broken), { recursive: true });
  });
});

describe("the manifests", () => {
  const source = readFileSync(join(root, "manifest.xml"), "utf8");
  const made = text("manifest.xml");

  it("keeps the id and every element, and changes only addresses and version", () => {
    const back = made.replaceAll(HREF, "https://localhost:3000/").replaceAll("https://tz.example.gov.cn:8443", "https://localhost:3000").replace(`<Version>${version}.0</Version>`, () => /<Version>.*<\/Version>/u.exec(source)![0]);
    expect(back).toBe(source);
    expect(made).toContain(`<Version>${version}.0</Version>`);
    expect(made).not.toContain("localhost");
    expect(made).toContain("<AppDomain>https://tz.example.gov.cn:8443</AppDomain>");
  });

  it.each(["manifest.xml", "manifest-self-check.xml"])("%s: every address leads to a file of the site", (name) => {
    const addresses = [...text(name).matchAll(/DefaultValue="(https:[^"]*)"/gu)].map(([, address]) => address!);
    expect(addresses.length).toBeGreaterThan(3);
    expect(addresses.filter((address) => !address.startsWith(HREF) || files[`site/${address.slice(HREF.length)}`] === undefined)).toEqual([]);
  });

  it.each(["manifest.xml", "manifest-self-check.xml"])("%s is read by Microsoft's own tool", async (name) => {
    const folder = mkdtempSync(join(tmpdir(), "taizhang-manifest-"));
    writeFileSync(join(folder, "manifest.xml"), files[name]!);
    const info = await OfficeAddinManifest.readManifestFile(join(folder, "manifest.xml"));
    expect(info).toMatchObject({ hosts: ["Workbook"], defaultLocale: "zh-CN", version: `${version}.0`, permissions: "ReadWriteDocument" });
    rmSync(folder, { recursive: true });
  });

  it("the two have ids of their own", () => {
    const id = (name: string) => /<Id>([0-9a-f-]{36})<\/Id>/u.exec(text(name))![1];
    expect(id("manifest.xml")).toBe(/<Id>([0-9a-f-]{36})<\/Id>/u.exec(source)![1]);
    expect(id("manifest-self-check.xml")).not.toBe(id("manifest.xml"));
  });
});

describe("the configurations of servers", () => {
  const nginx = text("nginx/taizhang.conf");
  const tags = tagsOf(text("iis/web.config"));
  const values = (name: string, attribute: string) => tags.filter((tag) => tag.name === name).map(({ attributes }) => attributes[attribute]!);

  it("nginx serves the folder and port of the address, and marks what is to be changed", () => {
    expect(nginx).toContain("listen 8443 ssl;");
    expect(nginx).toContain("server_name tz.example.gov.cn;");
    expect(nginx).toContain("location /tools/taizhang/ {");
    expect(nginx).toContain(`add_header Content-Security-Policy "${CONTENT_SECURITY_POLICY}" always;`);
    expect(nginx.split("\n").filter((line) => line.includes("# 改这里"))).toHaveLength(3);
    expect(nginx.split("{").length).toBe(nginx.split("}").length);
  });

  it("nginx at the root of a host has no folder to lead to", () => {
    const plain = strFromU8(packageFiles({ site, base: readBaseUrl("https://tz.example.gov.cn") })["nginx/taizhang.conf"]!);
    expect(plain).toContain("location / {");
    expect(plain).not.toContain("return 301");
  });

  it("IIS: well-formed, the policy, each kind of file once and removed before it is added", () => {
    expect(tags.find(({ name, attributes }) => name === "add" && attributes["name"] === "Content-Security-Policy")?.attributes["value"]).toBe(CONTENT_SECURITY_POLICY);
    const added = values("mimeMap", "fileExtension");
    expect(new Set(added).size).toBe(added.length);
    expect(tags.filter(({ name, attributes }) => name === "remove" && attributes["fileExtension"]).map(({ attributes }) => attributes["fileExtension"])).toEqual(added);
    expect(added).toEqual(expect.arrayContaining([".mjs", ".bcmap", ".wasm", ".json", ".pfb"]));
  });

  it("IIS: keeps hashed files for ever, office.js shortly, pages not at all", () => {
    expect(values("location", "path")).toEqual(["office", "pdf", "page.89abcdef.css", "taskpane.0123abcd.js"]);
    expect(values("clientCache", "cacheControlMaxAge")).toEqual([undefined, "01:00:00", "1.00:00:00", "365.00:00:00", "365.00:00:00"]);
    expect(values("clientCache", "cacheControlMode")[0]).toBe("DisableCache");
  });

  it("both know every kind of file that is served", () => {
    const kinds = new Set(names.filter((name) => name.startsWith("site/")).flatMap((name) => /\.[a-z0-9]+$/u.exec(name)?.[0] ?? []));
    expect([...kinds].filter((kind) => !values("mimeMap", "fileExtension").includes(kind) || !new RegExp(`\\s${kind.slice(1)};`, "u").test(nginx))).toEqual([]);
  });
});

describe("the registry files", () => {
  const decode = (name: string) => new TextDecoder("utf-16le").decode(files[name]);
  it("are what regedit imports: UTF-16 with its mark, Windows lines", () => {
    for (const name of ["share/trusted-catalog.reg", "share/remove-trusted-catalog.reg"]) {
      expect([...files[name]!.subarray(0, 2)]).toEqual([0xff, 0xfe]);
      expect(decode(name)).toMatch(/^Windows Registry Editor Version 5\.00\r\n/u);
      expect(decode(name).replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    }
  });
  it("name the share and one catalogue, to add and to take away", () => {
    const [, id] = /^\[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16\.0\\WEF\\TrustedCatalogs\\(\{[0-9a-f-]{36}\})\]\r$/mu.exec(decode("share/trusted-catalog.reg"))!;
    expect(decode("share/trusted-catalog.reg")).toContain(`"Id"="${id}"`);
    expect(decode("share/trusted-catalog.reg")).toContain('"Url"="\\\\\\\\fs1\\\\office\\\\taizhang"');
    expect(decode("share/remove-trusted-catalog.reg")).toContain(`\r\n[-HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\${id}]`);
  });
});

describe("the list for the self-check page", () => {
  const list = JSON.parse(text("site/files.json")) as { href: string; version: string; files: { path: string; type: string; bytes: number }[] };
  it("names the address, the version and files as they are", () => {
    expect([list.href, list.version]).toEqual([HREF, version]);
    for (const { path, bytes } of list.files) expect([path, bytes]).toEqual([path, files[`site/${path}`]!.length]);
  });
  it("holds every page and script, and one of each kind of the many data files", () => {
    const paths = list.files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(["index.html", "taskpane.html", "taskpane.0123abcd.js", "office/office.js", "office/zh-cn/office_strings.js", "assets/pages/old-office.js", "pdf/wasm/openjpeg.wasm"]));
    expect(paths.filter((path) => path.endsWith(".bcmap"))).toEqual(["pdf/cmaps/A.bcmap"]);
    expect(list.files.find(({ path }) => path === "taskpane.0123abcd.js")?.type).toBe("text/javascript; charset=utf-8");
  });
});

describe("npm run package", () => {
  const call = (...args: readonly string[]) => spawnSync(process.execPath, [join(root, "assets/delivery/package.mjs"), ...args], { encoding: "utf8" });

  it("writes the zip, the recorder's script in it", () => {
    const out = join(dirname(site), "made.zip");
    const { status, stdout } = call("--base-url", HREF, "--site", site, "--out", out);
    expect([status, stdout.includes(HREF)]).toEqual([0, true]);
    const zip = unzipSync(readFileSync(out));
    expect(Object.keys(zip)).toEqual(expect.arrayContaining(names));
    expect(strFromU8(zip["site/assets/pages/recorder.js"]!)).toContain("CoreUtility");
    expect(strFromU8(zip["manifest.xml"]!)).toBe(text("manifest.xml"));
  });

  it.each([
    [["--base-url", "http://tz.example.gov.cn/"], "Office 只打开 https 开头的网址。"],
    [[], "请用 --base-url 写明"],
    [["--base-url", HREF, "--share", "C:\\share"], "请写成 \\\\服务器\\文件夹。"],
    [["--base-url", HREF, "--nonsense"], "认不出"],
  ])("refuses %j with one sentence, before it builds anything", (args, sentence) => {
    const { status, stdout, stderr } = call(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
