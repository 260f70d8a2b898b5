import { serialConsecutive } from "../../../src/core/rules/serial-consecutive";
import { testRule } from "../../support/test-rule";
import { H, row } from "./structure-cases";

testRule(serialConsecutive, {
  silent: [
    { name: "连续", rows: [H, row(1), row(2), row(3), row(4)] },
    { name: "每个标题下重新编号", rows: [["工作任务", ...H], ["一、主动公开", ...row(1)], ["一、主动公开", ...row(2)], ["二、政策解读", ...row(1, 2)], ["二、政策解读", ...row(2, 3)]] },
    { name: "从中间开始（另一张表的下半段）", rows: [H, row(12, 0), row(13, 1), row(14, 2)] },
    { name: "只有一行", rows: [H, row(1)] },
    { name: "编号是2.1这样的", rows: [H, row("1.1", 0), row("1.2", 1), row("2.1", 2)] },
    { name: "第几项连续", rows: [H, row("第1项", 0), row("第2项", 1), row("第3项", 2)] },
    { name: "编号里本来就有字母", rows: [H, row("A1", 0), row("A2", 1), row("B1", 2)] },
    { name: "汉字编号连续", rows: [H, row("（一）", 0), row("（二）", 1), row("（三）", 2)] },
    { name: "汉字编的是部分，不是行", rows: [H, row("一", 0), row("", 1), row("三", 2), row("", 3)] },
    { name: "新增的任务没有号，写着新增", rows: [H, row(1), row(2), row(3), row(4), row(5), row("新增", 5)] },
  ],
  found: [
    { name: "1 认成了字母 l", rows: [H, row("l", 0), row(2, 1), row(3, 2), row(4, 3), row(5, 4), row(6, 5)], problems: ["A2 warning lookalike"] },
    { name: "10 认成了 lO", rows: [H, row(8, 0), row(9, 1), row("lO", 2), row(11, 3), row(12, 4), row(13, 5)], problems: ["A4 warning lookalike"] },
    { name: "重号", rows: [H, row(1), row(2), row(2, 2), row(3, 3), row(4, 4)], problems: ["A4 warning repeated"] },
    { name: "跳号", rows: [H, row(1), row(2), row(4, 2), row(5, 3)], problems: ["A4 warning skipped"] },
    { name: "重号以后照原来的数往下编，只说一处", rows: [H, row(1), row(2), row(2, 2), row(4, 3), row(5, 4)], problems: ["A4 warning repeated"] },
    { name: "写作第几项", rows: [H, row("第1项", 0), row("第2项", 1), row("第4项", 2), row("第5项", 3)], problems: ["A4 warning skipped"] },
    { name: "汉字编号重了", rows: [H, row("（一）", 0), row("（二）", 1), row("（二）", 2), row("（四）", 3)], problems: ["A4 warning repeated"] },
    { name: "汉字编号跳了", rows: [H, row("一", 0), row("二", 1), row("四", 2), row("五", 3)], problems: ["A4 warning skipped"] },
    { name: "重号以后又跳", rows: [H, row(1), row(2), row(2, 2), row(5, 3), row(6, 4)], problems: ["A4 warning repeated", "A5 warning skipped"] },
  ],
});
