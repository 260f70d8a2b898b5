import type { Span } from "../text/fold";
import { endsLikeUnit } from "../units/name-shape";
import { cutClauses } from "./clauses";
import type { Clause } from "./clauses";
import { collectiveKind } from "./collectives";
import { compactText, rawSpan } from "./compact-text";
import type { CompactText } from "./compact-text";
import { restorePrefixes } from "./elided-prefix";
import { governedByEvery, numbering, readNames } from "./read-name";
import type { FoundName } from "./read-name";
import type { Responsibility, ResponsibilityContext, Role, RoleGroup, UnitMention } from "./responsibility";
import { bareKeyKind, keyAt, keyStuckToName, kindOfWord, roleInside, roleOfKind, roleTail } from "./role-words";
import type { Key, WordKind } from "./role-words";

/** A group while it is being read: names that wait for their role. */
interface OpenGroup {
  names: FoundName[];
  /** Where in `names` the part after the last comma begins; a strong role word under a key reaches back only so far. */
  sinceComma: number;
}

interface ClosedGroup {
  readonly role: Role;
  readonly names: readonly FoundName[];
  readonly words: string;
}

/**
 * Read a responsible-unit cell: who leads, who cooperates, who implements (grammar in README.md beside this file;
 * conventions: PRODUCT.md, "Responsibilities"). Never throws. Every mention points into the raw text, in text order;
 * what is neither name, role word nor punctuation is in `notes`. An empty or wordless text gives no groups.
 */
export function parseResponsibility(raw: string, context: ResponsibilityContext): Responsibility {
  const compact = compactText(raw);
  const reader = new CellReader(compact, context);
  for (const clause of cutClauses(compact.text)) reader.read(clause);
  reader.close("", reader.openRole());
  const closed = firstLeads(reader.groups, reader.explicitRole, context.firstIsLead === true || reader.saysFirstLeads, context.columnRole);
  const names = closed.flatMap((group) => group.names);
  const shown = restorePrefixes(compact.text, names, context.level);
  let index = 0;
  const groups: RoleGroup[] = closed.map(({ role, names: found, words }) => ({
    role,
    words,
    units: found.map((name) => mention(compact, name, shown[index++] ?? "")),
  }));
  return { raw, groups, openEnded: reader.openEnded, notes: notesOf(compact, [...names, ...reader.structure]), structure: structureOf(compact, names, reader.structure) };
}

function mention(compact: CompactText, { start, end, collective, isPerson }: FoundName, name: string): UnitMention {
  const span = rawSpan(compact, start, end);
  return { name, written: compact.raw.slice(span.start, span.end), span, collective, isPerson };
}

/** 排在第一位的为牵头单位, said in the cell itself. */
const firstLeadsWords = /第一(?:位|个)?的?(?:单位|部门)?[为是](?:主要)?牵头|首位的?(?:单位|部门)?[为是]牵头/u;

/** A clause longer than this is running text, not a part of a list; it becomes a note. */
const longestStatement = 200;

/** 市教育局长期坚持, 市财政局2025年底前完成: a deadline without a separator before it. */
const trailingDeadline = /(?:长期坚持|长期推进|常态化|持续推进|持续开展|每[年季月周][^处科股室]*前|\d{4}年|\d{1,2}月(?:底|份|\d)|年底前|年内完成).*$/u;

const jointWord = /会同|联合(?=[省市县区州各有相])|(?<=[局厅委办部处科])商(?=[省市县区州有各相])|^会(?=[省市县区州][\u4e00-\u9fff]{1,12}[局厅委办部])/u;

class CellReader {
  readonly groups: ClosedGroup[] = [];
  /** Role words, keys and connectives: understood, though no names. */
  readonly structure: { start: number; end: number }[] = [];
  openEnded = false;
  explicitRole = false;
  saysFirstLeads = false;
  private open: OpenGroup = { names: [], sinceComma: 0 };
  private key: Key | null = null;
  private keyWords = "";
  /** After 会同 the names cooperate, whatever plain word follows. */
  private joining = false;
  private readonly leadNamed: boolean;

