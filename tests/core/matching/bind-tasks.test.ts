import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { alignTasks } from "../../../src/core/matching/align-tasks";
import { bindTasks } from "../../../src/core/matching/bind-tasks";
import type { MatchItem } from "../../../src/core/matching/matching";
import { missingTasks } from "../../../src/core/matching/missing-tasks";
import { unitDirectory } from "../../../src/core/units/unit-directory";
import { parentOf, type TaskInSmall } from "../../support/parent-of";

const PROVINCE = "江淮省人民政府办公厅";
const bind = (units: string, unit: string, issuer = PROVINCE) => bindTasks([parentOf({ issuer, tasks: [{ requirement: "做好工作", units }] })], unit, unitDirectory())[0]!;

describe("bindTasks", () => {
  it.each([
    ["点了名", "省民政厅牵头，省财政厅配合", "省民政厅", "named", "省民政厅"],
    ["写的是全称", "省发展改革委、省财政厅负责落实", "省发展和改革委员会", "named", "省发展改革委"],
    ["选的单位带省名", "省教育厅、省民政厅负责落实", "安徽省民政厅", "named", "省民政厅"],
    ["前面省略了省字", "省教育厅、民政厅负责落实", "省民政厅", "named", "民政厅"],
    ["名录里没有的单位，名称一样", "省天柱山管委会负责落实", "省天柱山管委会", "named", "省天柱山管委会"],
    ["点名又有泛称，算点名", "省政府各部门，省民政厅负责落实", "省民政厅", "named", "省民政厅"],
    ["办公厅对办公室", "省政府办公厅，各市政府负责落实", "淮南市政府办公室", "counterpart", "省政府办公厅，各市政府"],
    ["厅对局", "省财政厅牵头，各市、县（市、区）政府负责落实", "淮南市财政局", "counterpart", "省财政厅，各市、县（市、区）政府"],
    ["厅对县局", "省财政厅牵头，各市、县（市、区）政府负责落实", "寿县财政局", "counterpart", "省财政厅，各市、县（市、区）政府"],
    ["合并设置的局", "省教育厅牵头，各市、县（市、区）政府负责落实", "寿县教育体育局", "counterpart", "省教育厅，各市、县（市、区）政府"],
    ["各部门", "省政府各部门，各市政府负责落实", "省民政厅", "all", "省政府各部门"],
    ["各部门包括办公厅", "省政府各部门，各市政府负责落实", "省政府办公厅", "all", "省政府各部门"],
    ["没写级别的各部门", "各市政府，各部门", "省民政厅", "all", "各部门"],
    ["组成部门", "省政府各组成部门负责落实", "省民政厅", "all", "省政府各组成部门"],
    ["各市的同一个局", "各市民政局负责落实", "淮南市民政局", "all", "各市民政局"],
    ["市政府自己", "各市政府负责落实", "淮南市人民政府", "all", "各市政府"],
    ["有关部门", "省政府有关部门，各市政府负责落实", "省民政厅", "some", "省政府有关部门"],
    ["几个领域的主管部门", "省政府26个试点领域业务主管部门负责落实", "省民政厅", "some", "省政府26个试点领域业务主管部门"],
    ["其他部门", "省财政厅牵头，其他部门配合", "省民政厅", "some", "其他部门"],
    ["各部门不一定包括垂管单位", "省政府各部门负责落实", "省税务局", "some", "省政府各部门"],
    ["各市", "省司法厅牵头，各市政府负责落实", "淮南市政府办公室", "localities", "各市政府"],
    ["各市县", "省司法厅牵头，各市、县（市、区）政府负责落实", "寿县民政局", "localities", "各市、县（市、区）政府"],
    ["本市政府点了名", "淮南市政府负责落实", "淮南市民政局", "localities", "淮南市政府"],
    ["名录里没有的市也是市", "省财政厅牵头，各市政府负责落实", "云州市财政局", "counterpart", "省财政厅，各市政府"],
    ["各县区的同一个局", "各县（市、区）民政局负责落实", "寿县民政局", "all", "各县（市、区）民政局"],
    ["各级行政机关", "各级行政机关负责落实", "省民政厅", "all", "各级行政机关"],
    ["执法单位说不准", "各行政执法单位负责落实", "省民政厅", "some", "各行政执法单位"],
    ["省属企业", "省国资委、省属各企业负责落实", "省投资集团", "all", "省属各企业"],
    ["省属高校", "省教育厅，省属各高校负责落实", "江淮省师范大学", "all", "省属各高校"],
  ] as const)("%s", (_, units, unit, binding, words) => expect(bind(units, unit)).toMatchObject({ binding, words }));

  it.each([
    ["别的厅", "省财政厅牵头，省教育厅配合", "省民政厅"],
    ["只到省级，不下到市", "省政府办公厅牵头，省经济信息中心负责落实", "淮南市政府办公室"],
    ["省里的有关部门与市里无关", "省政府办公厅、省政府有关部门负责落实", "淮南市政府办公室"],
    ["组成部门不含直属机构", "省政府各组成部门负责落实", "省市场监管局"],
    ["政府各部门不含党委部门", "省政府各部门负责落实", "省委宣传部"],
    ["开放列举不算点名", "省发展改革委、省商务厅等部门负责落实", "省民政厅"],
    ["别市的局", "合肥市民政局负责落实", "淮南市民政局"],
    ["别市的政府", "合肥市政府负责落实", "淮南市民政局"],
    ["只到市，不到县", "省司法厅，各市政府负责落实", "寿县民政局"],
    ["县市区不含地级市", "省司法厅牵头，各县（市、区）政府负责落实", "淮南市民政局"],
    ["各市的别的局", "各市财政局负责落实", "淮南市民政局"],
    ["别的系统", "各级财政部门负责落实", "省民政厅"],
    ["相近的名称", "省经济信息中心负责落实", "省经济和信息化厅"],
    ["处室不是部门", "各处室负责落实", "省民政厅"],
    ["没有写单位", "", "省民政厅"],
    ["县级市不是地级市", "省财政厅牵头，各市政府负责落实", "桐城市财政局"],
    ["部门不是企业", "省直各部门负责落实", "省投资集团"],
    ["省委各部门是党委的", "省委各部门负责落实", "省民政厅"],
    ["各地不包括省里自己", "各市、县（市、区）政府负责落实", "省民政厅"],
  ])("does not bind: %s", (_, units, unit) => expect(bind(units, unit)).toMatchObject({ binding: "none", words: "", asLead: false }));

  it.each([
    ["省民政厅牵头，省财政厅配合", "省民政厅", true],
    ["省财政厅牵头，省民政厅配合", "省民政厅", false],
    ["省民政厅、省财政厅负责落实", "省民政厅", false],
    ["省财政厅牵头，各市政府负责落实", "淮南市财政局", true],
    ["省教育厅牵头，省政府各部门配合", "省民政厅", false],
  ])("leads: %s, %s: %s", (units, unit, asLead) => expect(bind(units, unit).asLead).toBe(asLead));

  const CITY = "云州市人民政府办公室";
  const COUNTY = "青河县人民政府办公室";
  it.each([
    ["市政府各部门负责落实", "云州市民政局", CITY, "all"],
    ["市直有关部门负责落实", "云州市民政局", CITY, "some"],
    ["市民政局牵头，市财政局配合", "云州市民政局", CITY, "named"],
    ["市民政局，各县区政府", "青河县民政局", CITY, "counterpart"],
    ["市政府各部门负责落实", "桐城市民政局", "桐城市人民政府办公室", "all"],
    ["市民政局牵头", "桐城市民政局", "桐城市人民政府办公室", "named"],
    ["市民政局，各区政府", "浦东新区民政局", "上海市人民政府办公厅", "counterpart"],
    ["市政府各部门", "上海市民政局", "上海市人民政府办公厅", "all"],
    ["各县区政府、开发区管委会", "云州经济技术开发区管委会", CITY, "all"],
    ["市经开区管委会牵头", "云州市经济技术开发区管委会", CITY, "named"],
    ["市直各部门负责落实", "云州经济技术开发区管委会", CITY, "none"],
    ["各县区政府负责落实", "云州经济技术开发区管委会", CITY, "none"],
    ["市属国有企业负责落实", "云州市城市建设投资集团", CITY, "all"],
    ["市委各部门负责落实", "云州市委宣传部", CITY, "all"],
    ["各乡镇负责落实", "青河县城关镇人民政府", COUNTY, "all"],
    ["城关镇负责落实", "青河县城关镇人民政府", COUNTY, "named"],
    ["白河县城关镇负责落实", "青河县城关镇人民政府", COUNTY, "none"],
    ["各乡镇负责落实", "东津街道办事处", COUNTY, "none"],
    ["各乡镇（街道）负责落实", "东津街道办事处", COUNTY, "all"],
    ["县直各单位负责落实", "青河县城关镇人民政府", COUNTY, "none"],
  ] as const)("%s, %s, from %s: %s", (units, unit, issuer, binding) => expect(bind(units, unit, issuer).binding).toBe(binding));

  it("knows the document's level without an issuer, by the units it names", () => {
    expect(bind("省财政厅牵头，各部门，各市政府", "省民政厅", "").binding).toBe("all");
    expect(bind("省财政厅牵头，各部门，各市政府", "淮南市民政局", "").binding).toBe("localities");
  });

  it("counts tasks through several documents", () => {
    const one = parentOf({ issuer: PROVINCE, tasks: [{ requirement: "甲", units: "省财政厅" }] });
    const two = parentOf({ issuer: PROVINCE, tasks: [{ requirement: "乙", units: "省民政厅牵头" }] });
    expect(bindTasks([one, two], "省民政厅", unitDirectory()).map(({ task, binding }) => [task, binding])).toEqual([
      [0, "none"],
      [1, "named"],
    ]);
  });
});

