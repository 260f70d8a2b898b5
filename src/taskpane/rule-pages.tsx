import { Link, Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Rule, RuleExample, RuleGroup } from "../core/rules/rule";
import { checkStrings, ruleGroupNames, ruleStrings } from "../strings/check";
import { paneStrings } from "../strings/pane";
import { useLayout } from "./layout";
import { useRules } from "./rule-docs";

const useStyles = makeStyles({
  page: { padding: "8px 12px", backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium },
  /** Lines of links stand so far apart that each can be hit. */
  item: { paddingBlock: "4px" },
  scroll: { overflowX: "auto" },
  table: { borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: "18px" },
  cell: { border: `1px solid ${tokens.colorNeutralStroke1}`, padding: "2px 6px", verticalAlign: "top", textAlign: "left", fontWeight: tokens.fontWeightRegular, minWidth: "2em" },
  head: { backgroundColor: tokens.colorNeutralBackground4 },
});

/** What one rule looks for, why, and on what it rests. */
export function RulePage({ ruleId }: { readonly ruleId: string }) {
  const rules = useRules();
  if (rules === null) return <Spinner size="tiny" label={paneStrings.loading} />;
  const rule = rules.find(({ meta }) => meta.id === ruleId);
  return rule === undefined ? <p>{ruleStrings.none}</p> : <RuleText rule={rule} />;
}

/** All rules by group; each opens in place. */
export function RuleList() {
  const styles = useStyles();
  const layout = useLayout();
  const rules = useRules();
  const [open, setOpen] = useState<string | null>(null);
  if (rules === null) return <Spinner size="tiny" label={paneStrings.loading} />;
  return (
    <div className={layout.stack}>
      <p className={layout.quiet}>{ruleStrings.count({ count: rules.length })}</p>
      {(Object.keys(ruleGroupNames) as RuleGroup[]).map((group) => {
        const members = rules.filter(({ meta }) => meta.group === group);
        return members.length === 0 ? null : (
          <section key={group} className={layout.tight} aria-label={ruleGroupNames[group]}>
            <h3 className={layout.title}>{ruleGroupNames[group]}</h3>
            <ul className={layout.list}>
              {members.map((rule) => (
                <li key={rule.meta.id} className={styles.item}>
                  <Link as="button" aria-expanded={open === rule.meta.id} onClick={() => setOpen(open === rule.meta.id ? null : rule.meta.id)}>
                    {rule.meta.title}
                  </Link>
                  {open === rule.meta.id && <RuleText rule={rule} />}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function RuleText({ rule }: { readonly rule: Rule }) {
  const styles = useStyles();
  const layout = useLayout();
  const { meta, docs } = rule;
  return (
    <section className={`${layout.stack} ${styles.page}`} aria-label={meta.title}>
      <h4 className={layout.title}>{meta.title}</h4>
      <p className={layout.quiet}>{meta.offByDefault === true ? ruleStrings.off : ruleStrings.reportsAt({ level: paneStrings.levels[meta.severity] })}</p>
      <p className={layout.quiet}>{`${ruleStrings.why}：${docs.why}`}</p>
      <p className={layout.quiet}>{`${checkStrings.how}：${docs.howToFix}`}</p>
      {meta.source !== undefined && <p className={layout.quiet}>{`${ruleStrings.source}：${meta.source}`}</p>}
      <Example title={ruleStrings.bad} example={docs.bad[0]} />
      <Example title={ruleStrings.good} example={docs.good[0]} />
    </section>
  );
}

function Example({ title, example }: { readonly title: string; readonly example: RuleExample | undefined }) {
  const styles = useStyles();
  const layout = useLayout();
  const [head, ...rows] = example?.rows ?? [];
  if (head === undefined) return null;
  return (
    <div className={layout.tight}>
      <p className={layout.quiet}>{title}</p>
      {/* A table wider than the pane scrolls by itself; the keyboard reaches it too. */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={title}>
        <table className={styles.table}>
          <thead>
            <tr>
              {head.map((label, column) => (
                <th key={column} scope="col" className={`${styles.cell} ${styles.head}`}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {row.map((value, column) => (
                  <td key={column} className={styles.cell}>
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
