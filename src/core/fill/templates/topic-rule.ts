import type { TemplateRule, TemplateValues } from "../template";

/** One line of a shipped template: what the requirement speaks of, and who usually does it. */
export function topicRule(words: readonly string[], then: TemplateValues): TemplateRule {
  return { when: { words }, then, reason: `这类单位里，“${words[0]!}”一般这样分工，请对照本单位职责核对。`, confidence: "probable" };
}
