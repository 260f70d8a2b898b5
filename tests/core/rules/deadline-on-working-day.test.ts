import { deadlineOnWorkingDay } from "../../../src/core/rules/deadline-on-working-day";
import { testRule } from "../../support/test-rule";
import { withDeadlines } from "./deadline-cases";

testRule(deadlineOnWorkingDay, {
  silent: [
    { name: "工作日", ...withDeadlines("2024年9月30日前", "2024年10月8日前", "年底前") },
    { name: "月底、年底不算写了哪一天", ...withDeadlines("2024年6月底前", "年底前", "8月底前") },
    { name: "没有放假通知的年份不说", ...withDeadlines("2049年10月1日前", "年底前") },
  ],
  found: [
    { name: "国庆节", ...withDeadlines("2024年10月1日前", "年底前"), problems: ["D2 info rest"] },
    { name: "星期天", ...withDeadlines("年底前", "2024年6月30日前"), problems: ["D3 info rest"] },
  ],
});
