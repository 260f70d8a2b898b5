import { unitKnown } from "../../../src/core/rules/unit-known";
import { testRule } from "../../support/test-rule";
import { parentWith, withUnits } from "./text-cases";

const units = ["办公室", "人事科", "法规科", "规划财务科"];

testRule(unitKnown, {
  silent: [
    { name: "都在名录里", units, ...withUnits("办公室", "人事科、法规科") },
    { name: "泛称", units, ...withUnits("办公室牵头，各科室配合", "法规科") },
    { name: "上级文件里有", units, ...withUnits("办公室", "信访科"), parent: parentWith(["公开信息。", "信访科"]) },
    { name: "名录只有科室，不管别的单位", units, ...withUnits("办公室", "市财政局") },
    { name: "名录里写的是全称", units: ["市发展和改革委员会", "市财政局"], ...withUnits("市发展改革委", "市财政局") },
  ],
  found: [
    { name: "不在名录里", units, ...withUnits("办公室", "督查科"), problems: ["C3 warning unknown"] },
    { name: "有相近的", units, ...withUnits("办公室", "规划财物科"), problems: ["C3 warning unknown"], suggestions: ["改为“规划财务科”"] },
  ],
});
