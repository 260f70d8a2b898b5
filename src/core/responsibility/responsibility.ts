import type { Span } from "../text/fold";

/** lead 牵头 · cooperate 配合 · implement 落实 · supervise 监管. */
export type Role = "lead" | "cooperate" | "implement" | "supervise";

/** The level of the office a text speaks for; it gives elided prefixes back (区: 发改委 → 区发改委). */
export type OfficeLevel = "国家" | "省" | "市" | "县" | "区" | "镇" | "部门";

/** What a collective (泛称) stands for. */
export type CollectiveKind =
  /** 省政府各部门, 各单位: every department. */
  | "all"
  /** 省政府各组成部门: every department of that type. */
  | "all-constituent"
  /** 省政府有关部门, 相关科室, 26个试点领域业务主管部门: some, not said which. */
  | "some"
  /** 其他部门（单位）: the rest. */
  | "other"
  /** 各市、县（市、区）政府, 各镇（街）: localities. */
  | "localities"
  /** 各科室, 各股室: inner offices. */
  | "inner";

/** One unit, or one collective, named in a cell. */
export interface UnitMention {
  /** Prefix restored, simplified characters, full-width brackets: what the name says. */
  readonly name: string;
  /** Exactly as written. */
  readonly written: string;
  /** Where it stands in the raw text; `raw.slice(start, end) === written`. */
  readonly span: Span;
  readonly collective: CollectiveKind | null;
  /** 分管领导, a person's name or post rather than a unit. */
  readonly isPerson: boolean;
}

/** Units of one role that stand together, in text order. */
export interface RoleGroup {
  readonly role: Role;
  readonly units: readonly UnitMention[];
  /** The words that gave the role ("牵头", "负责落实"), empty where a bare list. */
  readonly words: string;
}

/** A responsible-unit cell, understood. */
export interface Responsibility {
  readonly raw: string;
  readonly groups: readonly RoleGroup[];
  /** The list ends in 等 or 等部门. */
  readonly openEnded: boolean;
  /** Text that is neither unit nor role: a deadline, a note (下同). */
  readonly notes: readonly Span[];
  /**
   * Role words, keys and connectives: understood, though no names. With the mentions and the notes these hold every
   * letter and digit of the raw text, each once; between them stand only punctuation and blanks.
   */
  readonly structure: readonly Span[];
}

/** What is known about the document the cell stands in. */
export interface ResponsibilityContext {
  readonly level: OfficeLevel | null;
  /** The document says that the first of a list leads. */
  readonly firstIsLead?: boolean;
  /** The field the cell stands in, when the column itself gives the role (牵头单位, 配合单位). */
  readonly columnRole?: Role;
}
