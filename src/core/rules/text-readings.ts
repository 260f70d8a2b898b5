import type { Deadline, IsoDate } from "../deadline/deadline";
import { findDeadlines } from "../deadline/find-deadlines";
import { parseDeadline } from "../deadline/parse-deadline";
import type { UnitField } from "../ledger/fields";
import { parseResponsibility } from "../responsibility/parse-responsibility";
import type { OfficeLevel, Responsibility, Role } from "../responsibility/responsibility";

/** What the readings of a sheet's texts depend on besides the texts. */
export interface ReadingScope {
  readonly year: number | null;
  readonly issued: IsoDate | null;
  readonly level: OfficeLevel | null;
  /** The first of a list is the lead, because the document says so. */
  readonly firstIsLead: boolean;
}

/** More texts than this are not remembered: a sheet that is edited for hours must not grow without end. */
const MOST_TEXTS = 400_000;

const COLUMN_ROLE: Readonly<Partial<Record<UnitField, Role>>> = { leadUnits: "lead", cooperateUnits: "cooperate", implementUnits: "implement" };

/** Texts of a sheet, each understood once; may be carried from one check to the next while the scope is the same. */
export class TextReadings {
  private readonly deadlines = new Map<string, Deadline>();
  private readonly inTexts = new Map<string, readonly Deadline[]>();
  private readonly units = new Map<string, Responsibility>();

  constructor(readonly scope: ReadingScope) {}

  deadline(text: string): Deadline {
    const { year, issued } = this.scope;
    return remembered(this.deadlines, text, () => parseDeadline(text, { year, issued }));
  }

  deadlinesIn(text: string): readonly Deadline[] {
    const { year, issued } = this.scope;
    return remembered(this.inTexts, text, () => findDeadlines(text, { year, issued }));
  }

  responsibility(text: string, field: UnitField): Responsibility {
    return remembered(this.units, `${field}\u0001${text}`, () => readUnits(text, field, this.scope));
  }
}

/** A unit cell by itself. */
export function readUnits(text: string, field: UnitField, { level, firstIsLead }: Pick<ReadingScope, "level" | "firstIsLead">): Responsibility {
  const columnRole = COLUMN_ROLE[field];
  return parseResponsibility(text, { level, ...(firstIsLead && { firstIsLead }), ...(columnRole && { columnRole }) });
}

export function sameScope(a: ReadingScope, b: ReadingScope): boolean {
  return a.year === b.year && a.issued === b.issued && a.level === b.level && a.firstIsLead === b.firstIsLead;
}

function remembered<T>(known: Map<string, T>, key: string, read: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MOST_TEXTS) known.clear();
  const value = read();
  known.set(key, value);
  return value;
}
