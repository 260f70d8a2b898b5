import type { ParentDocument, ParentTask } from "../parent/parent-document";
import type { CollectiveKind, OfficeLevel, Role, UnitMention } from "../responsibility/responsibility";
import { areCounterparts } from "../units/counterparts";
import { lookUpUnit, type ResolvedUnit } from "../units/look-up-unit";
import { placeOf } from "../units/places";
import type { UnitDirectory } from "../units/unit-directory";
import type { UnitType } from "../units/unit";
import { unitKey } from "../units/unit-key";
import { isSameByShape, kindOfUnit, namesKind, type UnitKind } from "../units/unit-shape";
import { rankOf, reachesLevel } from "./localities";
import type { Binding, TaskBinding } from "./matching";

/**
 * How each task binds 本单位, from the task's own responsible units:
 *
 * - named: by its name, also in another form of it.
 * - counterpart: 对口, by naming the same organ of a level above, and handing the task down to the localities as well; a
 *   task for 省政府办公厅 alone asks nothing of a city office.
 * - all: 省政府各部门 for a department of that level, 各组成部门 only for one of that type; 各市政府 for a city's government.
 * - some: 有关部门, 其他部门 of its level: possibly.
 *   A township, a 开发区, a company, a school is bound so by the collectives of its own kind.
 * - localities: only through 各市 / 各县区, which is for its government to pass on.
 *
 * An open list (…等部门) binds nobody who is not named. Of several ways the strongest counts, in this order.
 *
 * @param unit 本单位 as chosen or typed. One that the directory does not know is bound by its very name, by nothing above it.
 * @returns one per task, counted through all documents in the order given.
 */
export function bindTasks(parents: readonly ParentDocument[], unit: string, directory: UnitDirectory): TaskBinding[] {
  const resolve = remembering((name: string) => lookUpUnit(name, directory));
  const isCounterpart = remembering((name: string) => areCounterparts(name, unit, directory));
  let offset = 0;
  return parents.flatMap((parent) => {
    const documentLevel = levelOfDocument(parent, resolve);
    const cityLevel = levelOfItsCity(parent.issuer, documentLevel, resolve);
    const within = remembering((name: string) => resolve(name).map((organ) => (organ.prefix === "市" ? { ...organ, level: cityLevel } : organ)));
    const self = { ...selfOf(unit, within), cityLevel, isCounterpart };
    const bindings = parent.tasks.map((task, at) => bindTask(task, offset + at, self, documentLevel, within));
    offset += parent.tasks.length;
    return bindings;
  });
}

interface Self {
  readonly key: string;
  /** What the name can mean; empty when the directory does not know it. */
  readonly known: readonly ResolvedUnit[];
  readonly level: OfficeLevel | null;
  readonly type: UnitType | null;
  readonly isGovernment: boolean;
  /** What it is by its name alone. */
  readonly kind: UnitKind | null;
  readonly name: string;
  /** What a bare 市 means in the document: 县 in a paper of 桐城市, 省 in one of 上海市. */
  readonly cityLevel: OfficeLevel;
  /** Whether a name is its counterpart at another level. */
  readonly isCounterpart: (name: string) => boolean;
}

type Resolve = (name: string) => readonly ResolvedUnit[];

function selfOf(unit: string, resolve: Resolve): Omit<Self, "isCounterpart" | "cityLevel"> {
  const known = resolve(unit);
  const [first] = known;
  return {
    key: unitKey(unit),
    known,
    level: first?.level ?? levelOfName(unit),
    type: first?.type ?? null,
    isGovernment: /(?:人民政府|政府)$/u.test(unit.trim()),
    kind: kindOfUnit(unit),
    name: unit,
  };
}

const LEVEL_IN_NAME: readonly (readonly [RegExp, OfficeLevel])[] = [
  [/^\p{Script=Han}*?(?:省|自治区)(?!略)/u, "省"],
  [/^\p{Script=Han}*?(?:市(?!场)|自治州|盟)/u, "市"],
  [/^\p{Script=Han}*?(?:县(?!域)|旗)/u, "县"],
  [/^\p{Script=Han}{0,4}区/u, "区"],
  [/^\p{Script=Han}{1,6}?(?:镇|乡|街道)/u, "镇"],
];

function levelOfName(unit: string): OfficeLevel | null {
  const kind = kindOfUnit(unit);
  if (kind === "township" || kind === "street") return "镇";
  const city = /^\p{Script=Han}{2,}?市(?!场)/u.exec(unit)?.[0];
  return (city === undefined ? null : placeOf(city)?.level) ?? LEVEL_IN_NAME.find(([pattern]) => pattern.test(unit))?.[1] ?? null;
}

