import { unitRepeated } from "../../../src/core/rules/unit-repeated";
import { testRule } from "../../support/test-rule";
import { withUnits } from "./text-cases";

testRule(unitRepeated, {
  silent: [
    { name: "各不相同", ...withUnits("市财政局、市审计局", "市司法局") },
    { name: "分号隔开的两件事", ...withUnits("市财政局牵头，市审计局配合；市审计局牵头，市财政局配合", "市司法局") },
    { name: "逐条列的", ...withUnits("1.市财政局 2.市审计局、市财政局", "市司法局") },
    { name: "换行的两组", ...withUnits("市财政局\n市审计局、市财政局", "市司法局") },
    { name: "不同地方的同名单位", ...withUnits("市财政局、淮南市财政局", "市司法局") },
  ],
  found: [
    { name: "一串里两遍", ...withUnits("市财政局、市审计局、市财政局", "市司法局"), problems: ["C2 warning twice"], suggestions: ["去掉后一处"] },
    { name: "泛称两遍", ...withUnits("市政府各部门、各县区政府、各县区政府", "市司法局"), problems: ["C2 warning twice"] },
    { name: "既牵头又配合，只提不代改", ...withUnits("市财政局牵头，市审计局、市财政局配合", "市司法局"), problems: ["C2 warning twice"], suggestions: [] },
  ],
});
