import { useEffect, useState } from "react";
import type { Rule } from "../core/rules/rule";

let loading: Promise<readonly Rule[]> | undefined;

/** The rules with their docs; they come with a chunk of their own, for the pane itself never runs a rule. */
export function loadRules(): Promise<readonly Rule[]> {
  loading ??= import("../core/rules").then(({ rules }) => rules);
  return loading;
}

/** The rules once they are there; null before. */
export function useRules(): readonly Rule[] | null {
  const [rules, setRules] = useState<readonly Rule[] | null>(null);
  useEffect(() => {
    let gone = false;
    void loadRules().then((loaded) => {
      if (!gone) setRules(loaded);
    });
    return () => {
      gone = true;
    };
  }, []);
  return rules;
}
