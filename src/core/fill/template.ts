import type { FillConfidence } from "./fill-proposal";

/** A row of another ledger that a rule was learned from; found again by the meaning of its text, not by its number. */
export interface TemplateLike {
  readonly requirement: string;
  readonly level1?: string;
  readonly level2?: string;
}

/** What a template rule looks at. All conditions given must hold; each list is satisfied by any of its words. */
export interface TemplateCondition {
  /** The row must say the same as this one, also in other words. */
  readonly like?: TemplateLike;
  /** Key of a parent task (see `taskKey`) that the row answers. */
  readonly task?: string;
  /** Words of a level heading. */
  readonly heading?: readonly string[];
  /** Words of the requirement. */
  readonly words?: readonly string[];
  /** Units the parent names for the task. */
  readonly parentUnits?: readonly string[];
}

/** What a template rule writes. Only the columns that the sheet has are filled; roles are joined into one cell where the sheet has one. */
export interface TemplateValues {
  readonly lead?: readonly string[];
  readonly cooperate?: readonly string[];
  readonly implement?: readonly string[];
  /** The whole cell as it stands, where it was learned from one. */
  readonly units?: string;
  readonly deadline?: string;
  readonly persons?: string;
  readonly contact?: string;
  readonly remarks?: string;
}

/** When … then …, with its reason. */
export interface TemplateRule {
  readonly when: TemplateCondition;
  readonly then: TemplateValues;
  /** Why it is so, for the user: 去年第3行“…”. */
  readonly reason: string;
  readonly confidence: FillConfidence;
}

/** A template: rules in order, the first that matches fills. Exchanged as a small JSON file, one per office. */
export interface FillTemplate {
  readonly taizhangTemplate: 1;
  readonly id: string;
  /** 市政府办公室（科室）. */
  readonly name: string;
  readonly rules: readonly TemplateRule[];
  /** What a reader of the template should know: unknown columns, contradictions. Sentences in Chinese; not exported. */
  readonly notes?: readonly string[];
}
