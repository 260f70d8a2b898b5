import type { Role } from "./responsibility";

/**
 * How strongly a word speaks of a role. "main" is 主责, 主办, 承办: lead, unless a 牵头 stands in the same cell.
 * "plain" says only that something is to be done (负责, 落实); "filler" can stand beside such words (按职责分工, 共同).
 */
export type WordKind = "lead" | "main" | "cooperate" | "supervise" | "plain" | "filler" | "link";

const vocabulary: Readonly<Record<WordKind, string>> = {
  lead: "牵头 为牵头单位 作为牵头单位 为牵头部门 为牵头责任单位 牵头抓总 发起 总牵头 双牵头 共同牵头",
  main: "主责 主办 承办 主抓",
  cooperate: "配合 为配合单位 作为配合单位 为配合部门 为协办单位 协办 协同 参与 协助 协作 会办 会签 参加 支持 支持配合 协力",
  supervise: "监管 监督 督导 督查 督办 督促 监督管理 监督检查 监督指导 督促检查 督促指导",
  plain:
    "负责 落实 实施 执行 办理 推进 推动 完成 承担 开展 组织 指导 统筹 协调 参照 贯彻 跟进 抓总 抓 负总责 分工 组织实施 落实到位 抓落实 各负其责 各司其职 履职 制定 起草 汇总 审核 把关 报送 上报 提供 收集 整理 维护 更新 发布 公开 保障 整改 处置 参照执行 衔接 对接 研究 推行 主体责任 实行 分工协作 调度 核实 调查 处理 答复 办结 汇编 编制 谋划 提出意见",
  filler:
    "按照 根据 依据 依照 依法 依规 结合 各自 职责 职能 职权 权限 范围 工作 任务 工作任务 相关工作 有关工作 该项工作 此项工作 本项工作 分别 共同 具体 积极 全力 一并 统一 主要 全面 切实 认真 及时 持续 密切 予以 给予 做好 抓好 进行 分头 分级 同步 配套 加强 强化 抓紧 扎实 大力 有序 联合 各项 各负 职责分工 职能分工 任务分工 职责范围 各自职责 属地 属地管理 属地原则 原则 工作职责 要求 稳步 深入 到位 事项 事宜 实际 安排 部署",
  link: "按 依 内 的 要 应 并 与 和 及 、 为 是 作为 由 在 据 其 为主 其中 将 须 需 共 均 都 也",
};

const wordKinds: ReadonlyMap<string, WordKind> = new Map(
  (Object.keys(vocabulary) as WordKind[]).flatMap((kind) => vocabulary[kind].split(" ").map((word) => [word, kind] as const)),
);
const longestWord = Math.max(...[...wordKinds.keys()].map((word) => word.length));
const lastCharacters = new Set([...wordKinds].filter(([, kind]) => kind !== "link").map(([word]) => word.slice(-1)));

/** Words at the end of a clause that give its units their role. */
export interface RoleTail {
  /** Where the tail begins in the clause. */
  readonly at: number;
  readonly kind: Exclude<WordKind, "filler" | "link">;
  /** Whether the tail is nothing but one supervising or plain word, which might also end a cut-off name (市市场监管). */
  readonly weak: boolean;
}

const strength: Readonly<Record<WordKind, number>> = { lead: 6, cooperate: 5, main: 4, supervise: 3, plain: 2, filler: 1, link: 0 };

/**
 * The role words a clause ends in: 市财政局牵头负责 → lead at 4; 市民政局按照职责分工落实 → plain. Null where it ends in
 * none, or only in words that speak of no duty (…工作). Words are taken from the end, the longest first, so that a name
 * is never cut in its middle.
 */
export function roleTail(clause: string): RoleTail | null {
  let at = clause.length;
  if (!lastCharacters.has(clause.charAt(at - 1))) return null;
  let best: WordKind = "link";
  let words = 0;
  let duty = false;
  // A link word (按, 的, 并) belongs to the tail only between or before its other words.
  for (;;) {
    const found = wordEndingAt(clause, at);
    if (!found) break;
    if (found.kind === "link" && words === 0) break;
    at -= found.length;
    words++;
    if (found.kind !== "filler" && found.kind !== "link") duty = true;
    else if (/职责|职能|分工/u.test(clause.slice(at, at + found.length))) duty = true;
    if (strength[found.kind] > strength[best]) best = found.kind;
  }
  // Words that join two names belong to the names: 和 in 市财政局和牵头 is none, 、 never starts a tail.
  while (at < clause.length && /^[、和及与]/u.test(clause.slice(at))) at++;
  if (!duty || at === clause.length) return null;
  const kind = best === "filler" || best === "link" ? "plain" : best;
  const strong = /牵头|负责|配合|按照?(?:各自)?职|分工/u.test(clause.slice(at));
  return { at, kind, weak: !strong && (kind === "supervise" || kind === "plain" || kind === "main") };
}