const corpus = process.env.TAIZHANG_CORPUS;

describe.skipIf(!corpus)("who is bound by anhui-2021", () => {
  const read = (id: string) => (corpus ? (JSON.parse(readFileSync(`${corpus}/seeds/${id}.gold.json`, "utf8")) as { issuer: string; tasks: (TaskInSmall & MatchItem)[] }) : { issuer: "", tasks: [] });
  const parent = parentOf(read("anhui-2021-division"));
  const seqs = (found: readonly { readonly task: number }[]) => found.map(({ task }) => parent.tasks[task]!.seq).join(" ");
  const missingOf = (unit: string, ledger: string) => {
    const bindings = bindTasks([parent], unit, unitDirectory());
    return { bindings, missing: missingTasks(alignTasks(read(ledger).tasks, parent.tasks), bindings) };
  };

  it.each(["省民政厅", "安徽省民政厅"])("%s: two by name, 23 by collectives; 42 and 47 folded, nothing asked", (unit) => {
    const { bindings, missing } = missingOf(unit, "anhui-civil-affairs-2021-ledger");
    expect(seqs(bindings.filter(({ binding }) => binding === "named"))).toBe("29 39");
    expect(bindings.filter(({ binding }) => binding === "all" || binding === "some").length).toBe(23);
    expect(bindings.filter(({ binding }) => binding === "counterpart" || binding === "localities")).toEqual([]);
    expect(seqs(missing.asked)).toBe("");
    expect(seqs(missing.some)).toBe("42 47");
  });

  it.each(["淮南市政府办公室", "淮南市人民政府办公室", "市政府办公室"])("%s: six asked about by 对口, 各市政府 folded", (unit) => {
    const { missing } = missingOf(unit, "huainan-office-2021-division");
    expect(seqs(missing.asked)).toBe("25 36 44 46 48 50");
    expect(missing.asked.every(({ binding }) => binding === "counterpart")).toBe(true);
    expect(missing.some).toEqual([]);
    expect(seqs(missing.localities)).toBe("3 5 7 8 9 10 28 30 31 32 34 35 37 42");
  });
});
