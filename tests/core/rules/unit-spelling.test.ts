import { unitSpelling } from "../../../src/core/rules/unit-spelling";
import { testRule } from "../../support/test-rule";
import { parentWith, withUnits } from "./text-cases";

testRule(unitSpelling, {
  silent: [
    { name: "规范名称", ...withUnits("市人力资源社会保障局", "市财政局、市审计局", "市教育局、市民政局") },
    { name: "秘书一室和秘书二室是两家", ...withUnits("秘书一室", "秘书二室", "秘书一室") },
    { name: "上级就这样写", ...withUnits("市人力资源社会保彰局", "市财政局", "市人力资源社会保障局"), parent: parentWith(["公开信息。", "市人力资源社会保彰局"]) },
    { name: "全表都这样写", ...withUnits("社会求助处", "社会求助处", "社会求助处", "社会求助处") },
    { name: "导入的名录里有", ...withUnits("社会求助处", "社会救助处", "社会救助处"), units: ["社会求助处", "社会救助处"] },
    { name: "名录里没有的处室", ...withUnits("数字赋能处", "基层治理处", "老龄工作处") },
    { name: "分局是分局", ...withUnits("区自然资源分局", "区财政局", "区自然资源局、区审计局", "区自然资源局") },
    { name: "公司、学校的党委部门", ...withUnits("党委组织部", "人力资源部、财务部", "投资发展部", "资产运营部") },
    { name: "两家真名只差一字", ...withUnits("市财政局、市审计局", "市司法局", "市民政局、市民宗局") },
  ],
  found: [
    { name: "同音字，表里有正确的", ...withUnits("市人力资源社会保彰局", "市人力资源社会保障局", "市人力资源社会保障局"), problems: ["C2 warning slip"], suggestions: ["改为“市人力资源社会保障局”"] },
    { name: "处室名，表里别处写对了", ...withUnits("社会就助处", "社会救助处", "社会救助处"), problems: ["C2 warning slip"], suggestions: ["改为“社会救助处”"] },
    { name: "只有内置名录里有，降为可改", ...withUnits("市住房城乡建社局", "市财政局", "市审计局、市教育局"), problems: ["C2 info slip"], suggestions: ["改为“市住房城乡建设局”"] },
    { name: "省去层级的一家", ...withUnits("省发展改革委、市场监管居", "省市场监管局、省财政厅", "省市场监管局"), problems: ["C2 warning slip"], suggestions: ["改为“市场监管局”"] },
  ],
});
