import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { OfficeLevel } from "../../../src/core/responsibility/responsibility";
import { reconcileUnit } from "../../../src/core/units/reconcile-unit";
import type { ReconcileReason } from "../../../src/core/units/unit";
import { unitDirectory } from "../../../src/core/units/unit-directory";
import { generatedSlips } from "./generated-slips";

const directory = unitDirectory();
const reconcile = (written: string, level: OfficeLevel | null, local: readonly string[] = [], date: string | null = "2021-06-01") => reconcileUnit(written, { level, date, local }, directory);

describe("names that are certainly an organ's", () => {
  it.each<[string, OfficeLevel, string, ReconcileReason]>([
    ["市发改委", "市", "市发展和改革委员会", "abbreviation"],
    ["省发展改革委", "省", "省发展和改革委员会", "abbreviation"],
    ["省发展和改革委员会", "省", "省发展和改革委员会", "same"],
    ["市人社局", "市", "市人力资源和社会保障局", "abbreviation"],
    ["市住建局", "市", "市住房和城乡建设局", "abbreviation"],
    ["市卫健委", "市", "市卫生健康委员会", "abbreviation"],
    ["市市监局", "市", "市市场监督管理局", "abbreviation"],
    ["区市场局", "区", "区市场监督管理局", "abbreviation"],
    ["市场监管局", "市", "市市场监督管理局", "abbreviation"],
    ["省应急厅", "省", "省应急管理厅", "abbreviation"],
    ["市文旅局", "市", "市文化和旅游局", "abbreviation"],
    ["市自规局", "市", "市自然资源和规划局", "abbreviation"],
    ["民政厅", "省", "省民政厅", "same"],
    ["安徽省民政厅", "省", "安徽省民政厅", "same"],
    ["淮南市政府办公室", "市", "淮南市人民政府办公室", "abbreviation"],
    ["合肥市场监管局", "市", "合肥市市场监督管理局", "abbreviation"],
    ["北京市教委", "省", "北京市教育委员会", "abbreviation"],
    ["中共合肥市委组织部", "市", "合肥市委组织部", "same"],
    ["团市委", "市", "共产主义青年团市委员会", "abbreviation"],
    ["省财政廳", "省", "省财政厅", "same"],
    ["市 审 计 局", "市", "市审计局", "same"],
    ["市司法局（行政复议局）", "市", "市司法局", "same"],
    ["教育部", "市", "教育部", "same"],
    ["税务总局", "国家", "国家税务总局", "abbreviation"],
    ["市税务局", "市", "国家税务总局市税务局", "abbreviation"],
    ["市委社工部", "市", "市委社会工作部", "abbreviation"],
    ["县教科体局", "县", "县教育科技体育局", "abbreviation"],
    ["市政数局", "市", "市政务服务数据管理局", "abbreviation"],
    ["桐城市民政局", "县", "桐城市民政局", "same"],
    ["云州市民政局", "市", "云州市民政局", "same"],
  ])("%s (%s) is %s: %s", (written, level, name, reason) => {
    const { judgment, candidates } = reconcile(written, level);
    expect({ judgment, name: candidates[0]?.name, reason: candidates[0]?.reason }).toEqual({ judgment: "same", name, reason });
  });

  it("takes the names that are right here as they stand", () => {
    expect(reconcile("政务公开指导办", "部门", ["政务公开指导办", "秘书一室"])).toEqual({
      written: "政务公开指导办", judgment: "same", candidates: [{ name: "政务公开指导办", short: "政务公开指导办", entryId: "local", score: 1, reason: "same" }],
    });
  });
});

describe("slips are suspect, with the organ first", () => {
  it.each<[string, OfficeLevel, string, ReconcileReason]>([
    ["市法改委", "市", "市发展和改革委员会", "same-sound"],
    ["市才政局", "市", "市财政局", "same-sound"],
    ["省名政厅", "省", "省民政厅", "same-sound"],
    ["是财政局", "市", "市财政局", "same-sound"],
    ["市水利居", "市", "市水利局", "same-sound"],
    ["市财财政局", "市", "市财政局", "typing-slip"],
    ["市政财局", "市", "市财政局", "typing-slip"],
    ["市卫生健康委员", "市", "市卫生健康委员会", "typing-slip"],
    ["市财政厅", "市", "市财政局", "other-level"],
    ["市财攻局", "市", "市财政局", "typing-slip"],
    ["市教肓局", "市", "市教育局", "typing-slip"],
    ["市审汁局", "市", "市审计局", "typing-slip"],
    ["安微省民政厅", "省", "安徽省民政厅", "typing-slip"],
    ["合飞市财政局", "市", "合肥市财政局", "typing-slip"],
    ["省财政局", "省", "省财政厅", "other-level"],
  ])("%s (%s) looks like %s: %s", (written, level, name, reason) => {
    const { judgment, candidates } = reconcile(written, level);
    expect({ judgment, name: candidates[0]?.name, reason: candidates[0]?.reason }).toEqual({ judgment: "suspect", name, reason });
  });

  it("finds the slip of an inner office among the names that are right here", () => {
    const { judgment, candidates } = reconcile("社会救住处", "部门", ["社会救助处", "社会事务处"]);
    expect(judgment).toBe("suspect");
    expect(candidates[0]).toMatchObject({ name: "社会救助处", reason: "same-sound" });
  });

  it("leaves 市监局 without its level to a person: it can be 市 + 监局", () => {
    expect(reconcile("市监局", "市").judgment).toBe("suspect");
  });
});