  constructor(private readonly compact: CompactText, private readonly context: ResponsibilityContext) {
    this.leadNamed = /牵头|发起/u.test(compact.text);
  }

  read(clause: Clause): void {
    const { text } = this.compact;
    if (clause.before === "stop") this.close("", this.openRole());
    else if (clause.before === "comma") this.open.sinceComma = this.open.names.length;
    if (clause.isKey) {
      const kind = bareKeyKind(text.slice(clause.start, clause.end));
      if (kind !== null) this.startKey({ length: clause.end - clause.start, kind, persons: false }, clause.start);
      return;
    }
    let start = clause.start;
    const number = numbering.exec(text.slice(start, clause.end));
    if (number && number[0].length < clause.end - start) {
      this.structure.push({ start, end: start + number[0].length });
      start += number[0].length;
    }
    for (let key = this.keyOf(start, clause.end); key && key.length > 0 && start < clause.end; key = this.keyOf(start, clause.end)) {
      this.startKey(key, start);
      start += key.length;
    }
    if (start < clause.end && clause.end - start <= longestStatement && this.key?.kind !== "note") this.statement(start, clause.end);
  }

  /** The role of names that no role word follows. */
  openRole(): Role {
    if (this.joining) return "cooperate";
    if (this.key && this.key.kind !== "note") return this.keyRole(this.key.kind);
    return this.explicitRole ? "implement" : (this.context.columnRole ?? "implement");
  }

  /** Close the open group under a role; the names before index `only` keep the role they stand under. */
  close(words: string, role: Role, only = 0): void {
    const { names } = this.open;
    const rest = names.slice(only);
    if (only > 0) this.push(names.slice(0, only), this.openRole(), this.keyWords);
    this.push(rest, role, words === "" ? this.keyWords : words);
    this.open = { names: [], sinceComma: 0 };
    this.joining = false;
  }

  private push(names: readonly FoundName[], role: Role, words: string): void {
    let run: FoundName[] = [];
    let runRole: Role | null = null;
    const flush = (): void => {
      if (run.length > 0 && runRole) this.groups.push({ role: runRole, names: run, words });
      run = [];
    };
    for (const name of names) {
      const own = name.role !== null ? roleOfKind(name.role, this.leadNamed) : name.isPerson && role === "implement" ? "supervise" : role;
      if (own !== runRole) flush();
      runRole = own;
      run.push(name);
    }
    flush();
  }

  private keyRole(kind: Exclude<Key["kind"], "note">): Role {
    if (kind !== "plain") return roleOfKind(kind, this.leadNamed);
    return this.explicitRole || this.leadNamed ? "implement" : (this.context.columnRole ?? "implement");
  }

  private keyOf(start: number, end: number): Key | null {
    const text = this.compact.text.slice(start, end);
    return (text.includes(":") ? keyAt(text) : null) ?? keyStuckToName(text) ?? this.lonelyKey(text, end);
  }

  /** 牵头单位 on a line of its own, the names on the next. */
  private lonelyKey(text: string, end: number): Key | null {
    const kind = bareKeyKind(text);
    if (kind === null || this.open.names.length > 0 || this.compact.text.charAt(end) !== "\n") return null;
    return { length: text.length, kind, persons: false };
  }

  private startKey(key: Key, at: number): void {
    this.close("", this.openRole());
    this.key = key;
    this.keyWords = this.compact.text.slice(at, at + key.length).replace(/:$/u, "");
    if (key.kind !== "note" && key.kind !== "plain") this.explicitRole = true;
    if (key.kind !== "note") this.structure.push({ start: at, end: at + key.length });
  }

