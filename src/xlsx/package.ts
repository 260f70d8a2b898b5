import { DamagedXml, elementsOf, parseXml, serializeXml, XML_DECLARATION, type XmlElement } from "./xml-tree";

/** A link from one part to another, or out of the file (`external`). Targets of parts are whole paths without a leading slash. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** The last word of a relationship type ("worksheet"), which transitional and strict files share. */
export function kindOf(relationship: Relationship): string {
  return relationship.type.slice(relationship.type.lastIndexOf("/") + 1);
}

const CONTENT_TYPES = "[Content_Types].xml";

/**
 * An Open Packaging Conventions package (ECMA-376 part 2): parts by path, their content types and relationships.
 * Parts that are not written stay the bytes they were.
 */
export class Package {
  private readonly trees = new Map<string, XmlElement>();

  constructor(readonly parts: Map<string, Uint8Array>) {}

  has(path: string): boolean {
    return this.find(path) !== undefined;
  }

  /** The name under which a part is stored; some producers differ in case or begin with a slash or use backslashes. */
  find(path: string): string | undefined {
    if (this.parts.has(path)) return path;
    const plain = path.toLowerCase();
    for (const name of this.parts.keys()) if (name.replace(/\\/gu, "/").replace(/^\//u, "").toLowerCase() === plain) return name;
    return undefined;
  }

  text(path: string): string | undefined {
    const name = this.find(path);
    const bytes = name === undefined ? undefined : this.parts.get(name);
    return bytes === undefined ? undefined : decode(bytes);
  }

  /** The part as a tree, shared by all who ask; after changing it call `setTree`. */
  tree(path: string): XmlElement | undefined {
    const name = this.find(path);
    if (name === undefined) return undefined;
    const known = this.trees.get(name);
    if (known !== undefined) return known;
    const tree = parseXml(this.text(name)!);
    this.trees.set(name, tree);
    return tree;
  }

  setTree(path: string, tree: XmlElement): void {
    const name = this.find(path) ?? path;
    this.setText(name, XML_DECLARATION + serializeXml(tree));
    this.trees.set(name, tree);
  }

  setText(path: string, text: string): void {
    const name = this.find(path) ?? path;
    this.trees.delete(name);
    this.parts.set(name, new TextEncoder().encode(text));
  }

  /** Removes a part with its own relationships and its content type. */
  remove(path: string): void {
    for (const gone of [path, relationshipsPath(path)]) {
      const name = this.find(gone);
      if (name === undefined) continue;
      this.parts.delete(name);
      this.trees.delete(name);
    }
    const types = this.tree(CONTENT_TYPES);
    const kept = types?.children.filter((child) => typeof child === "string" || child.local !== "Override" || partPath(child.attributes.get("PartName") ?? "") !== path);
    if (types !== undefined && kept!.length !== types.children.length) {
      types.children = kept!;
      this.setTree(CONTENT_TYPES, types);
    }
  }

  /** The content type of a part: its own, else that of its extension. */
  contentType(path: string): string | undefined {
    const types = this.tree(CONTENT_TYPES);
    if (types === undefined) return undefined;
    const own = elementsOf(types, "Override").find((type) => partPath(type.attributes.get("PartName") ?? "").toLowerCase() === path.toLowerCase());
    const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
    const general = elementsOf(types, "Default").find((type) => type.attributes.get("Extension")?.toLowerCase() === extension);
    return (own ?? general)?.attributes.get("ContentType");
  }

  setContentType(path: string, contentType: string): void {
    if (this.contentType(path) === contentType) return;
    const types = this.tree(CONTENT_TYPES);
    if (types === undefined) throw new DamagedXml("no content types");
    types.children.push({ name: types.name.replace("Types", "Override"), local: "Override", attributes: new Map([["PartName", `/${path}`], ["ContentType", contentType]]), children: [] });
    this.setTree(CONTENT_TYPES, types);
  }

  /** The relationships of a part; of the package itself for "". */
  relationships(of: string): Relationship[] {
    const tree = this.tree(relationshipsPath(of));
    if (tree === undefined) return [];
    return elementsOf(tree, "Relationship").map((element) => {
      const external = element.attributes.get("TargetMode") === "External";
      const target = element.attributes.get("Target") ?? "";
      return { id: element.attributes.get("Id") ?? "", type: element.attributes.get("Type") ?? "", target: external ? target : resolveTarget(of, target), external };
    });
  }

  /** The part a relationship of `of` leads to, by kind; undefined when there is none or the part is missing. */
  related(of: string, kind: string): string | undefined {
    return this.relatedAll(of, kind)[0];
  }

  relatedAll(of: string, kind: string): string[] {
    return this.relationships(of)
      .filter((relationship) => !relationship.external && kindOf(relationship) === kind)
      .flatMap((relationship) => this.find(relationship.target) ?? []);
  }

  /** Adds a relationship to a part of the package and returns its id. */
  relate(of: string, type: string, target: string): string {
    const path = relationshipsPath(of);
    const tree = this.tree(path) ?? parseXml(`<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}"/>`);
    const taken = new Set(elementsOf(tree, "Relationship").map((element) => element.attributes.get("Id")));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const attributes = new Map([["Id", id], ["Type", type], ["Target", `/${target}`]]);
    tree.children.push({ name: tree.name.replace("Relationships", "Relationship"), local: "Relationship", attributes, children: [] });
    this.setTree(path, tree);
    return id;
  }

  /** Removes those relationships of a part that `drop` says. */
  unrelate(of: string, drop: (relationship: Relationship) => boolean): void {
    const path = relationshipsPath(of);
    const tree = this.tree(path);
    if (tree === undefined) return;
    const gone = new Set(this.relationships(of).filter(drop).map((relationship) => relationship.id));
    if (gone.size === 0) return;
    tree.children = tree.children.filter((child) => typeof child === "string" || !gone.has(child.attributes.get("Id") ?? ""));
    this.setTree(path, tree);
  }

  /** The parts that have relationships, "" for the package itself. */
  sources(): string[] {
    return [...this.parts.keys()].flatMap((name) => {
      const match = /^(?:(.*)\/)?_rels\/(.*)\.rels$/u.exec(name);
      if (match === null) return [];
      return [match[2] === "" ? "" : match[1] === undefined ? match[2]! : `${match[1]}/${match[2]}`];
    });
  }

  /** A path that no part has yet: "xl/worksheets/sheet", "xml" → "xl/worksheets/sheet3.xml". */
  freePath(stem: string, extension: string): string {
    let number = 1;
    while (this.has(`${stem}${number}.${extension}`)) number++;
    return `${stem}${number}.${extension}`;
  }
}

const RELATIONSHIPS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** "xl/workbook.xml" → "xl/_rels/workbook.xml.rels"; "" → "_rels/.rels". */
export function relationshipsPath(of: string): string {
  const slash = of.lastIndexOf("/");
  return `${of.slice(0, slash + 1)}_rels/${of.slice(slash + 1)}.rels`;
}

/** A target as a whole path: relative ones start from the folder of `of`, absolute ones from the package. */
function resolveTarget(of: string, target: string): string {
  const clean = safelyDecoded(target.replace(/\\/gu, "/").replace(/#.*$/u, ""));
  const steps = clean.startsWith("/") ? [] : of.split("/").slice(0, -1);
  for (const step of clean.split("/")) {
    if (step === "" || step === ".") continue;
    if (step === "..") steps.pop();
    else steps.push(step);
  }
  return steps.join("/");
}

function partPath(name: string): string {
  return safelyDecoded(name.replace(/^\//u, ""));
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray percent sign is part of the name
  }
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
