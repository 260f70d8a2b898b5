import { deadlineOverdue } from "../../../src/core/rules/deadline-overdue";
import { testRule } from "../../support/test-rule";
import { withProgress, withStatus } from "./deadline-cases";

const today = "2024-07-15";

testRule(deadlineOverdue, {
  silent: [
    { name: "已完成", ...withStatus(["6月底前", "已公开。", "已完成"], ["年底前", "正在做。", "进行中"]), today },
    { name: "没过期", ...withStatus(["9月底前", "", "未完成"], ["年底前", "", "未启动"]), today },
    { name: "已整改、已化解", ...withStatus(["6月底前", "已更正。", "已整改"], ["5月底前", "已办结。", "已化解"]), today },
    { name: "状态空着，没人说没完成", ...withStatus(["6月底前", "", ""], ["年底前", "", "已完成"]), today },
    { name: "进展情况说到已经完成", ...withProgress(["6月底前", "正在归档，6月20日已完成。"], ["5月底前", "已印发方案，正在组织实施。"], ["5月底前", "持续推进。"]), today },
    { name: "持续推进没有过期", ...withStatus(["持续推进", "", "进行中"], ["年底前", "", "已完成"]), today },
  ],
  found: [{ name: "没有状态栏，进展情况一开头就说没完成", ...withProgress(["6月底前", "正在推进，方案已修订。"], ["年底前", "推进中。"], ["5月底前", "已完成，5月20日验收。"], ["5月底前", "尚未启动。"]), today, problems: ["E2 warning overdue", "E5 warning overdue"] }, { name: "过期未完成", ...withStatus(["6月底前", "正在做。", "未完成"], ["年底前", "", "进行中"], ["5月底前", "", "推进中"]), today, problems: ["F2 warning overdue", "F4 warning overdue"] }, { name: "部分整改", ...withStatus(["6月底前", "还差2户。", "部分整改"], ["年底前", "", "整改中"]), today, problems: ["F2 warning overdue"] }],
});