  /** One clause without its key: names, then perhaps role words. */
  private statement(start: number, end: number): void {
    const clause = this.compact.text.slice(start, end);
    if (clause.includes("牵头") && firstLeadsWords.test(clause)) {
      this.saysFirstLeads = true;
      // Alone it names nobody; in a bracket behind a name it is taken off there.
      if (!/[([〔]/u.test(clause)) return;
    }
    if (/^不[再另需含]/u.test(clause)) return;
    const colon = clause.indexOf(":");
    if (colon > 0 && !/[([〔“《][^)\]〕”》]*$/u.test(clause.slice(0, colon))) {
      this.statementWithColon(start, start + colon, end);
      return;
    }
    const together = this.jointAt(clause);
    if (together) {
      if (together.at > 0) this.statement(start, start + together.at);
      if (this.open.names.length > 0) this.close("会同", "lead");
      this.explicitRole = true;
      this.joining = true;
      this.structure.push({ start: start + together.at, end: start + together.at + together.length });
      this.statement(start + together.at + together.length, end);
      return;
    }
    const due = trailingDeadline.exec(clause);
    if (due && due.index > 1 && this.acceptable(clause.slice(0, due.index))) {
      this.names(start, start + due.index);
      return;
    }
    const tail = roleTail(clause);
    const name = tail ? clause.slice(0, tail.at) : clause;
    if (tail && (this.acceptable(name) || !tail.weak) && !this.roleWithin(name)) {
      this.names(start, start + tail.at);
      this.structure.push({ start: start + tail.at, end });
      this.finish(tail.kind, clause.slice(tail.at));
      return;
    }
    const within = this.roleWithin(clause);
    if (within) {
      this.names(start, start + within.at);
      this.structure.push({ start: start + within.at, end: start + within.at + within.word.length });
      if (within.word === "会同") return;
      this.finish(kindOfWord(within.word), within.word);
      // 市水利局牵头市财政局配合: two statements without a separator.
      const rest = start + within.at + within.word.length;
      if (this.isStatementOfItsOwn(this.compact.text.slice(rest, end))) this.statement(rest, end);
      return;
    }
    this.names(start, end);
  }

  /** 市财政局:负责资金保障 names a unit and its part; 涉及单位:市财政局 names a unit behind words. */
  private statementWithColon(start: number, colon: number, end: number): void {
    const left = this.compact.text.slice(start, colon);
    if (endsLikeUnit(left) && !/(?:单位|部门|分工)$/u.test(left)) this.names(start, colon);
    else if (colon + 1 < end) this.statement(colon + 1, end);
  }

  private isStatementOfItsOwn(text: string): boolean {
    const tail = roleTail(text);
    return tail !== null && tail.at > 2 && tail.at < 24 && !tail.weak && /^[省市县区州各有相]/u.test(text) && this.acceptable(text.slice(0, tail.at));
  }

  private acceptable(name: string): boolean {
    return name === "" || endsLikeUnit(name) || collectiveKind(name) !== null || /等|[)〕」”]$/u.test(name);
  }

  /** 会同, or 会 before a name, between two names or at the start of a clause; 联合 and 商 only between two whole names. */
  private jointAt(clause: string): { at: number; length: number } | null {
    const found = /[会商联]/u.test(clause) ? jointWord.exec(clause) : null;
    if (!found) return null;
    const { 0: word, index: at } = found;
    const left = clause.slice(0, at).replace(/(?:牵头|负责|商)$/u, "");
    if (at > 0 && !this.acceptable(left)) return null;
    const needsLeft = word === "联合" || word === "商" || word === "会";
    return needsLeft && at === 0 && this.open.names.length + this.groups.length === 0 ? null : { at, length: word.length };
  }

  private roleWithin(clause: string): { at: number; word: string } | null {
    roleInside.lastIndex = 0;
    for (let match = roleInside.exec(clause); match; match = roleInside.exec(clause)) {
      const left = clause.slice(0, match.index);
      if (match.index > 1 && this.acceptable(left) && !/[([〔“《][^)\]〕”》]*$/u.test(left)) return { at: match.index, word: match.groups?.["word"] ?? "" };
    }
    return null;
  }

  private names(start: number, end: number): void {
    const found = readNames(this.compact.text, start, end, this.key?.persons ?? false);
    if (found.openEnded) this.openEnded = true;
    for (const name of found.names) {
      if (name.role !== null) this.explicitRole = true;
      const everyone = governedByEvery(this.open.names.at(-1), this.compact.text.slice(name.start, name.end));
      this.open.names.push(everyone && name.collective === null ? { ...name, collective: "localities" } : name);
    }
    this.markConnectives(start, end, found.names);
  }

  /** 由, 和, 等部门, a role in brackets: words between and around the names of a clause that holds names. */
  private markConnectives(start: number, end: number, names: readonly FoundName[]): void {
    if (names.length === 0) return;
    let at = start;
    for (const name of names) {
      if (name.start - at <= 4) this.structure.push({ start: at, end: name.start });
      at = name.end;
    }
    const rest = this.compact.text.slice(at, end);
    if (names.at(-1)?.role !== null || rest.startsWith("等")) this.structure.push({ start: at, end });
  }

  /** Role words end a group and give it its role. */
  private finish(kind: Exclude<WordKind, "filler" | "link">, words: string): void {
    const strong = kind !== "plain";
    if (!strong || (this.joining && kind !== "cooperate")) {
      const role = this.openRole();
      this.close(words, role);
      return;
    }
    const role = roleOfKind(kind, this.leadNamed);
    const underRole = this.key !== null || this.context.columnRole !== undefined;
    this.close(words, role, underRole && role !== this.openRole() ? this.open.sinceComma : 0);
    this.explicitRole = true;
  }
}

/** The document says that the first of a list leads: only where the cell itself gives no role. */
function firstLeads(groups: readonly ClosedGroup[], explicit: boolean, wanted: boolean, columnRole: Role | undefined): readonly ClosedGroup[] {
  const [head, ...others] = groups;
  const [first, ...rest] = head?.names ?? [];
  if (!wanted || explicit || !head || !first || head.role !== "implement" || columnRole === "cooperate" || first.collective !== null || first.isPerson) return groups;
  const lead: ClosedGroup = { ...head, role: "lead", names: [first] };
  return rest.length > 0 ? [lead, { ...head, names: rest }, ...others] : [lead, ...others];
}

/** The stretches of the raw text that are neither names nor structure and hold a letter or digit. */
function notesOf(compact: CompactText, known: readonly { readonly start: number; readonly end: number }[]): Span[] {
  const { text } = compact;
  const covered = new Uint8Array(text.length);
  for (const { start, end } of known) covered.fill(1, start, end);
  const notes: Span[] = [];
  let from = -1;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && covered[i] === 0) {
      if (from < 0) from = i;
      continue;
    }
    if (from < 0) continue;
    const trimmed = trim(text, from, i);
    if (trimmed) notes.push(rawSpan(compact, trimmed.start, trimmed.end));
    from = -1;
  }
  return notes;
}

