import type { FillItem } from "./fill-proposal";
import type { TemplateRule, TemplateValues } from "./template";

/** A choice the user made, as a rule for the next time: the same row, found by its text, takes the same value. */
export function learnedRule(item: FillItem, value: string): TemplateRule {
  return { when: { like: item.like }, then: valuesOf(item.field, value), reason: `上次“${item.about}”选的是“${value}”。`, confidence: "sure" };
}

function valuesOf(field: FillItem["field"], value: string): TemplateValues {
  switch (field) {
    case "leadUnits":
      return { lead: [value] };
    case "cooperateUnits":
      return { cooperate: [value] };
    case "implementUnits":
      return { implement: [value] };
    case "deadline":
    case "persons":
    case "contact":
    case "remarks":
      return { [field]: value };
    default:
      return { units: value };
  }
}

/** Kept rules with new ones: what was chosen last for a row and column is what holds. */
export function withLearned(kept: readonly TemplateRule[], learned: readonly TemplateRule[]): TemplateRule[] {
  const caseOf = ({ when, then }: TemplateRule): string => JSON.stringify([when, Object.keys(then).sort()]);
  const chosen = new Set(learned.map(caseOf));
  return [...kept.filter((rule) => !chosen.has(caseOf(rule))), ...learned];
}