function wordEndingAt(clause: string, end: number): { length: number; kind: WordKind } | null {
  for (let length = Math.min(longestWord, end); length > 0; length--) {
    const kind = wordKinds.get(clause.slice(end - length, end));
    if (kind) return { length, kind };
  }
  return null;
}

/** A role word inside a clause, with free text after it: 市财政局牵头做好资金保障. */
export const roleInside = /(?:共同|具体|分别)?(?<word>牵头|配合|负责(?!人|同志)|会同|协助|参与|按照?(?:各自)?职[责能](?:分工)?|根据职责|依职责)/gu;

/** The role a word inside a clause gives; 按职责 and its like give a plain one. */
export function kindOfWord(word: string): RoleTail["kind"] {
  const kind = wordKinds.get(word);
  return kind === undefined || kind === "filler" || kind === "link" ? "plain" : kind;
}

/** The heading of a group: 牵头单位：, 责任科室：, 分管领导：. */
export interface Key {
  readonly length: number;
  readonly kind: Exclude<WordKind, "filler" | "link"> | "note";
  readonly persons: boolean;
}

const holder = "(?:处室|科室|股室|单位|部门|机构|主体|方)";
const personHolder = "(?:领导(?:同志)?|人员|负责人|责任人|负责同志|同志|人|联络员|经办人|联系人)";
const verbs = "牵头承办|牵头负责|牵头责任|牵头主办|牵头落实|牵头实施|牵头|发起|主责|主办|承办|主管|主体责任|责任|落实|实施|执行|配合|协办|协同配合|协同|协作|参与|参加|协助|会办|监管|监督|督办|督导|督查|指导|办理|负责|完成|工作|具体负责|组织实施|审核|填报";
const keyPattern = new RegExp(
  `^(?:第一|主要|直接|具体|市级|省级|县级|区级)?(?:(?:(?<verb>${verbs})(?:${holder}(?:\\((?:${holder}|人)\\))?(?:[及和与/](?:其)?(?:${personHolder}|责任人|${holder}))?)?|(?<person>(?:${verbs}|分管|主要|联系|包保|包案|挂钩|主管|带班|局|县|市)?${personHolder}))(?:\\([^()]*\\))?):`,
  "u",
);
const noteKey = /^(?:完成时[限间]|完成期限|时限要求|时限|时间节点|时间要求|期限|备注|说明|注|联系电话|电话|进展情况|完成情况|工作要求|工作目标|目标任务|公开时限)(?:\([^()]*\))?:/u;

/** The key with its colon that a clause begins with. */
export function keyAt(text: string): Key | null {
  const note = noteKey.exec(text);
  if (note) return { length: note[0].length, kind: "note", persons: false };
  const found = keyPattern.exec(text);
  if (!found) return null;
  const { verb, person } = found.groups ?? {};
  const words = person ?? verb ?? "";
  return { length: found[0].length, kind: kindOfKey(words), persons: person !== undefined };
}

const bareKey = new RegExp(`^(?<verb>牵头承办|牵头负责|牵头|发起|主责|主办|承办|责任|落实|配合|协办|协同|参与|监管)(?:单位|部门|处室|科室)$`, "u");

/** 牵头单位 standing alone, as in 【牵头单位】市财政局 or in a line of its own; null for anything longer. */
export function bareKeyKind(text: string): Key["kind"] | null {
  const found = bareKey.exec(text);
  return found ? kindOfKey(found.groups?.["verb"] ?? "") : null;
}

const keyBeforeName = /^(?:牵头承办|牵头|主办|承办|配合|协办|协同|责任|落实|参与)(?:单位|部门)(?=[省市县区州])/u;

/** 牵头市财政局: the bare word before one name and nothing else. */
const wordBeforeName = /^(?:牵头|配合|主办|承办|协办)(?=[省市县区州][\u4e00-\u9fff]{1,12}[局厅委办部]$)/u;

/** 牵头单位市财政局: a key with neither colon nor blank before a name with its level. */
export function keyStuckToName(text: string): Key | null {
  const found = keyBeforeName.exec(text) ?? wordBeforeName.exec(text);
  return found ? { length: found[0].length, kind: kindOfKey(found[0]), persons: false } : null;
}

function kindOfKey(words: string): Key["kind"] {
  if (/牵头|发起/u.test(words)) return "lead";
  if (/主责|主办|承办/u.test(words)) return "main";
  if (/配合|协办|协同|协作|参与|参加|协助|会办/u.test(words)) return "cooperate";
  if (/监管|监督|督办|督导|督查/u.test(words)) return "supervise";
  return "plain";
}

/** The role a kind stands for; `leadNamed` says whether a 牵头 stands in the same cell. */
export function roleOfKind(kind: WordKind, leadNamed: boolean): Role {
  if (kind === "lead") return "lead";
  if (kind === "main") return leadNamed ? "implement" : "lead";
  if (kind === "cooperate") return "cooperate";
  if (kind === "supervise") return "supervise";
  return "implement";
}
