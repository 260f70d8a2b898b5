import { columnsAligned } from "../../../src/core/rules/columns-aligned";
import { testRule } from "../../support/test-rule";
import { H, row, TEXTS } from "./structure-cases";

testRule(columnsAligned, {
  silent: [
    { name: "对齐", rows: [H, row(1), row(2), row(3)] },
    { name: "第二页的表头换了位置，内容跟着换", rows: [H, row(1), row(2), ["序号", "具体要求", null, "责任单位", "完成时限"], ["3", TEXTS[2]!, null, "办公室", "年底前"], ["4", TEXTS[3]!, null, "办公室", "全年"]] },
  ],
  found: [
    {
      name: "第二页的内容比表头错开一列",
      rows: [H, row(1), row(2), ["序号", "具体要求", "责任单位", "完成时限", null], ["3", TEXTS[2]!, null, "办公室", "年底前"], ["4", TEXTS[3]!, null, "办公室", "全年"], ["5", TEXTS[4]!, null, "办公室", "年底前"]],
      problems: ["D5 warning shifted"],
      suggestions: ["移回自己的列"],
    },
  ],
});
