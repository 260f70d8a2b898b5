const HEADER = ["序号", "具体要求", "责任单位", "完成时限"];

/** A sheet whose rows differ in their requirements alone. */
export function withRequirements(...texts: readonly string[]) {
  return { rows: [HEADER, ...texts.map((text, index) => [String(index + 1), text, "办公室", "年底前"])] };
}

/** A sheet whose rows differ in their units alone. */
export function withUnits(...units: readonly (string | null)[]) {
  return { rows: [HEADER, ...units.map((unit, index) => [String(index + 1), `第${"一二三四五六七八九十甲乙丙丁戊己庚辛壬癸"[index]!}类政府信息按要求公开到位。`, unit, "年底前"])] };
}

/** A parent whose tasks differ in their requirements and units. */
export function parentWith(...tasks: readonly (readonly [requirement: string, units: string])[]) {
  return [["序号", "具体要求", "责任单位", "时限要求"], ...tasks.map(([requirement, units], index) => [String(index + 1), requirement, units, "年底前"])];
}
