import { formulaReplaced } from "../../../src/core/rules/formula-replaced";
import { testRule } from "../../support/test-rule";
import { CLEAN } from "./publication-cases";

const at = (row: number, column: number) => row * 16_384 + column;

testRule(formulaReplaced, {
  silent: [
    { name: "没有公式", rows: CLEAN },
    { name: "看着像公式的文字", rows: [...CLEAN, ["3", "=1+1", "办公室", "全年", null]] },
    { name: "没有公式，有方括号", rows: [...CLEAN, ["3", "对照[2021]1号文自查。", "办公室", "全年", null]] },
  ],
  found: [
    { name: "自己的公式", rows: CLEAN, grid: { formulas: new Map([[at(1, 0), "=ROW()-1"], [at(2, 0), "=A2+1"]]) }, problems: ["A2 info formulas"] },
    { name: "取自别的工作簿，文件里的写法", rows: CLEAN, grid: { formulas: new Map([[at(2, 4), "=[1]Sheet1!A1"]]) }, problems: ["E3 warning external"] },
    { name: "取自别的工作簿，窗口里的写法", rows: CLEAN, grid: { formulas: new Map([[at(2, 4), "='D:\\台账\\[名册.xlsx]Sheet1'!A1"], [at(1, 4), "=表1[[#此行],[数]]"]]) }, problems: ["E2 info formulas", "E3 warning external"] },
  ],
});
