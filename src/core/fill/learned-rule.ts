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
