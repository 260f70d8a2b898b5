import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OfficeAddinManifest } from "office-addin-manifest";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { strings } from "../src/strings/commands";
import { ribbonStrings } from "../src/strings/ribbon";
import { ribbonNames } from "../src/commands/ribbon";

const root = join(import.meta.dirname, "..");
const path = join(root, "manifest.xml");
const text = readFileSync(path, "utf8");

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

function parsed(xml: string): Element {
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: "" };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("text", (piece) => (open.at(-1)!.text += piece));
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return top.children[0]!;
}

const manifest = parsed(text);
const all = (name: string, from: Element = manifest): Element[] => [...(from.name === name ? [from] : []), ...from.children.flatMap((child) => all(name, child))];
const resources = new Map(["bt:Image", "bt:Url", "bt:String"].flatMap((kind) => all(kind).map((entry) => [entry.attributes["id"]!, entry.attributes["DefaultValue"]!] as const)).filter(([id]) => id !== undefined));
const short = new Set(all("bt:ShortStrings").flatMap((group) => all("bt:String", group)).map((entry) => entry.attributes["id"]!));
const long = new Set(all("bt:LongStrings").flatMap((group) => all("bt:String", group)).map((entry) => entry.attributes["id"]!));

describe("the manifest as Office reads it", () => {
  it("is read by Microsoft's own tool", async () => {
    const info = await OfficeAddinManifest.readManifestFile(path);
    expect(info.displayName).toBe("台账校核");
    expect(info.hosts).toEqual(["Workbook"]);
    expect(info.defaultLocale).toBe("zh-CN");
  });

  it("asks the least of old Office, and the real floor for the ribbon", () => {
    const [base, overrides] = all("Requirements");
    expect(all("Set", base).map(({ attributes }) => [attributes["Name"], attributes["MinVersion"]])).toEqual([["ExcelApi", "1.1"]]);
    expect(all("bt:Set", overrides).map(({ attributes }) => [attributes["Name"], attributes["MinVersion"]])).toEqual([["ExcelApi", "1.13"], ["SharedRuntime", "1.1"]]);
  });

  it("has one runtime, and it is the pane's own page", () => {
    const runtimes = all("Runtime");
    expect(runtimes.map(({ attributes }) => attributes["lifetime"])).toEqual(["long"]);
    const pages = [runtimes[0]!, ...all("FunctionFile"), ...all("SourceLocation").filter(({ attributes }) => attributes["resid"])].map(({ attributes }) => attributes["resid"]);
    expect(new Set(pages).size).toBe(1);
    expect(resources.get(pages[0]!)).toBe(all("DefaultSettings")[0]!.children[0]!.attributes["DefaultValue"]);
  });
});

describe("what points somewhere", () => {
  const used = [...text.matchAll(/resid="([^"]+)"/gu)].map(([, id]) => id!);
  it("resolves: every resid", () => expect(used.filter((id) => !resources.has(id))).toEqual([]));
  it("is used: every resource", () => expect([...resources.keys()].filter((id) => !used.includes(id))).toEqual([]));
  it("is https: every address", () => expect([...text.matchAll(/(?:DefaultValue|Url)="(https?:[^"]*)"|<AppDomain>([^<]*)</gu)].map(([, a, b]) => a ?? b!).filter((url) => !url.startsWith("https://"))).toEqual([]));

  it.each(all("bt:Image").filter(({ attributes }) => attributes["id"]).map(({ attributes }) => [attributes["id"]!, attributes["DefaultValue"]!]))("icon %s has its file and size", (id, url) => {
    const file = join(root, new URL(url).pathname);
    expect(existsSync(file)).toBe(true);
    const png = readFileSync(file);
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    const size = Number(id.split(".")[1]);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  });

  it.each(all("Icon").map((icon, index) => [index, icon] as const))("icon group %i offers 16, 32 and 80", (_, icon) =>
    expect(all("bt:Image", icon).map(({ attributes }) => attributes["size"])).toEqual(["16", "32", "80"]));

  it("has the icon of the store page in 32 and 64", () => {
    for (const [name, size] of [["IconUrl", 32], ["HighResolutionIconUrl", 64]] as const) {
      const png = readFileSync(join(root, new URL(all(name)[0]!.attributes["DefaultValue"]!).pathname));
      expect(png.readUInt32BE(16)).toBe(size);
    }
  });
});

describe("the ribbon", () => {
  const buttons = all("Control");
  const functionOf = (button: Element) => all("FunctionName", button)[0]?.text;

  it("offers exactly the commands that are bound", () => {
    const functions = buttons.flatMap((button) => functionOf(button) ?? []);
    expect(functions.sort()).toEqual([...ribbonNames].sort());
  });

  it("calls each command by the name it has in the pane", () => {
    const words: Readonly<Record<string, unknown>> = { ...strings, ...ribbonStrings };
    for (const button of buttons) {
      const name = functionOf(button);
      if (name) expect([name, resources.get(all("Label", button)[0]!.attributes["resid"]!)]).toEqual([name, words[name]]);
    }
  });

  it("opens the pane with one button only", () => expect(all("Action").filter(({ attributes }) => attributes["xsi:type"] === "ShowTaskpane")).toHaveLength(1));

  it("keeps Office's limits: one tab, at most 6 groups of at most 7 buttons", () => {
    expect(all("CustomTab")).toHaveLength(1);
    expect(all("Group").length).toBeLessThanOrEqual(6);
    for (const group of all("Group")) expect(all("Control", group).length).toBeLessThanOrEqual(7);
  });

  it("puts the tab's label after its groups, as the schema wants it", () => expect(all("CustomTab")[0]!.children.at(-1)!.name).toBe("Label"));

  it("keeps the limits on ids and texts", () => {
    const ids = [...text.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.length > 125)).toEqual([]);
    expect([...resources.keys()].filter((id) => id.length > 32)).toEqual([]);
    for (const id of short) expect(resources.get(id)!.length).toBeLessThanOrEqual(125);
    for (const id of long) expect(resources.get(id)!.length).toBeLessThanOrEqual(250);
    expect(all("DisplayName")[0]!.attributes["DefaultValue"]!.length).toBeLessThanOrEqual(125);
    expect(all("Description")[0]!.attributes["DefaultValue"]!.length).toBeLessThanOrEqual(250);
  });

  it("draws labels from short texts and tips from long ones", () => {
    for (const tip of all("Supertip")) {
      expect(short.has(tip.children[0]!.attributes["resid"]!)).toBe(true);
      expect(long.has(tip.children[1]!.attributes["resid"]!)).toBe(true);
    }
  });
});
