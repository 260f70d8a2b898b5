import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRoles } from "../../../src/core/responsibility/format-roles";
import { parseResponsibility } from "../../../src/core/responsibility/parse-responsibility";
import { foldText } from "../../../src/core/text/fold";
import { shownRoles } from "./shown-roles";
import { keptWhole, takenApart } from "./wordings";
import type { Wording } from "./wordings";

const table = (wordings: readonly Wording[]) => wordings.map(([raw, level, read, context]) => ({ raw, level, read, context }));

describe("what must be taken apart", () => {
  it.each(table(takenApart))("$raw ($level) → $read", ({ raw, level, read, context }) => {
    expect(shownRoles(parseResponsibility(raw, { level, ...context }))).toBe(read);
  });
});

describe("what must stay whole, and what is no unit", () => {
  it.each(table(keptWhole))("$raw ($level) → $read", ({ raw, level, read, context }) => {
    expect(shownRoles(parseResponsibility(raw, { level, ...context }))).toBe(read);
  });
});

describe("what else a cell tells", () => {
  it("keeps trailing deadlines and remarks as notes, with their place", () => {
    const raw = "市财政局、市民政局，6月底前完成（下同）";
    const { notes } = parseResponsibility(raw, { level: "市" });
    expect(notes.map(({ start, end }) => raw.slice(start, end))).toEqual(["6月底前完成（下同）"]);
  });

  it.each([
    ["省政府各部门", "all"], ["省政府各组成部门", "all-constituent"], ["省政府有关部门", "some"], ["26个试点领域业务主管部门", "some"],
    ["其他部门（单位）", "other"], ["各市、县（市、区）政府", "localities"], ["各镇（街）", "localities"], ["各股室", "inner"], ["相关科室", "some"],
    ["省直各单位", "all"], ["各地", "localities"], ["市财政局", null], ["市公共机构节能中心", null], ["养老服务机构管理科", null],
  ])("%s stands for %s", (raw, kind) => {
    expect(parseResponsibility(raw, { level: "省" }).groups[0]?.units[0]?.collective).toBe(kind);
  });

  it("points at a name that a blank or line break runs through", () => {
    const raw = "牵头单位： 市 财政局（牵头）";
    const [unit] = parseResponsibility(raw, { level: "市" }).groups[0]?.units ?? [];
    expect(unit).toMatchObject({ name: "市财政局", written: "市 财政局", span: { start: 6, end: 11 } });
  });

  it("gives the words that made the role", () => {
    expect(parseResponsibility("市财政局牵头，市民政局负责落实，市审计局", { level: "市" }).groups.map(({ words }) => words)).toEqual(["牵头", "负责落实", ""]);
  });
});

const words = ["市财政局", "省发展改革委", "各市、县（市、区）政府", "办公室", "牵头", "配合", "负责落实", "按职责分工", "等部门", "、", "，", "；", "。", "：", "\n", " ", "（", "）", "〔", "〕", "“", "”", "责任单位", "牵头单位：", "会同", "和", "由", "6月底前", "分管领导", "張", "ABC", "１２", "\u{20000}"];
const cells = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((list) => list.join("")));
const levels = fc.constantFrom("国家", "省", "市", "县", "区", "镇", "部门", null);

describe("for every text", () => {
  it("does not throw; spans are in order, apart, and hold what they say", () => {
    fc.assert(
      fc.property(cells, levels, fc.boolean(), (raw, level, firstIsLead) => {
        const read = parseResponsibility(raw, { level, firstIsLead });
        let last = 0;
        for (const { span, written } of read.groups.flatMap(({ units }) => units)) {
          expect(raw.slice(span.start, span.end)).toBe(written);
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          last = span.end;
        }
      }),
    );
  });

  it("loses nothing: every letter and digit lies in one name, one note or one role word", () => {
    fc.assert(
      fc.property(cells, levels, (raw, level) => {
        const read = parseResponsibility(raw, { level });
        const spans = [...read.groups.flatMap(({ units }) => units.map(({ span }) => span)), ...read.notes, ...read.structure].sort((a, b) => a.start - b.start);
        let at = 0;
        for (const { start, end } of [...spans, { start: raw.length, end: raw.length }]) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(foldText(raw.slice(at, start)).text).not.toMatch(/[\p{L}\p{N}]/u);
          at = end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each(["会同", "市财政局会同", "和", "各市、", "(", "牵头单位：", " 市财政局", "由", "1."])("bears a cell of nothing but %j", (piece) => {
    const raw = piece.repeat(8000);
    const { groups } = parseResponsibility(raw, { level: "市" });
    for (const { span, written } of groups.flatMap(({ units }) => units)) expect(raw.slice(span.start, span.end)).toBe(written);
  });

  it("takes running text for a note, not for a unit", () => {
    const raw = `市财政局；${"要把思想和行动统一到部署上来".repeat(20)}`;
    const read = parseResponsibility(raw, { level: "市" });
    expect(read.groups.flatMap(({ units }) => units.map(({ name }) => name))).toEqual(["市财政局"]);
    expect(read.notes).toHaveLength(1);
  });

  it("is the same for full- and half-width forms", () => {
    const narrow = (text: string): string => text.replace(/[！-～]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/\u3000/gu, " ");
    fc.assert(
      fc.property(cells, levels, (raw, level) => {
        expect(formatRoles(parseResponsibility(narrow(raw), { level }))).toEqual(formatRoles(parseResponsibility(raw, { level })));
      }),
    );
  });

  it("gives each role entry as many flags as names, and never two neighbouring entries of one role", () => {
    fc.assert(
      fc.property(cells, levels, (raw, level) => {
        const roles = formatRoles(parseResponsibility(raw, { level }));
        roles.forEach(({ role, units, collective }, i) => {
          expect(collective).toHaveLength(units.length);
          expect(roles[i + 1]?.role).not.toBe(role);
        });
      }),
    );
  });
});
