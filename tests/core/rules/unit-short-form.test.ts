import { unitShortForm } from "../../../src/core/rules/unit-short-form";
import { testRule } from "../../support/test-rule";
import { parentWith, withUnits } from "./text-cases";

testRule(unitShortForm, {
  silent: [
    { name: "规范简称", ...withUnits("市发展改革委", "市人力资源社会保障局", "市财政局") },
    { name: "全称", ...withUnits("市发展和改革委员会", "市人力资源和社会保障局", "市财政局") },
    { name: "上级也这样写", ...withUnits("市发改委", "市财政局"), parent: parentWith(["公开信息。", "市发改委"]) },
    { name: "同一单位两种写法，另一条规则说", ...withUnits("市发改委", "市发展改革委") },
  ],
  found: [
    { name: "几家合成一条", ...withUnits("市发改委、市人社局", "市卫健委", "市财政局"), problems: ["C2 info spoken"], suggestions: ["都写规范简称", "本地一向这样写"] },
    { name: "一家", ...withUnits("市财政局", "市住建局"), problems: ["C3 info spoken"] },
  ],
});
