import { unitSeparators } from "../../../src/core/rules/unit-separators";
import { testRule } from "../../support/test-rule";
import { withUnits } from "./text-cases";

const list = (mark: string) => Array.from({ length: 9 }, () => `市财政局、市审计局${mark}各县区政府`);

testRule(unitSeparators, {
  silent: [
    { name: "一致", ...withUnits(...list("，")) },
    { name: "太少，说不上习惯", ...withUnits("市财政局，各县区政府", "市审计局、各县区政府") },
    { name: "各占一半", ...withUnits(...list("，").slice(0, 5), ...list("、").slice(0, 5)) },
    { name: "牵头和配合之间用逗号", ...withUnits(...list("，"), "市财政局牵头，市审计局配合") },
    { name: "半角逗号由另一条规则管", ...withUnits(...list("，"), "市财政局、市审计局,各县区政府") },
    { name: "全表都用空格", ...withUnits(...Array.from({ length: 9 }, () => "市财政局 市审计局 市司法局"), "市财政局、市审计局") },
    { name: "换行分开", ...withUnits("市财政局\n市审计局", "市司法局") },
  ],
  found: [
    { name: "与多数不同，只给候选", ...withUnits(...list("，"), "市财政局、市审计局、各县区政府"), problems: ["C11 info unusual"], suggestions: ["改为“，”"] },
    { name: "空格当了分隔", ...withUnits(...Array.from({ length: 9 }, () => "市财政局、市审计局"), "市财政局 市审计局"), problems: ["C11 info unusual"], suggestions: ["改为“、”"] },
    { name: "重复的顿号", ...withUnits("市财政局、、市审计局", "市司法局"), problems: ["C2 info slip"], fixed: { C2: "市财政局、市审计局" } },
    { name: "末尾多一个", ...withUnits("市财政局、市审计局、", "，市司法局"), problems: ["C2 info slip", "C3 info slip"], fixed: { C2: "市财政局、市审计局", C3: "市司法局" } },
  ],
});
