import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { useEffect, useMemo, useRef, type KeyboardEvent } from "react";
import { showProblem } from "../commands";
import { addressOf } from "../core/grid/address";
import type { Problem, Rule } from "../core/rules/rule";
import { checkStrings } from "../strings/check";
import { paneStrings } from "../strings/pane";
import { useLayout } from "./layout";
import { ProblemCard } from "./problem-card";
import type { ListLine, ProblemGroup } from "./problem-groups";
import { SeverityMark } from "./severity-mark";
import { useApp, useSession } from "./use-app";
import { VirtualList, type VirtualListHandle } from "./virtual-list";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "flex-start",
    gap: "8px",
    width: "100%",
    padding: "6px 4px 6px 8px",
    border: "none",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    background: "none",
    font: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: "20px",
    color: tokens.colorNeutralForeground1,
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground3 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  inGroup: { paddingLeft: "24px" },
  /** Told by a bar as well as by the ground; a ground that stays dark in high contrast, so that the level's mark stays readable. */
  current: { backgroundColor: tokens.colorNeutralBackground3, boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  message: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  clamp: { display: "-webkit-box", WebkitLineClamp: "4", WebkitBoxOrient: "vertical", overflow: "hidden" },
  place: { flexShrink: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  chevron: { flexShrink: 0, marginTop: "2px", display: "inline-flex" },
});

/** The list of problems, with the card of the one the user is at. Arrow keys move, fold and unfold, Enter jumps to the cell, Ctrl+. goes to the choices. */
export function ProblemList(props: {
  readonly lines: readonly ListLine[];
  readonly problems: readonly Problem[];
  readonly rules: readonly Rule[] | null;
  readonly onFold: (kind: string) => void;
}) {
  const { lines, problems } = props;
  const layout = useLayout();
  const { app, run } = useApp();
  const { currentProblem } = useSession();
  const handle = useRef<VirtualListHandle>(null);
  const place = useRef<number | null>(null);
  const sameKind = useMemo(() => {
    const current = problems.find(({ id }) => id === currentProblem);
    return current === undefined ? [] : problems.filter(({ kind }) => kind === current.kind);
  }, [problems, currentProblem]);
  // One rule may find several kinds; its name alone would stand twice in the list.
  const rulesShared = useMemo(() => repeated(lines.flatMap((line) => (line.type === "group" ? [line.group.problems[0]!.ruleId] : []))), [lines]);
  const at = currentProblem === null ? -1 : lines.findIndex(({ key }) => key === currentProblem);

  // 下一处 from the ribbon or a key brings its line into sight.
  useEffect(() => {
    if (at >= 0) handle.current?.show(at);
  }, [at, currentProblem]);

  // After a change the problem is gone and the focus with it: it goes to what stands in the same place now.
  useEffect(() => {
    const list = handle.current?.element();
    if (document.activeElement === document.body && list && place.current !== null && lines.length > 0) focusLine(list, Math.min(place.current, lines.length - 1));
  }, [lines]);

  const jump = async (problem: Problem, element: HTMLElement) => {
    if (app.session.get().currentProblem === problem.id && problem.at === null) return app.session.update({ currentProblem: null });
    await run(showProblem, { problemId: problem.id });
    // Selecting a cell may take the focus away; the user is still in the list.
    if (document.activeElement === document.body) element.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const index = indexOf(event.target as HTMLElement);
    const list = handle.current?.element();
    if (index === undefined || !list) return;
    place.current = index;
    const target = (event.target as HTMLElement).closest("[data-line]") === null ? null : event.target;
    if (event.key === "." && event.ctrlKey) {
      event.preventDefault();
      const line = lines[index];
      if (line?.type === "problem") void openChoices(line.problem);
    } else if (target !== null && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const next = index + (event.key === "ArrowDown" ? 1 : -1);
      handle.current?.show(next);
      requestAnimationFrame(() => focusLine(list, next));
    } else if (target !== null && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
      const line = lines[index];
      if (line?.type !== "group" || line.open !== (event.key === "ArrowLeft")) return;
      event.preventDefault();
      props.onFold(line.group.kind);
    } else if (event.key === "Escape" && target === null) {
      focusLine(list, index);
    }
  };

  const openChoices = async (problem: Problem) => {
    if (app.session.get().currentProblem !== problem.id) await run(showProblem, { problemId: problem.id });
    requestAnimationFrame(() => handle.current?.element()?.querySelector<HTMLElement>("[data-choices] button")?.focus());
  };

  return (
    <div
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        place.current = indexOf(event.target) ?? place.current;
      }}
    >
      <VirtualList
        handle={handle}
        items={lines}
        keyOf={keyOfLine}
        estimate={53}
        label={checkStrings.listLabel}
        className={layout.list}
        render={(line) =>
          line.type === "group" ? (
            <GroupLine group={line.group} open={line.open} rules={props.rules} shared={rulesShared.has(line.group.problems[0]!.ruleId)} onFold={props.onFold} />
          ) : (
            <>
              <ProblemLine problem={line.problem} inGroup={line.inGroup} current={line.problem.id === currentProblem} onOpen={(element) => void jump(line.problem, element)} />
              {line.problem.id === currentProblem && <ProblemCard key={line.problem.id} problem={line.problem} sameKind={sameKind} />}
            </>
          )
        }
      />
    </div>
  );
}

