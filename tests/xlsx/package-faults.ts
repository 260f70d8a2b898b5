import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { childOf, childrenOf, descendantsOf, parseXml, type XmlElement } from "../excel-host/xlsx/xml";

const ORDER = [
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
  "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
  "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "picture",
  "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
];

/**
 * What is wrong with a package, each fault in a line: parts without content type, content types and relationships that lead
 * nowhere, ids that no relationship has, indexes outside their tables, children of a worksheet out of order, merges that
 * overlap. Reads the bytes with means of its own.
 */
export function packageFaults(bytes: Uint8Array): string[] {
  const files = new Map(Object.entries(unzipSync(bytes)));
  const faults: string[] = [];
  const xml = (path: string): XmlElement => parseXml(new TextDecoder().decode(files.get(path)));
  const types = xml("[Content_Types].xml");
  const extensions = new Set(childrenOf(types, "Default").map((type) => type.attributes["Extension"]?.toLowerCase()));
  const overrides = childrenOf(types, "Override").map((type) => (type.attributes["PartName"] ?? "").slice(1));
  if (new Set(overrides).size !== overrides.length) faults.push("a content type stands twice");
  for (const name of overrides) if (!files.has(name)) faults.push(`content type of ${name}, which is not there`);
  for (const name of files.keys()) {
    const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
    if (name !== "[Content_Types].xml" && !overrides.includes(name) && !extensions.has(extension)) faults.push(`${name} has no content type`);
  }
  for (const [name, part] of files) if (/\.(?:xml|rels)$/u.test(name)) faults.push(...namespaceFaults(name, new TextDecoder().decode(part)));
  const reached = new Set<string>();
  for (const path of [...files.keys()].filter((name) => name.endsWith(".rels"))) {
    const source = path.replace(/_rels\/([^/]*)\.rels$/u, "$1");
    if (source !== "" && !files.has(source)) faults.push(`${path} belongs to nothing`);
    const relationships = childrenOf(xml(path), "Relationship");
    const ids = relationships.map((one) => one.attributes["Id"] ?? "");
    if (new Set(ids).size !== ids.length) faults.push(`${path} has an id twice`);
    for (const { attributes } of relationships) {
      if (attributes["TargetMode"] === "External") continue;
      const target = new URL(attributes["Target"] ?? "", `file:///${source}`).pathname.slice(1);
      reached.add(decodeURIComponent(target));
      if (!files.has(decodeURIComponent(target))) faults.push(`${path} leads to ${target}, which is not there`);
    }
    if (!source.endsWith(".xml")) continue;
    const used = new TextDecoder().decode(files.get(source)).matchAll(/\sr:(?:id|embed|link|pict)="([^"]*)"/gu);
    for (const [, id = ""] of used) if (!ids.includes(id)) faults.push(`${source}: no relationship ${id}`);
  }
  for (const name of files.keys()) if (!reached.has(name) && !name.endsWith(".rels") && name !== "[Content_Types].xml") faults.push(`nothing leads to ${name}`);
  return [...faults, ...sheetFaults(files, xml)];
}

/** Prefixes that nothing declares: other programs refuse the whole file for one. */
function namespaceFaults(name: string, text: string): string[] {
  const faults: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => faults.push(`${name}: ${error.message}`));
  parser.write(text).close();
  return faults;
}

function sheetFaults(files: ReadonlyMap<string, Uint8Array>, xml: (path: string) => XmlElement): string[] {
  const faults: string[] = [];
  const count = (path: string, list: string | null, item: string): number => {
    if (!files.has(path)) return 0;
    const root = xml(path);
    return childrenOf(list === null ? root : (childOf(root, list) ?? { ...root, children: [] }), item).length;
  };
  const formats = count("xl/styles.xml", "cellXfs", "xf");
  const strings = count("xl/sharedStrings.xml", null, "si");
  const looks = count("xl/styles.xml", "dxfs", "dxf");
  for (const path of [...files.keys()].filter((name) => /^xl\/worksheets\/[^/]*\.xml$/u.test(name))) {
    const root = xml(path);
    const ranks = root.children.map((child) => ORDER.indexOf(child.name));
    if (ranks.some((rank, place) => rank >= 0 && rank < (ranks[place - 1] ?? -1))) faults.push(`${path}: children out of order`);
    let lastRow = 0;
    for (const row of descendantsOf(root, "row")) {
      if (Number(row.attributes["r"]) <= lastRow) faults.push(`${path}: row ${row.attributes["r"]} out of order`);
      lastRow = Number(row.attributes["r"]);
    }
    for (const { attributes, children } of descendantsOf(root, "c")) {
      if (Number(attributes["s"] ?? 0) >= Math.max(1, formats)) faults.push(`${path}: ${attributes["r"]} has no format ${attributes["s"]}`);
      const index = Number(children.find((child) => child.name === "v")?.text ?? 0);
      if (attributes["t"] === "s" && !(index < strings)) faults.push(`${path}: ${attributes["r"]} has no string ${index}`);
    }
    for (const rule of descendantsOf(root, "cfRule")) if (Number(rule.attributes["dxfId"] ?? -1) >= looks) faults.push(`${path}: no look ${rule.attributes["dxfId"]}`);
    const merges = descendantsOf(root, "mergeCell").map((merge) => merge.attributes["ref"] ?? "");
    if (new Set(merges).size !== merges.length) faults.push(`${path}: a merge stands twice`);
    for (const list of ["mergeCells", "dataValidations", "conditionalFormatting", "cols"]) for (const element of descendantsOf(root, list)) if (element.children.length === 0) faults.push(`${path}: empty ${list}`);
  }
  const workbook = xml("xl/workbook.xml");
  const sheets = descendantsOf(workbook, "sheet").length;
  for (const name of descendantsOf(workbook, "definedName")) if (Number(name.attributes["localSheetId"] ?? 0) >= sheets) faults.push(`name ${name.attributes["name"]} of no sheet`);
  return faults;
}
