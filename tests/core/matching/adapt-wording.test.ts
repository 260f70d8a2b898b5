import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adaptWording } from "../../../src/core/matching/adapt-wording";

const seen = (...args: Parameters<typeof adaptWording>) => adaptWording(...args).map(({ written, suggestions }) => `${written}→${suggestions[0]}`);

describe("adaptWording", () => {
  it.each([
    ["集中发布省级各类规划", "省", "市", ["省级→市级"]],
    ["提升我省营商环境，做好全省宣传", "省", "市", ["我省→我市", "全省→全市"]],
    ["各市、县（市、区）政府负责落实", "省", "市", ["各市、县（市、区）→各县（市、区）"]],
    ["归集各市政府网站公开的规划", "省", "市", ["各市→各县（市、区）"]],
    ["组织各设区市开展评估", "省", "市", ["各设区市→各县（市、区）"]],
    ["省直各单位按季度报送", "省", "市", ["省直→市直"]],
    ["由省有关部门按职责落实", "省", "市", []],
    ["会议要求，省有关部门按职责落实", "省", "市", ["省→市"]],
    ["省政府网站建立专题", "省", "市", ["省政府→市政府"]],
    ["各县（市、区）每月报送，全市通报", "市", "县", ["各县（市、区）→各乡镇（街道）", "全市→全县"]],
    ["我市各类园区", "市", "区", ["我市→我区"]],
    ["建立省级标准", "省", "县", ["省级→县级"]],
  ] as const)("%s %s→%s", (text, from, to, expected) => expect(seen(text, from, to)).toEqual(expected));

  it.each([
    ["书名号里", "落实《省级政府办事指南》和《安徽省各市规划》", "省", "市"],
    ["引号里", "推广“全省一单清”品牌", "省", "市"],
    ["不是地方的各市", "激发各市场主体活力", "省", "市"],
    ["省直管县", "推进省直管县财政改革", "省", "市"],
    ["城市级", "提升城市级应用水平", "市", "县"],
    ["省、市级", "报送省、市级主管部门", "市", "县"],
    ["同级", "提升我省营商环境", "省", "省"],
    ["部门说本省的话", "提升我省营商环境", "省", "部门"],
    ["往上", "提升我市营商环境", "市", "省"],
    ["级别不明", "提升我省营商环境", null, "市"],
  ] as const)("is silent: %s", (_, text, from, to) => expect(seen(text, from, to)).toEqual([]));

  it("points at what it names, in order, without overlap", () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom("省级", "我省", "各市", "、县（市、区）", "全省", "《", "》", "“", "”", "政府", "省直"), { maxLength: 20 }), (parts) => {
        const text = parts.join("");
        let end = 0;
        for (const { written, span } of adaptWording(text, "省", "市")) {
          expect(text.slice(span.start, span.end)).toBe(written);
          expect(span.start).toBeGreaterThanOrEqual(end);
          end = span.end;
        }
      }),
    ));
});
