import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { strayBlanks } from "../../../src/core/rules/stray-blanks";
import { textSpaces } from "../../../src/core/rules/text-spaces";
import { testRule } from "../../support/test-rule";
import { withRequirements, withUnits } from "./text-cases";

testRule(textSpaces, {
  silent: [
    { name: "英文词之间", ...withRequirements("开发 Open Data 平台。", "支持 IPv6 改造。") },
    { name: "行首编号后面", ...withRequirements("1 公开年度预算。", "2 更新公开指南。") },
    { name: "几件事之间，后面是编号", ...withRequirements("公开预算。 2.公开决算。 3.更新指南。", "更新指南。") },
    { name: "段首缩进", ...withRequirements("　　公开预算。\n　　公开决算。", "更新指南。") },
    { name: "全表数字都这样空开，是本表的习惯", ...withRequirements("做好 2024 年公开。", "梳理 26 个领域。", "完成 3 项任务。") },
    { name: "全表标题都这样空开", rows: [["工作任务", "序号", "具体要求", "责任单位", "完成时限"], ["（一） 主动公开", "1", "公开预算。", "办公室", "年底前"], ["（二） 政策解读", "2", "发布解读材料。", "法规科", "年底前"]] },
    { name: "空格分开的两个科室", ...withUnits("办公室 人事科", "法规科") },
    { name: "姓名中间的空格", rows: [["序号", "具体要求", "责任单位", "责任人", "完成时限"], ["1", "公开预算。", "办公室", "张　三", "年底前"], ["2", "更新指南。", "办公室", "李四", "年底前"]] },
    { name: "格内换行", ...withRequirements("公开预算。\n公开决算。", "更新指南。") },
    { name: "两个时限之间", rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开预算。", "办公室", "6月底前 12月底前"], ["2", "更新指南。", "办公室", "6月底前"], ["3", "清理账号。", "办公室", "9月底前"]] },
  ],
  found: [
    { name: "首尾空格", ...withRequirements(" 公开预算。 ", "更新指南。"), problems: ["B2 info stray"], fixed: { B2: "公开预算。" } },
    { name: "标点前后", ...withRequirements("公开预算 ，及时更新 。", "发布“一图读懂” ，做好解读。"), problems: ["B2 info stray", "B3 info stray"], fixed: { B2: "公开预算，及时更新。", B3: "发布“一图读懂”，做好解读。" } },
    { name: "撑开对齐的", ...withUnits("办 公 室", "人　事　科"), problems: ["C2 info stray", "C3 info stray"], fixed: { C2: "办公室", C3: "人事科" } },
    { name: "折行留下的", rows: [["工作任务", "序号", "具体要求", "责任单位", "完成时限"], ["三、进一步 强化政务 公开工作 基础", "1", "公开预算。", "办公室", "年底前"]], problems: ["A2 info stray"], fixed: { A2: "三、进一步强化政务公开工作基础" } },
    { name: "少数几处数字空开", ...withRequirements("做好 2024 年公开。", "梳理26个领域，2024年底前完成。", "完成3项任务，整改12个问题。"), problems: ["B2 info stray"], fixed: { B2: "做好2024年公开。" } },
    { name: "时限里的空格", rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "公开预算。", "办公室", "10 月底前"], ["2", "更新指南。", "办公室", "6月底前"], ["3", "清理账号。", "办公室", "9月底前"]], problems: ["D2 info stray"], fixed: { D2: "10月底前" } },
    { name: "可能是两句话，只给候选", ...withRequirements("公开年度预算 公开年度决算。", "更新指南。"), problems: ["B2 info likely"], suggestions: ["去掉空格"] },
    { name: "责任单位分隔前后", ...withUnits("市财政局、 市审计局 牵头", "市司法局"), problems: ["C2 info stray"], fixed: { C2: "市财政局、市审计局 牵头" } },
  ],
});

describe("strayBlanks", () => {
  const pieces = fc.array(fc.constantFrom("公开", "预算", "。", "，", " ", "　", "\n", "2024", "年", "A", "（一）", "办", "、", "“", "”"), { maxLength: 14 }).map((parts) => parts.join(""));
  it("only takes blanks away, and comes to rest", () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom("requirement", "units", "deadline", "persons" as const), (text, field) => {
        const { sure, likely } = strayBlanks(text, field, new Set(["counted", "numbered"]));
        expect(sure.replace(/[ \u3000]/gu, "")).toBe(text.replace(/[ \u3000]/gu, ""));
        expect(strayBlanks(sure, field, new Set(["counted", "numbered"])).sure).toBe(sure);
        expect(likely.length).toBeLessThanOrEqual(sure.length);
      }),
    );
  });
});