describe("two real organs are never confused", () => {
  it.each<[string, string, OfficeLevel, readonly string[]]>([
    ["省经济信息中心", "省经济和信息化厅", "省", []],
    ["社会救助处", "社会事务处", "部门", ["社会事务处"]],
    ["社会事务处", "社会救助处", "部门", ["社会救助处"]],
    ["市政府新闻办", "市人民政府办公室", "市", []],
    ["市民政局", "市民族宗教事务局", "市", []],
    ["市民宗局", "市民政局", "市", []],
    ["省财政厅", "市财政局", "市", []],
    ["市财政局", "省财政厅", "省", []],
    ["秘书三室", "秘书一室", "部门", ["秘书一室", "秘书二室"]],
    ["综合二处", "综合一处", "部门", ["综合一处"]],
    ["市公路局", "市公安局", "市", []],
    ["市地质局", "市地震局", "市", []],
    ["市渔业局", "市林业局", "市", []],
    ["市政管理局", "市邮政管理局", "市", []],
    ["市体育局", "市教育局", "市", []],
    ["市政公司", "市邮政公司", "市", []],
    ["市科协", "市科学技术局", "市", []],
    ["市数据局", "市数据资源管理局", "市", []],
    ["人事处", "人教处", "部门", ["人教处"]],
    ["信息中心", "信访中心", "部门", ["信访中心"]],
    ["市总工会", "市工商业联合会", "市", []],
    ["市信用办", "市信访局", "市", []],
    ["市妇幼保健院", "市妇女联合会", "市", []],
    ["第二税务分局", "第一税务分局", "区", ["第一税务分局"]],
    ["副食品办公室", "食品办公室", "部门", ["食品办公室"]],
    ["法规一科", "法规科", "部门", ["法规科"]],
    ["市城市规划局", "市城市管理局", "市", []],
    ["市农业机械管理局", "市农业农村局", "市", []],
    ["市教育考试院", "市教育局", "市", []],
    ["江苏省民政厅", "安徽省民政厅", "省", ["安徽省民政厅"]],
    ["桐城市财政局", "市财政局", "市", []],
  ])("%s is not taken for %s", (written, other, level, local) => {
    const { judgment, candidates } = reconcile(written, level, local);
    const [first] = candidates;
    if (judgment !== "unknown") expect(first?.name).not.toBe(other);
    else expect(candidates.every(({ score }) => score < 1)).toBe(true);
  });

  it("never gives a name that only resembles an organ's as certain", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."市省县区财政民局厅委办公室处科发展改革和信息化经济中心监管场体育教一二"), minLength: 2, maxLength: 9 }), fc.constantFrom<OfficeLevel | null>("省", "市", "县", "部门", null), (written, level) => {
        const { judgment, candidates } = reconcile(written, level);
        if (judgment === "same") expect(["same", "abbreviation", "renamed"]).toContain(candidates[0]?.reason);
        else expect(candidates.every(({ score }) => score < 1)).toBe(true);
      }),
    );
  });

  it("does not guess the level of a bare name where none is known", () => {
    const { judgment, candidates } = reconcile("财政局", null);
    expect(judgment).toBe("unknown");
    expect(candidates[0]).toMatchObject({ name: "财政局", entryId: "finance", score: 0.95 });
  });

  it("knows nothing of an inner office that nobody has named", () => {
    expect(reconcile("规划财务处", "部门")).toEqual({ written: "规划财务处", judgment: "unknown", candidates: [] });
  });
});

describe("300 written names made from 300 standard ones by slips of every kind", () => {
  const pairs = generatedSlips(300, 20211122, directory);

  it("puts the right organ first in at least 98 %", () => {
    const wrong = pairs.filter(({ written, level, name }) => reconcile(written, level).candidates[0]?.name !== name);
    const list = wrong.map(({ written, name, kind, level }) => `${written} (${kind}) for ${name}: ${reconcile(written, level).candidates.map((c) => c.name).join(", ")}`);
    expect(1 - wrong.length / pairs.length, list.join("\n")).toBeGreaterThanOrEqual(0.98);
  });

  it("says “same” of no wrong organ, and of no slip", () => {
    const wrong = pairs.filter(({ written, level, name, kind }) => {
      const { judgment, candidates } = reconcile(written, level);
      return judgment === "same" && (candidates[0]?.name !== name || kind !== "form");
    });
    expect(wrong).toEqual([]);
  });
});