function GroupLine(props: { readonly group: ProblemGroup; readonly open: boolean; readonly rules: readonly Rule[] | null; readonly shared: boolean; readonly onFold: (kind: string) => void }) {
  const styles = useStyles();
  const { group } = props;
  const first = group.problems[0]!;
  const found = props.rules?.find(({ meta }) => meta.id === first.ruleId)?.meta.found;
  const title = found === undefined ? first.message : props.shared ? checkStrings.groupLike({ title: found, example: first.message }) : found;
  const marked = group.problems.filter(({ severity }) => severity === group.severity).length;
  return (
    <button type="button" data-line className={styles.line} aria-expanded={props.open} onClick={() => props.onFold(group.kind)}>
      <span className={styles.chevron}>{props.open ? <ChevronDown16Regular aria-hidden /> : <ChevronRight16Regular aria-hidden />}</span>
      <SeverityMark severity={group.severity} />
      <span className={mergeClasses(styles.message, styles.clamp)}>{title}</span>
      <span className={styles.place}>{checkStrings.groupCount({ count: group.problems.length, level: paneStrings.levels[group.severity], marked })}</span>
    </button>
  );
}

function ProblemLine(props: { readonly problem: Problem; readonly inGroup: boolean; readonly current: boolean; readonly onOpen: (element: HTMLElement) => void }) {
  const styles = useStyles();
  const { problem, current } = props;
  return (
    <button
      type="button"
      data-line
      className={mergeClasses(styles.line, props.inGroup && styles.inGroup, current && styles.current)}
      aria-expanded={current}
      {...(current ? { "aria-current": true } : {})}
      onClick={(event) => props.onOpen(event.currentTarget)}
    >
      <SeverityMark severity={problem.severity} />
      <span className={mergeClasses(styles.message, !current && styles.clamp)}>{problem.message}</span>
      <span className={styles.place}>{problem.at === null ? checkStrings.whole : addressOf(problem.at)}</span>
    </button>
  );
}

function repeated(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}

function keyOfLine(line: ListLine): string {
  return line.key;
}

function indexOf(element: HTMLElement): number | undefined {
  const index = element.closest<HTMLElement>("li[data-index]")?.dataset["index"];
  return index === undefined ? undefined : Number(index);
}

function focusLine(list: HTMLElement, index: number): void {
  list.querySelector<HTMLElement>(`li[data-index="${index}"] [data-line]`)?.focus();
}
