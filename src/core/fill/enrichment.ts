import type { Edit } from "../edits/edit";

/**
 * What can be added to a sheet, each a switch, each its own edits with an inverse:
 * split-roles 牵头/配合/落实 columns out of one cell · join-roles the way back · due-date 截止日期 as a true date ·
 * lamp 红黄绿 by conditional formatting · parent-seq 上级序号 · parent-deadline 上级时限 · renumber 序号 ·
 * progress a blank 落实情况 for answers · fill-levels merged level cells filled down · merge-levels merged back ·
 * lists drop-down lists for deadlines and units
 */
export const ENRICHMENTS = ["split-roles", "join-roles", "due-date", "lamp", "parent-seq", "parent-deadline", "progress", "renumber", "fill-levels", "merge-levels", "lists"] as const;

export type Enrichment = (typeof ENRICHMENTS)[number];

/** Where new columns go. */
export interface EnrichPlace {
  /** Right of this sheet column (0-based); null: right of the table. */
  readonly after: number | null;
}

/** What enriching would write, shown first. */
export interface EnrichmentPlan {
  readonly edits: readonly Edit[];
  /** One line per enrichment: what it adds, or why it cannot. In Chinese. */
  readonly notes: readonly string[];
  /** Those that could not be planned. */
  readonly refused: readonly Enrichment[];
}
