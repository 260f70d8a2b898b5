/**
 * The logical columns of a ledger or task document, by the name the program uses. What people write above them is a
 * label; `labels.ts` knows which label means which field.
 *
 * seq 序号 · level1, level2, level3 工作任务 headings · requirement 具体要求 · units 责任单位 (roles inside one cell) ·
 * leadUnits 牵头单位 · cooperateUnits 配合单位 · implementUnits 落实单位 · persons 责任人, 分管领导 · contact 联系人, 联系电话 ·
 * deadline 时限要求 · measures 工作措施 · progress 进展情况, 落实情况 · status 完成状态, 完成情况 where it holds states ·
 * problem 存在问题 (rectification ledgers) · source 来源, 依据 · result 成果形式, 佐证材料 · remarks 备注
 */
export const FIELDS = [
  "seq",
  "level1",
  "level2",
  "level3",
  "requirement",
  "units",
  "leadUnits",
  "cooperateUnits",
  "implementUnits",
  "persons",
  "contact",
  "deadline",
  "measures",
  "progress",
  "status",
  "problem",
  "source",
  "result",
  "remarks",
] as const;

export type Field = (typeof FIELDS)[number];

/** The columns that can name responsible units. */
export const UNIT_FIELDS = ["units", "leadUnits", "cooperateUnits", "implementUnits"] as const satisfies readonly Field[];
export type UnitField = (typeof UNIT_FIELDS)[number];
