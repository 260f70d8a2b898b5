import { unitRenamed } from "../../../src/core/rules/unit-renamed";
import { testRule } from "../../support/test-rule";
import { parentWith, withUnits } from "./text-cases";

testRule(unitRenamed, {
  silent: [
    { name: "现用名", ...withUnits("市生态环境局", "市农业农村局") },
    { name: "更名以前的台账", year: 2017, ...withUnits("市环境保护局", "市财政局") },
    { name: "更名当年", year: 2019, ...withUnits("市环境保护局", "市财政局") },
    { name: "上级仍这样写", ...withUnits("市环境保护局", "市财政局"), parent: parentWith(["公开信息。", "市环境保护局"]) },
    { name: "导入的名录里有", ...withUnits("市环境保护局", "市财政局"), units: ["市环境保护局"] },
  ],
  found: [
    { name: "机构改革前的名称", ...withUnits("市环境保护局、市财政局", "市司法局"), problems: ["C2 warning renamed"], suggestions: ["改为“市生态环境局”"] },
  ],
});
