import { countStated } from "../../../src/core/rules/count-stated";
import { testRule } from "../../support/test-rule";
import { H, row } from "./structure-cases";

testRule(countStated, {
  silent: [
    { name: "没写项数", title: "某局2024年政务公开工作台账", rows: [H, row(1), row(2)] },
    { name: "写的和实际一样", title: "某局2024年政务公开工作台账（共两项）", rows: [H, row(1), row(2)] },
    { name: "数的是别的", title: "某局2024年公开3大类台账", rows: [H, row(1), row(2)] },
  ],
  found: [
    { name: "多写了", title: "某局2024年政务公开工作台账（共3项）", rows: [H, row(1), row(2)], problems: ["A1 warning differs"] },
    { name: "汉字数字", title: "某局2024年政务公开工作台账，共十二项任务", rows: [H, row(1), row(2)], problems: ["A1 warning differs"] },
  ],
});