/** The structure in text order, without empty and repeated stretches and without what belongs to a name. */
function structureOf(compact: CompactText, names: readonly FoundName[], structure: readonly { readonly start: number; readonly end: number }[]): Span[] {
  const kind = new Uint8Array(compact.text.length + 1);
  for (const { start, end } of structure) kind.fill(1, start, end);
  for (const { start, end } of names) kind.fill(0, start, end);
  const spans: Span[] = [];
  for (let i = 0; i < kind.length; i++) {
    if (kind[i] !== 1) continue;
    const from = i;
    while (kind[i + 1] === 1) i++;
    const trimmed = trim(compact.text, from, i + 1);
    if (trimmed) spans.push(rawSpan(compact, trimmed.start, trimmed.end));
  }
  return spans;
}

// Half of a rare ideograph counts as a letter too.
const letter = /[\p{L}\p{N}\ud800-\udfff]/u;

function trim(text: string, from: number, to: number): { start: number; end: number } | null {
  let start = from;
  let end = to;
  while (start < end && !letter.test(text.charAt(start))) start++;
  while (end > start && !letter.test(text.charAt(end - 1))) end--;
  const opened = text.slice(start, end).match(/[([〔]/gu)?.length ?? 0;
  if (opened > (text.slice(start, end).match(/[)\]〕]/gu)?.length ?? 0) && end < to && /[)\]〕]/u.test(text.charAt(end))) end++;
  return end > start ? { start, end } : null;
}
