import { normalizeForCompare } from "../text/normalize";
import type { Deadline, DeadlineComparison, DeadlineKind, Recurrence } from "./deadline";

/** How often a rhythm comes round, in months. */
const months: Readonly<Record<Recurrence, number>> = { daily: 0.03, weekly: 0.25, monthly: 1, bimonthly: 2, quarterly: 3, "half-yearly": 6, yearly: 12 };

/**
 * How a row's own deadline stands to the parent's. Days are compared by the last day on time, so 年底前 and 全年 are the
 * same. Where one side has no day the kinds are compared (PRODUCT, "Looser or tighter"); where that says nothing, and for
 * every invalid side, "unknown".
 */
export function compareDeadlines(own: Deadline, parent: Deadline): DeadlineComparison {
  if (own.kind === "invalid" || parent.kind === "invalid") return uncertain("unknown");
  const areSameWords = normalizeForCompare(own.raw) === normalizeForCompare(parent.raw);
  // 印发后一个月内 taken over from the parent still counts from the parent's day, whatever day our own paper bears.
  if (areSameWords && own.kind === "relative") return uncertain("same");
  if (own.due !== null && parent.due !== null) {
    const relation = own.due === parent.due ? "same" : own.due > parent.due ? "later" : "earlier";
    return { relation, certain: isCertain(own) && isCertain(parent) && sameYearTaken(own, parent) };
  }
  if (areSameWords) return uncertain("same");
  if (parent.due !== null) return uncertain(isOpen(own.kind) ? "loosened" : "unknown");
  if (own.due !== null) return uncertain(parent.kind === "ongoing" || parent.kind === "unspecified" ? "tightened" : "unknown");
  if (own.kind === "recurring" && parent.kind === "recurring") return uncertain(rhythms(own.recurrence, parent.recurrence));
  if (own.kind === parent.kind) return uncertain(own.kind === "ongoing" || own.kind === "unspecified" ? "same" : "unknown");
  if (own.kind === "recurring" && isOpen(parent.kind)) return uncertain("tightened");
  if (parent.kind === "recurring" && isOpen(own.kind)) return uncertain("loosened");
  return uncertain("unknown");
}

function uncertain(relation: DeadlineComparison["relation"]): DeadlineComparison {
  return { relation, certain: false };
}

function isOpen(kind: DeadlineKind): boolean {
  return kind === "ongoing" || kind === "unspecified" || kind === "recurring";
}

function isCertain({ assumed, alternative }: Deadline): boolean {
  return alternative === null && assumed.every((assumption) => assumption === "year-of-document");
}

/** A year taken from its document is as good as written while both sides lie in that one year. */
function sameYearTaken(own: Deadline, parent: Deadline): boolean {
  const taken = own.assumed.includes("year-of-document") || parent.assumed.includes("year-of-document");
  return !taken || own.due?.slice(0, 4) === parent.due?.slice(0, 4);
}

function rhythms(own: Recurrence | null, parent: Recurrence | null): DeadlineComparison["relation"] {
  if (own === null || parent === null) return "unknown";
  if (own === parent) return "same";
  return months[own] > months[parent] ? "loosened" : "tightened";
}
