import { unitOneSpelling } from "../../../src/core/rules/unit-one-spelling";
import { testRule } from "../../support/test-rule";
import { withUnits } from "./text-cases";

testRule(unitOneSpelling, {
  silent: [
    { name: "写法一致", ...withUnits("市发展改革委", "市发展改革委", "市财政局") },
    { name: "本级信息中心和省信息中心是两家", ...withUnits("信息中心", "省信息中心", "办公室") },
    { name: "省去层级不算另一种写法", ...withUnits("省发展改革委、商务厅", "省商务厅", "省财政厅") },
    { name: "两个市的同名单位", ...withUnits("淮南市财政局", "合肥市财政局") },
  ],
  found: [
    { name: "政府网站和市政府网站", title: "江城市2024年政务公开工作任务分工", ...withUnits("市政府网站", "政府网站、办公室", "政府网站"), problems: ["C3 info two"], suggestions: ["都写“市政府网站”", "都写“政府网站”", "是两家"] },
    { name: "全称和简称", ...withUnits("市发展和改革委员会", "市发展改革委", "市发展改革委、市财政局"), problems: ["C2 info two"], suggestions: ["都写“市发展和改革委员会”", "都写“市发展改革委”", "是两家"] },
    { name: "口头简称和规范简称", ...withUnits("市发改委", "市发展改革委", "市财政局"), problems: ["C3 info two"] },
  ],
});
