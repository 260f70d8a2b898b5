import type { Ledger } from "../ledger/ledger";
import type { RuleContext } from "../rules/rule";
import { isInnerOffice } from "../units/inner-office";
import { sameUnit } from "../units/same-unit";
import { unitKey } from "../units/unit-key";

/** 某某市水利局2025年…台账, 某某局关于…: a title that begins with the office whose sheet it is. */
const OWNER = /^([^，。：:《》〈〉“”\d]{3,24}?(?:人民政府|政府|办公[厅室]|委员会|厅|局))(?=关于|(?:19|20)\d{2}|[二〇零]{2})/u;

/** The office whose ledger it is, by 填报单位 or the beginning of its title; "" when neither says. A 处室 is no office. */
export function officeOf({ unit, title }: Ledger): string {
  return unit !== "" && !isInnerOffice(unit) ? unit : (OWNER.exec(title)?.[1] ?? "");
}

/** Whether a ledger certainly is another office's than that of the sheet at hand. Where one of them is not named: no. */
export function isAnotherOffice(ledger: Ledger, context: RuleContext): boolean {
  const theirs = officeOf(ledger);
  const ours = context.unit ?? officeOf(context.ledger);
  if (theirs === "" || ours === "") return false;
  const [a, b] = [unitKey(theirs), unitKey(ours)];
  return !a.endsWith(b) && !b.endsWith(a) && !sameUnit(theirs, ours, context.directory, { level: context.level });
}
