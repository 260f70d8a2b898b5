import { deadlineAfterIssue } from "../../../src/core/rules/deadline-after-issue";
import { testRule } from "../../support/test-rule";
import { withDeadlines } from "./deadline-cases";

const issued = "2024-04-26";

testRule(deadlineAfterIssue, {
  silent: [
    { name: "都在印发以后", ...withDeadlines("4月底前", "年底前", "2024年4月26日前"), issued },
    { name: "没有日子的", ...withDeadlines("持续推进", "每月28日前", "适时"), issued },
    { name: "写明去年的，归年份残留", ...withDeadlines("2023年底前", "年底前"), issued },
    { name: "动态台账每次报送都有日期", rows: [["序号", "具体要求", "责任单位", "完成时限", "进展情况"], ["1", "公开年度财政预算和决算信息。", "办公室", "3月底前", "已在网站公开。"], ["2", "做好政策解读材料的发布。", "法规科", "年底前", "已发布3篇。"]], issued },
    { name: "写明是下一年", ...withDeadlines("2025年3月底前", "年底前"), issued },
  ],
  found: [
    { name: "没写年份，早于印发日", ...withDeadlines("3月底前", "年底前"), issued, problems: ["D2 warning before"] },
    { name: "写明的日子已过", ...withDeadlines("2024年1月15日前", "年底前", "2月底前"), issued, problems: ["D2 warning before", "D4 warning before"] },
  ],
});
