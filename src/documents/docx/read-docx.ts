import type { DocumentNote, OpenedDocument } from "../document";
import { openZip, type Zip } from "../bytes/zip";
import { joinTables } from "../join-tables";
import { Refusal } from "../refuse";
import { readBody } from "./body";
import { ListCounter } from "../lists/list-counter";
import { readNumbering } from "./numbering";
import { readStyles } from "./styles";
import { elementsOf, treeOfXml } from "../bytes/xml";

/** Reads a .docx or .docm (ISO/IEC 29500). Macros stay where they are. Throws a Refusal. */
export function readDocx(bytes: Uint8Array): OpenedDocument {
  const zip = openZip(bytes);
  const main = mainPart(zip);
  const document = zip.read(main);
  if (document === undefined) throw new Refusal("damaged", "no main document part");
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const notes = new Set<DocumentNote>();
  if (zip.names.some((name) => name.toLowerCase().endsWith("vbaproject.bin"))) notes.add("macros-ignored");
  const counter = new ListCounter(readNumbering(zip.read(`${folder}numbering.xml`)));
  const blocks = readBody(document, { styles: readStyles(zip.read(`${folder}styles.xml`)), counter, notes });
  return { format: "docx", blocks: joinTables(blocks), notes: [...notes] };
}

/** The main part by the package's relationships, or where Word and WPS both put it. */
function mainPart(zip: Zip): string {
  const relationships = zip.read("_rels/.rels");
  if (relationships !== undefined) {
    for (const relationship of elementsOf(treeOfXml(relationships), "rel:Relationship")) {
      const target = relationship.attributes.get("Target")?.replace(/^\/+/u, "");
      if (relationship.attributes.get("Type")?.endsWith("/officeDocument") === true && target !== undefined && zip.has(target)) return target;
    }
  }
  return "word/document.xml";
}
