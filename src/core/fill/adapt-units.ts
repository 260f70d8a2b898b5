import { adaptWording } from "../matching/adapt-wording";
import type { OfficeLevel, Responsibility, UnitMention } from "../responsibility/responsibility";
import type { Span } from "../text/fold";
import { areCounterparts, counterpartOf } from "../units/counterparts";
import { lookUpUnit } from "../units/look-up-unit";
import type { UnitDirectory } from "../units/unit-directory";

/** Between which levels, and for whom. */
export interface AdaptTo {
  readonly from: OfficeLevel;
  readonly to: OfficeLevel;
  /** 本单位, which stands for its own counterpart above; null when not chosen. */
  readonly unit: string | null;
  readonly directory: UnitDirectory;
}

export interface AdaptedUnits {
  /** The cell with the names of our level; more than one where an office of ours goes by different names. The usual one first. */
  readonly texts: readonly string[];
  /** What became what, and what has no 对口: sentences without names left out. "" where nothing was changed. */
  readonly why: string;
}

/** More ways to write one cell than these are not worth a list. */
const MOST_TEXTS = 4;

/**
 * A parent's responsible units in the names of a lower level: 省财政厅 → 市财政局, 省政府有关部门 → 市政府有关部门, 各市 → 各县区,
 * by the directory's 对口. A name without one stays as it is and is named; central bodies, companies and 处室 have none.
 * What a name at our own level would be called is likely, never certain.
 */
export function adaptUnits(responsibility: Responsibility, adapt: AdaptTo): AdaptedUnits {
  const mentions = responsibility.groups.flatMap(({ units }) => units);
  const changes: { readonly span: Span; readonly written: string; readonly options: readonly string[] }[] = [];
  const without: string[] = [];
  for (const mention of mentions) {
    const options = mention.isPerson ? [] : mention.collective === null ? namesFor(mention, adapt) : collectivesFor(mention, adapt);
    if (options.length > 0) changes.push({ span: mention.span, written: mention.written, options });
    else if (!mention.isPerson && mention.collective === null) without.push(mention.written);
  }
  if (changes.length === 0) return { texts: [responsibility.raw], why: "" };
  let texts: readonly string[] = [""];
  let end = 0;
  for (const { span, options } of [...changes].sort((a, b) => a.span.start - b.span.start)) {
    const between = responsibility.raw.slice(end, span.start);
    texts = texts.flatMap((text) => options.map((option) => text + between + option)).slice(0, MOST_TEXTS);
    end = span.end;
  }
  const became = changes.map(({ written, options }) => `“${written}”对口${options.map((option) => `“${option}”`).join("或")}`).join("，");
  return { texts: texts.map((text) => text + responsibility.raw.slice(end)), why: `${became}${without.length > 0 ? `；${without.map((name) => `“${name}”`).join("")}没有找到对口，照写` : ""}` };
}

function namesFor({ name, written }: UnitMention, { from, to, unit, directory }: AdaptTo): readonly string[] {
  const found = lookUpUnit(name, directory, from);
  const [first] = found;
  // Only an organ of the parent's own level, called by it: 公安部, a company, 人行澄江支行 are no office of ours.
  if (!first || first.type === "企业" || !leads(first.named.name.pattern) || found.some(({ entryId, level }) => entryId !== first.entryId || level !== from)) return [];
  if (unit !== null && areCounterparts(name, unit, directory)) return [unit];
  // 省扶贫办 of that time is 市扶贫办: what it is called today is another question.
  if (first.form === "former") return name.startsWith(first.prefix) ? [to + name.slice(first.prefix.length)] : [];
  const isShort = first.form === "short" || first.form === "spoken" || written !== first.fullName;
  const options = counterpartOf(name, directory).flatMap((counterpart) => (counterpart.level === to && counterpart.name.startsWith(to) ? [isShort ? counterpart.short : counterpart.name] : []));
  // 省发展改革委 → 市发展改革委: where an office of that very name exists, it is the one that is meant. 厅 is a province's word: 市政府办公厅 are few.
  const body = (isShort ? first.shortName : first.fullName).slice(first.prefix.length);
  const same = options.filter((option) => option === to + body && !body.endsWith("厅"));
  return [...new Set(same.length > 0 ? same : options)];
}

function leads(pattern: string): boolean {
  return pattern.startsWith("{prefix}");
}

function collectivesFor({ written }: UnitMention, { from, to }: AdaptTo): readonly string[] {
  const candidates = adaptWording(written, from, to);
  const changed = candidates.reduceRight((text, { span, suggestions }) => text.slice(0, span.start) + (suggestions[0] ?? text.slice(span.start, span.end)) + text.slice(span.end), written);
  if (changed !== written) return [changed];
  // 省政府各组成部门, 省各单位: whatever the collective, it begins with the level it belongs to.
  return written.startsWith(from) ? [to + written.slice(from.length)] : [];
}
