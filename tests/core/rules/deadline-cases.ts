/** A sheet whose rows differ in their deadlines alone. */
export function withDeadlines(...deadlines: (string | number | null)[]) {
  return { rows: [["序号", "具体要求", "责任单位", "完成时限"], ...deadlines.map((deadline, index) => [String(index + 1), `第${"一二三四五六七八九"[index]!}类政府信息按要求公开到位。`, "办公室", deadline])] };
}

/** A living ledger: deadline, progress, status. */
export function withStatus(...rows: readonly (readonly [deadline: string, progress: string, status: string])[]) {
  return { rows: [["序号", "具体要求", "责任单位", "完成时限", "进展情况", "完成状态"], ...rows.map(([deadline, progress, status], index) => [String(index + 1), `第${"一二三四五六七八九"[index]!}类政府信息按要求公开到位。`, "办公室", deadline, progress, status])] };
}

/** A living ledger that tells in words how far the work is: deadline, progress. */
export function withProgress(...rows: readonly (readonly [deadline: string, progress: string])[]) {
  return { rows: [["序号", "具体要求", "责任单位", "完成时限", "进展情况"], ...rows.map(([deadline, progress], index) => [String(index + 1), `第${"一二三四五六七八九"[index]!}类政府信息按要求公开到位。`, "办公室", deadline, progress])] };
}
