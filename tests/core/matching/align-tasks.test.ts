import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignTasks } from "../../../src/core/matching/align-tasks";
import type { MatchItem } from "../../../src/core/matching/matching";

const item = (requirement: string, level2 = "", seq = ""): MatchItem => ({ seq, level1: "", level2, requirement });

const DIRECTORY = item("编制本部门主动公开基本目录，明确公开时限和公开方式，每年更新一次并报送备案。", "（一）目录管理", "1");
const TRAINING = item("举办业务培训班，对新任职的工作人员开展条例解读和案例教学，提升答复办理水平。", "（二）队伍建设", "2");
const HOTLINE = item("整合各类服务热线，除紧急热线外统一由一个号码对外服务，健全回访和考核制度。", "（三）热线整合", "3");
const REPORT = item("按时编制并发布年度报告，全面反映申请办理和行政复议情况，接受社会评议。", "（四）年度报告", "4");
const TASKS = [DIRECTORY, TRAINING, HOTLINE, REPORT];

const seen = (rows: readonly MatchItem[], tasks: readonly MatchItem[] = TASKS) => alignTasks(rows, tasks).links.map(({ tasks: answered, state }) => `${answered.join("+")} ${state}`.trim());

describe("alignTasks", () => {
  it.each<[string, MatchItem, string]>([
    ["原文照抄", TRAINING, "1 sure"],
    ["只照抄一句", item("对新任职的工作人员开展条例解读和案例教学"), "1 sure"],
    ["换了主语和级别", item("编制我局主动公开基本目录，明确公开时限和公开方式，每年更新一次并报市政府办公室备案。"), "0 sure"],
    ["后面加了自己的话", item("按时编制并发布年度报告，全面反映申请办理和行政复议情况，接受社会评议，同步制作图解，在门户网站首页显著位置展示。"), "3 sure"],
    ["两项合成一条", item("整合各类服务热线，除紧急热线外统一由一个号码对外服务；按时编制并发布年度报告，全面反映申请办理和行政复议情况。"), "2+3 sure"],
    ["另编了号", { ...HOTLINE, seq: "17" }, "2 sure"],
  ])("answers: %s", (_, row, expected) => expect(seen([row])).toEqual([expected]));

  it.each<[string, MatchItem]>([
    ["上级没有的事", item("组织志愿者到敬老院开展走访慰问活动。")],
    ["只有几个常用词相同", item("加强组织领导，健全工作机制，明确责任分工。")],
    ["号相同，事不同", item("购置会议室音响设备。", "", "2")],
    ["标题相同，事不同", item("购置会议室音响设备。", "（二）队伍建设")],
    ["空行", item("")],
    ["只有标点", item("——")],
    ["一个字", item("无")],
  ])("answers nothing: %s", (_, row) => expect(seen([row])).toEqual(["local"]));

  it.each<[string, MatchItem, readonly MatchItem[]]>([
    ["同样的句子，另一个领域", item("推进卫生健康领域信息公开，编制事项标准目录。"), [item("推进义务教育领域信息公开，编制事项标准目录。"), ...TASKS]],
    ["两项上级任务一字不差", item("完善制度，明确专人负责，定期通报进展情况。"), [item("完善制度，明确专人负责，定期通报进展情况。"), ...TASKS, item("完善制度，明确专人负责，定期通报进展情况。")]],
    ["一项照抄，另一项只取一小段", item("整合各类服务热线，除紧急热线外统一由一个号码对外服务，健全回访和考核制度。对新任职的工作人员开展条例解读和案例教学。"), TASKS],
    ["大半是自己的话", item("邀请法律顾问举办业务培训班，组织全员测试并把成绩纳入评先评优。"), TASKS],
  ])("leaves to a person: %s", (_, row, tasks) => expect(seen([row], tasks)[0]).toMatch(/confirm$/u));

  it("tells two equal tasks apart by where the rows stand", () => {
    const same = item("完善制度，明确专人负责，定期通报进展情况。");
    const tasks = [DIRECTORY, { ...same, level2: "（一）目录管理" }, TRAINING, HOTLINE, { ...same, level2: "（三）热线整合" }, REPORT];
    const rows = [DIRECTORY, { ...same, level2: "一是编好目录" }, TRAINING, HOTLINE, { ...same, level2: "三是管好热线" }, REPORT];
    expect(seen(rows, tasks)).toEqual(["0 sure", "1 sure", "2 sure", "3 sure", "4 sure", "5 sure"]);
  });

  it("does what the user decided, whatever the texts say, and counts it as answered", () => {
    const { links, unanswered } = alignTasks([TRAINING, HOTLINE, REPORT], TASKS, [
      { row: 0, tasks: [3, 0] },
      { row: 1, tasks: [] },
    ]);
    expect(links.map(({ tasks, state, decided }) => [tasks, state, decided])).toEqual([
      [[0, 3], "sure", true],
      [[], "local", true],
      [[3], "sure", false],
    ]);
    expect(unanswered).toEqual([1, 2]);
  });

  it("works without rows and without tasks", () => {
    expect(alignTasks([], TASKS)).toEqual({ links: [], unanswered: [0, 1, 2, 3] });
    expect(alignTasks([TRAINING], [])).toEqual({ links: [{ row: 0, tasks: [], score: 0, state: "local", decided: false, candidates: [] }], unanswered: [] });
  });

  const words = fc.constantFrom("编制目录", "公开信息", "举办培训", "整合热线", "发布年报", "接受监督", "省级", "市级", "每季度一次", "，", "健全制度");
  const anyItem = fc.array(words, { maxLength: 12 }).map((parts) => item(parts.join("")));

  it("gives every row one link, every task at most one state, and never throws", () =>
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 12 }), fc.array(anyItem, { maxLength: 12 }), (rows, tasks) => {
        const { links, unanswered } = alignTasks(rows, tasks);
        expect(links.map(({ row }) => row)).toEqual(rows.map((_, row) => row));
        const answered = new Set(links.flatMap(({ tasks: own }) => own));
        expect([...answered, ...unanswered].sort((a, b) => a - b)).toEqual(tasks.map((_, task) => task));
        for (const { tasks: own, state, score } of links) {
          expect(state === "local").toBe(own.length === 0);
          expect([...own].sort((a, b) => a - b)).toEqual(own);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    ));

  it("finds a long ledger's distinct tasks again in any order", () =>
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3]), (order) => {
        expect(alignTasks(order.map((task) => TASKS[task]!), TASKS).links.map(({ tasks }) => tasks)).toEqual(order.map((task) => [task]));
      }),
    ));
});
