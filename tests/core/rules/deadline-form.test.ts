import { cellKey } from "../../../src/core/grid/address";
import { deadlineForm } from "../../../src/core/rules/deadline-form";
import { testRule } from "../../support/test-rule";
import { withDeadlines } from "./deadline-cases";

const DATE = 45473; // 2024-06-30
const shown = (...rows: number[]) => (example: ReturnType<typeof withDeadlines>) => ({
  ...example,
  grid: { numberFormats: new Map(rows.map((row) => [cellKey(row, 3), 'yyyy"年"m"月"d"日"'])), texts: example.rows.map((cells, r) => cells.map((value) => (r > 0 && value === DATE ? "2024年6月30日" : String(value ?? "")))) },
});

testRule(deadlineForm, {
  silent: [
    { name: "都是文字", ...withDeadlines("年底前", "6月底前", "全年", "持续推进") },
    { name: "都是日期", ...shown(1, 2, 3)(withDeadlines(DATE, DATE, DATE)) },
  ],
  found: [{ name: "文字里夹一个日期", ...shown(2)(withDeadlines("年底前", DATE, "全年", "持续推进")), problems: ["D3 info dates"], suggestions: ["改成文字“2024年6月30日”"] }],
});
