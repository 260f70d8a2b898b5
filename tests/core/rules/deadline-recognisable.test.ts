import { deadlineRecognisable } from "../../../src/core/rules/deadline-recognisable";
import { testRule } from "../../support/test-rule";

const sheet = (...deadlines: (string | number)[]) => ({ rows: [["序号", "具体要求", "责任单位", "完成时限"], ...deadlines.map((deadline, index) => [String(index + 1), `第${index + 1}类政府信息按要求公开到位。`, "办公室", deadline])] });

testRule(deadlineRecognisable, {
  silent: [
    { name: "闰年的2月29日", ...sheet("2024年2月29日前", "年底前") },
    { name: "常见的日期写法", ...sheet("年底前", "10 月底前", "2024年6月30日前", "三季度末", "2024.05") },
    { name: "持续和周期", ...sheet("持续推进", "常态化", "每季度末", "每半年至少1次", "全年") },
    { name: "相对时间", ...sheet("印发后一个月内", "自发布之日起20个工作日内", "与文件同步") },
    { name: "说得笼统，但不是看不懂", ...sheet("适时", "尽快", "年底前", "定期") },
  ],
  found: [
    { name: "错字", ...sheet("年底前", "年地前", "全年"), problems: ["D3 warning unreadable"], suggestions: ["改为“年底前”"] },
    { name: "日历上没有", ...sheet("2026年2月30日", "2026年13月底前", "2026年6月31日前", "2023年2月29日前"), problems: ["D2 warning noSuchDay", "D3 warning noSuchDay", "D4 warning noSuchDay", "D5 warning noSuchDay"] },
    { name: "写成了状态", ...sheet("年底前", "推进中", "6月底前"), problems: ["D3 warning unreadable"], suggestions: [] },
    { name: "年份数字丢了一位", ...sheet("年底前", "2024127日", "6月底前"), problems: ["D3 warning unreadable"] },
  ],
});