/** The level that 市政府各部门 and 市财政局 have in a document: that of the city which issued it. */
function levelOfItsCity(issuer: string, documentLevel: OfficeLevel | null, resolve: Resolve): OfficeLevel {
  const place = resolve(issuer)[0]?.place ?? /^\p{Script=Han}{2,}?市(?=人民政府|政府|委|[^场]+[局办])/u.exec(issuer)?.[0] ?? "";
  return place.endsWith("市") && documentLevel !== null ? documentLevel : "市";
}

/** By its issuer; else by the level of most units it names. */
function levelOfDocument(parent: ParentDocument, resolve: Resolve): OfficeLevel | null {
  const issuer = parent.issuer === "" ? null : (resolve(parent.issuer)[0]?.level ?? levelOfName(parent.issuer));
  if (issuer !== null && issuer !== "部门") return issuer;
  const counts = new Map<OfficeLevel, number>();
  for (const { mention } of parent.tasks.flatMap(mentionsOf)) {
    const level = mention.collective === null ? resolve(mention.name)[0]?.level : undefined;
    if (level) counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

interface RoleMention {
  readonly mention: UnitMention;
  readonly role: Role;
}

function mentionsOf(task: ParentTask): RoleMention[] {
  return task.responsibility.groups.flatMap(({ role, units }) => units.filter(({ isPerson }) => !isPerson).map((mention) => ({ mention, role })));
}

function bindTask(task: ParentTask, at: number, self: Self, documentLevel: OfficeLevel | null, resolve: Resolve): TaskBinding {
  const mentions = mentionsOf(task);
  const bind = (binding: Binding, words: string, asLead = false): TaskBinding => ({ task: at, binding, words, asLead });

  const own = mentions.filter(({ mention }) => mention.collective === null && isSelf(mention.name, self, resolve));
  if (own[0]) return bind("named", own[0].mention.written, own.some(({ role }) => role === "lead"));

  const ofItsKind = self.kind === null ? undefined : mentions.find(({ mention }) => mention.collective !== null && isForKind(mention, self.kind, self.level, documentLevel));
  if (ofItsKind) return bind(/有关|相关|涉及|部分/u.test(ofItsKind.mention.written) ? "some" : "all", ofItsKind.mention.written);
  const localities = isPlaceOfItsOwn(self.kind) ? undefined : mentions.find(({ mention }) => mention.collective === "localities" && reachesLevel(mention.written, self.level, rankOf(documentLevel)));
  const upper = mentions.filter(({ mention }) => mention.collective === null && isCounterpartAbove(mention.name, self, resolve));
  if (upper[0] && localities) return bind("counterpart", `${upper[0].mention.written}，${localities.mention.written}`, upper.some(({ role }) => role === "lead"));

  const collectives = mentions.map(({ mention }) => ({ words: mention.written, binding: collectiveBinding(mention, self, documentLevel, resolve) }));
  for (const binding of ["all", "some"] as const) {
    const found = collectives.find((collective) => collective.binding === binding);
    if (found) return bind(binding, found.words);
  }
  if (localities) return bind(self.isGovernment ? "all" : "localities", localities.mention.written);
  const ownGovernment = mentions.find(({ mention }) => mention.collective === null && isOwnGovernment(mention.name, self, resolve));
  return ownGovernment ? bind("localities", ownGovernment.mention.written) : bind("none", "");
}

function isSelf(name: string, self: Self, resolve: Resolve): boolean {
  if (unitKey(name) === self.key || isSameByShape(name, self.name)) return true;
  return resolve(name).some((other) => self.known.some((own) => own.entryId === other.entryId && own.level === other.level && samePlace(own, other)));
}

/** 各乡镇 reach a township, 开发区 a zone; they are localities themselves and have none above them but those of their kind. */
function isPlaceOfItsOwn(kind: UnitKind | null): boolean {
  return kind === "township" || kind === "street" || kind === "zone";
}

/** Whether a collective speaks of units such as ours: 各镇（街） to 城关镇, 市属国有企业 to a city's company. */
function isForKind({ written, collective }: UnitMention, kind: UnitKind | null, level: OfficeLevel | null, documentLevel: OfficeLevel | null): boolean {
  if (kind === null || !namesKind(written, kind)) return false;
  if (isPlaceOfItsOwn(kind)) return collective === "localities";
  const spoken = levelOfCollective(written);
  return spoken === null ? documentLevel === level : rankOf(spoken) === rankOf(level);
}

/** Two places are the same, or one of the names leaves its place out. */
function samePlace(a: ResolvedUnit, b: ResolvedUnit): boolean {
  return a.place === b.place || a.place === "" || b.place === "";
}

function isCounterpartAbove(name: string, self: Self, resolve: Resolve): boolean {
  const rank = rankOf(self.level);
  return rank !== null && self.isCounterpart(name) && resolve(name).some(({ level }) => (rankOf(level) ?? rank) < rank);
}

/** 淮南市政府 for 淮南市财政局: its own place's government is charged, by name. */
function isOwnGovernment(name: string, self: Self, resolve: Resolve): boolean {
  if (!/政府$/u.test(name)) return false;
  return resolve(name).some((other) => other.place !== "" && self.known.some((own) => own.place === other.place && own.level === other.level));
}

/** Departments of a government, whom 各部门 binds. */
const DEPARTMENTS: ReadonlySet<UnitType> = new Set<UnitType>(["组成部门", "直属特设机构", "直属机构"]);

/** What a collective of departments is to us; localities are treated apart, 各科室 concern the inside of an office. */
function collectiveBinding({ collective, name }: UnitMention, self: Self, documentLevel: OfficeLevel | null, resolve: Resolve): "all" | "some" | "none" {
  if (collective === null || collective === "localities" || collective === "inner") return "none";
  if (collective === "all" && !/(?:部门|单位|机关|机构|委办局|厅局|局办)(?:[（(].*[）)])?$/u.test(name)) {
    // 各市民政局, 各县区民政局: one organ everywhere, not every organ.
    const body = name.replace(/^各(?:[省市州县区旗、（）()]+(?=[^\p{P}]{3,}))?/u, "");
    const below = rankOf(self.level) !== null && reachesLevel(name, self.level, rankOf(documentLevel));
    return below && self.known.some(({ level, entryId }) => resolve(`${level}${body}`).some((organ) => organ.entryId === entryId)) ? "all" : "none";
  }
  const field = name.replace(NO_FIELD, "").replace(/[^\p{Script=Han}]/gu, "");
  if (collective === "all" && field.length >= 2) return self.key.includes(field) || GENERIC_FIELD.test(field) ? "some" : "none";
  if (self.isGovernment || isPlaceOfItsOwn(self.kind) || self.kind === "enterprise" || self.type === "企业" || self.type === "内设机构") return "none";
  const spoken = levelOfCollective(name);
  const level = spoken === "市" ? self.cityLevel : (spoken ?? documentLevel);
  if (level === null || rankOf(level) !== rankOf(self.level)) return "none";
  return departmentBinding(collective, name, self);
}

function departmentBinding(collective: CollectiveKind, name: string, self: Self): "all" | "some" | "none" {
  // 省委各部门 are the Party's, 省委、省政府各部门 both.
  const ofParty = /[省市县区州旗]委/u.test(name) && !/政府/u.test(name);
  if (ofParty) return self.type !== "党委部门" ? "none" : collective === "all" ? "all" : "some";
  const isOffice = self.type === "办公机构" && self.known.some(({ fullName }) => fullName.includes("人民政府"));
  const isDepartment = isOffice || (self.type !== null && DEPARTMENTS.has(self.type));
  if (collective === "all-constituent") return self.type === "组成部门" ? "all" : self.type === null ? "some" : "none";
  if (!isDepartment && /政府/u.test(name) && (self.type === "党委部门" || self.type === "群团" || self.type === "办公机构")) return "none";
  return collective === "all" && isDepartment ? "all" : "some";
}

/** What may stand in 省政府各部门, 市直各单位; anything more names a field: 各级民政部门. */
const NO_FIELD = /国务院|中央|国家|人民政府|政府|党委|党政|办事机构|派出|行政|预算|部门|单位|机关|机构|委办局|厅局|局办|组成|直属|内设|成员|所有|全部|全体|[省市县区旗州镇乡直级属各每本我全及和与（）()]/gu;

/** Fields that many departments share. */
const GENERIC_FIELD = /^(?:执法|窗口|进驻|服务|公共服务|主管|行业|行业主管|业务|职能|责任|牵头|配合|政务公开)+$/u;

/** 省政府各部门 → 省, 市直各单位 → 市; null for 各部门. */
function levelOfCollective(name: string): OfficeLevel | null {
  return LEVEL_OF_COLLECTIVE.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

const LEVEL_OF_COLLECTIVE: readonly (readonly [RegExp, OfficeLevel])[] = [
  [/^(?:国务院|中央|国家)/u, "国家"],
  [/^\p{Script=Han}{0,6}?(?:省|自治区)/u, "省"],
  [/^\p{Script=Han}{0,6}?(?:市(?!场)|州)/u, "市"],
  [/^\p{Script=Han}{0,6}?(?:县|旗)/u, "县"],
  [/^\p{Script=Han}{0,6}?区/u, "区"],
  [/^\p{Script=Han}{0,6}?(?:镇|乡|街道)/u, "镇"],
];

function remembering<V>(compute: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = compute(key)));
    return value;
  };
}
