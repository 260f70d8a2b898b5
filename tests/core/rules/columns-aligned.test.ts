import { columnsAligned } from "../../../src/core/rules/columns-aligned";
import { testRule } from "../../support/test-rule";
import { H, row, TEXTS } from "./structure-cases";

const WIDE = ["序号", "工作任务", "具体要求", "责任单位", "完成时限", "备注"];
const wide = (number: number): (string | null)[] => [String(number), "一、主动公开", TEXTS[number - 1]!, "办公室", "年底前", null];

testRule(columnsAligned, {
  silent: [
    { name: "对齐", rows: [H, row(1), row(2), row(3)] },
    { name: "单位和时限写颠倒了，不是错位", rows: [WIDE, wide(1), wide(2), ["3", "一、主动公开", TEXTS[2]!, "年底前", "办公室", null], wide(4), wide(5)] },
    { name: "中间少了一格要求，猜不出移到哪里", rows: [WIDE, wide(1), wide(2), ["3", "一、主动公开", "办公室", "年底前", null, null], wide(4), wide(5)] },
    { name: "第二页的表头换了位置，内容跟着换", rows: [H, row(1), row(2), ["序号", "具体要求", null, "责任单位", "完成时限"], ["3", TEXTS[2]!, null, "办公室", "年底前"], ["4", TEXTS[3]!, null, "办公室", "全年"]] },
  ],
  found: [
    {
      name: "一行整个右移一列，最右边的备注栏接住了",
      rows: [WIDE, wide(1), wide(2), [null, ...wide(3).slice(0, 5)], wide(4), wide(5)],
      problems: ["F4 warning shifted"],
    },
    {
      name: "一行中间多了一格",
      rows: [WIDE, wide(1), wide(2), ["3", "一、主动公开", TEXTS[2]!, null, "办公室", "年底前"], wide(4), wide(5)],
      problems: ["F4 warning shifted"],
    },
    {
      name: "一行少了序号，整个左移一列",
      rows: [WIDE, wide(1), wide(2), [...wide(3).slice(1), null], wide(4), wide(5)],
      problems: ["D4 warning shifted"],
    },
    {
      name: "第二页的内容比表头错开一列",
      rows: [H, row(1), row(2), ["序号", "具体要求", "责任单位", "完成时限", null], ["3", TEXTS[2]!, null, "办公室", "年底前"], ["4", TEXTS[3]!, null, "办公室", "全年"], ["5", TEXTS[4]!, null, "办公室", "年底前"]],
      problems: ["D5 warning shifted"],
      suggestions: ["移回自己的列"],
    },
  ],
});
