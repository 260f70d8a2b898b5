import { parseDeadline } from "../deadline/parse-deadline";
import type { DocumentBlock, ParentDocument, ParentTask } from "../parent/parent-document";
import { parseResponsibility } from "../responsibility/parse-responsibility";
import type { OfficeLevel } from "../responsibility/responsibility";
import { officeLevel } from "../rules/office-level";
import type { KeptPart } from "../workbook";
import { PARENT_PART_PREFIX, type StoredParent, type StoredTask } from "./parent-part";

/** The parent documents kept with a file, in the order they were added, and how many parts could not be read. */
export function readParents(parts: readonly KeptPart[]): { readonly parents: readonly ParentDocument[]; readonly damaged: number } {
  const own = parts.filter(({ id }) => id.startsWith(PARENT_PART_PREFIX));
  const parents = own.flatMap(({ text }) => parentOf(text) ?? []);
  return { parents, damaged: own.length - parents.length };
}

function parentOf(text: string | null): ParentDocument | null {
  const stored = storedOf(text);
  if (stored === null) return null;
  const level = levelOfStored(stored);
  const { title, docNumber, issuer, year, issued, columns, notes, fingerprint, tasks, layout, correction, firstIsLead, source } = stored;
  return {
    title,
    docNumber,
    issuer,
    year,
    issued,
    columns,
    notes,
    fingerprint,
    tasks: tasks.map((task) => revived(task, level, stored)),
    ...(Array.isArray(layout) && { layout }),
    ...(correction && { correction }),
    ...(firstIsLead === true && { firstIsLead }),
    ...(Array.isArray(source) && { correctable: true }),
  };
}

/** What a kept parent was read from; null when the part is damaged or nothing was kept. */
export function readSource(text: string | null): readonly DocumentBlock[] | null {
  const source = storedOf(text)?.source;
  return Array.isArray(source) ? source : null;
}

function revived(task: StoredTask, level: OfficeLevel | null, { year, issued, firstIsLead = false }: StoredParent): ParentTask {
  return {
    ...task,
    inferred: task.inferred ?? [],
    responsibility: parseResponsibility(task.units, { level, firstIsLead }),
    due: parseDeadline(task.deadline, { year, issued }),
  };
}

function levelOfStored(stored: StoredParent): OfficeLevel | null {
  const texts = new Set(stored.tasks.map(({ units }) => units).filter((units) => units !== ""));
  return officeLevel([...texts].map((units) => parseResponsibility(units, { level: null })), stored.issuer || stored.title);
}

function storedOf(text: string | null): StoredParent | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isStored(value) ? value : null;
  } catch {
    return null;
  }
}

function isStored(value: unknown): value is StoredParent {
  if (typeof value !== "object" || value === null) return false;
  const record = value as Record<string, unknown>;
  const texts = ["title", "docNumber", "issuer", "fingerprint"].every((key) => typeof record[key] === "string");
  return record["version"] === 1 && texts && Array.isArray(record["columns"]) && Array.isArray(record["tasks"]) && record["tasks"].every(isStoredTask);
}

function isStoredTask(value: unknown): value is StoredTask {
  if (typeof value !== "object" || value === null) return false;
  const record = value as Record<string, unknown>;
  return ["seq", "level1", "level2", "requirement", "units", "deadline"].every((key) => typeof record[key] === "string");
}
