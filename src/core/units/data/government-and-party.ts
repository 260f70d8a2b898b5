import { organ, reform2018 } from "./organ";

/**
 * Governments and their offices, Party organs, 人大, 政协, courts and procuratorates.
 * Names: 中国共产党工作机关条例（试行）(2017), 中国共产党地方委员会工作条例, and issued papers of provinces and cities.
 */
const reform = "深化党和国家机构改革方案（2018年）";
const reform2023 = "党和国家机构改革方案（2023年）";

export const governmentAndParty = [
  organ("government", "政府", { central: "国务院", every: "人民政府/政府" }, { tests: { 省政府: "省人民政府", 县政府: "县人民政府" } }),
  organ("government-office", "办公机构", {
    central: "国务院办公厅/国办",
    province: "人民政府办公厅/政府办公厅/府办公厅",
    local: ["人民政府办公室/政府办公室/政府办,府办,府办公室", "人民政府办公厅/政府办公厅/府办公厅"],
  }, { tests: { 省政府办公厅: "省人民政府办公厅", 市政府办公室: "市人民政府办公室", 县政府办: "县人民政府办公室", 国务院办公厅: "国务院办公厅" } }),
  organ("government-news-office", "办公机构", {
    central: "国务院新闻办公室/国新办",
    every: "人民政府新闻办公室/政府新闻办公室/政府新闻办,新闻办",
  }, { tests: { 市政府新闻办: "市人民政府新闻办公室" } }),
  organ("government-research-office", "办公机构", { central: "国务院研究室", every: "人民政府研究室/政府研究室" }, { tests: { 省政府研究室: "省人民政府研究室" } }),
  organ("government-counsellors", "办公机构", { central: "国务院参事室", every: "人民政府参事室/政府参事室/参事室" }, { tests: { 省政府参事室: "省人民政府参事室" } }),
  organ("government-inspection-office", "办公机构", { every: "人民政府督查室/政府督查室" }, { tests: { 市政府督查室: "市人民政府督查室" } }),
  organ("party-inspection-office", "党委部门", { every: ["委督查室", "委督查考核办公室/委督查考核办/督查考核办"] }, { tests: { 市委督查室: "市委督查室" } }),
  organ("government-openness-office", "办公机构", { every: ["政务公开办公室/政务公开办", "政务公开领导小组办公室"] }, { tests: { 省政务公开办: "省政务公开办公室" } }),
  organ("government-website", "事业单位", { every: ["人民政府网站/政府网站", "人民政府门户网站/政府门户网站"] }, { tests: { 市政府网站: "市人民政府网站" } }),
  organ("liaison-office", "办公机构", { every: ["人民政府驻北京办事处/政府驻京办/驻京办"] }, { tests: { 省政府驻京办: "省人民政府驻北京办事处" } }),
  organ("local-gazetteer", "事业单位", { every: ["地方志办公室/地方志办/方志办", "人民政府地方志办公室/政府地方志办", "地方志编纂委员会办公室", "党史和地方志研究室"] }, { tests: { 市地方志办: "市地方志办公室" } }),

  organ("party-committee", "党委部门", { every: "中国共产党{prefix}委员会/{prefix}委" }, { tests: { 省委: "中国共产党省委员会" } }),
  organ("party-office", "党委部门", { central: "中共中央办公厅/中央办公厅/中办", province: "委办公厅", local: ["委办公室//委办", "委办公厅"] }, { tests: { 市委办: "市委办公室", 省委办公厅: "省委办公厅" } }),
  organ("discipline-inspection", "党委部门", {
    central: ["中央纪律检查委员会/中央纪委", "中央纪委国家监委"],
    every: ["纪律检查委员会监察委员会/纪委监委/纪委监察委", "纪律检查委员会/纪委", "监察委员会/监委/监察委"],
  }, {
    former: [{ central: "监察部", province: "监察厅", local: "监察局", year: reform2018, confirmed: true, source: reform }],
    tests: { 市纪委监委: "市纪律检查委员会监察委员会", 省纪委: "省纪律检查委员会" },
  }),
  organ("organisation", "党委部门", { central: "中央组织部/中组部", every: "委组织部//组织部" }, { tests: { 市委组织部: "市委组织部" } }),
  organ("publicity", "党委部门", { central: "中央宣传部/中宣部", every: "委宣传部//宣传部" }, { tests: { 省委宣传部: "省委宣传部" } }),
  organ("united-front", "党委部门", { central: "中央统一战线工作部/中央统战部", every: "委统一战线工作部/委统战部/统战部" }, { tests: { 市委统战部: "市委统一战线工作部" } }),
  organ("political-and-legal-affairs", "党委部门", { central: "中央政法委员会/中央政法委", every: "委政法委员会/委政法委/政法委" }, { tests: { 市委政法委: "市委政法委员会" } }),
  organ("social-work", "党委部门", { central: "中央社会工作部", every: "委社会工作部//委社工部,社会工作部,社工部" }, { since: { year: 2023, source: reform2023 }, tests: { 省委社会工作部: "省委社会工作部" } }),
  organ("policy-research", "党委部门", { every: "委政策研究室/委政研室/政研室" }, { tests: { 市委政研室: "市委政策研究室" } }),
  organ("reform-office", "党委部门", { every: "委全面深化改革委员会办公室/委改革办/委深改办,改革办" }, { tests: { 市委改革办: "市委全面深化改革委员会办公室" } }),
  organ("cyberspace", "党委部门", { central: "国家互联网信息办公室/国家网信办/中央网信办", every: ["委网络安全和信息化委员会办公室/委网信办/网信办", "互联网信息办公室"] }, { tests: { 省委网信办: "省委网络安全和信息化委员会办公室" } }),
  organ("staffing", "党委部门", { central: "中央机构编制委员会办公室/中央编办", every: ["委机构编制委员会办公室/委编办/编办", "机构编制委员会办公室"] }, { tests: { 市委编办: "市委机构编制委员会办公室" } }),
  organ("taiwan-affairs", "党委部门", { central: "国务院台湾事务办公室/国务院台办", every: ["委台湾工作办公室/委台办/台办", "人民政府台湾事务办公室/政府台办"] }, { tests: { 市委台办: "市委台湾工作办公室" } }),
  organ("overseas-chinese-affairs", "党委部门", { central: "国务院侨务办公室/国务院侨办", every: ["人民政府侨务办公室/政府侨办/侨办"] }, { tests: { 省侨办: "省人民政府侨务办公室" } }),
  organ("inspection-tours", "党委部门", { every: ["委巡视工作领导小组办公室/委巡视办/巡视办", "委巡察工作领导小组办公室/委巡察办/巡察办", "委巡察机构"] }, { tests: { 市委巡察办: "市委巡察工作领导小组办公室" } }),
  organ("organ-party-committee", "党委部门", { every: ["直属机关工作委员会/直机关工委/直工委", "委直属机关工作委员会/委直属机关工委"] }, { tests: { 市直机关工委: "市直属机关工作委员会" } }),
  organ("education-work-committee", "党委部门", { every: "委教育工作委员会/委教育工委/教育工委" }, { tests: { 省委教育工委: "省委教育工作委员会" } }),
  organ("education-leading-group", "议事协调机构", { every: "委教育工作领导小组办公室" }, { tests: { 市委教育工作领导小组办公室: "市委教育工作领导小组办公室" } }),
  organ("veteran-cadres", "党委部门", { every: "委老干部局//老干部局" }, { tests: { 市委老干部局: "市委老干部局" } }),
  organ("secrecy", "党委部门", { every: ["委保密委员会办公室/委保密办/保密办", "国家保密局", "保密局", "委机要和保密局"] }, { tests: { 市保密局: "市保密局" } }),
  organ("cryptography", "党委部门", { every: ["委机要局", "国家密码管理局", "密码管理局"] }, { tests: { 市委机要局: "市委机要局" } }),
  organ("civilisation-office", "党委部门", { central: "中央文明办", every: ["精神文明建设指导委员会办公室/文明办", "委精神文明建设办公室/委文明办"] }, { tests: { 市文明办: "市精神文明建设指导委员会办公室" } }),
  organ("party-school", "事业单位", { every: ["委党校//党校", "委党校（行政学院）", "行政学院"] }, { tests: { 市委党校: "市委党校" } }),
  organ("archives", "事业单位", { central: "国家档案局", every: ["档案馆", "档案局", "委档案馆"] }, { tests: { 市档案馆: "市档案馆" } }),
  organ("party-history", "事业单位", { every: ["委党史研究室//党史研究室,党史办", "委党史和地方志研究院", "委党史和文献研究院"] }, { tests: { 市委党史研究室: "市委党史研究室" } }),
  organ("military-civil", "议事协调机构", { every: "委军民融合发展委员会办公室/委军民融合办/军民融合办" }, { tests: { 省委军民融合办: "省委军民融合发展委员会办公室" } }),
  organ("double-support", "议事协调机构", { every: "拥军优属拥政爱民工作领导小组办公室/双拥办" }, { tests: { 市双拥办: "市拥军优属拥政爱民工作领导小组办公室" } }),
  organ("rural-work", "议事协调机构", { every: ["委农村工作领导小组办公室/委农办/农办"] }, { tests: { 市委农办: "市委农村工作领导小组办公室" } }),
  organ("party-financial-office", "议事协调机构", { every: "委金融委员会办公室/委金融办" }, { counterparts: ["local-finance"], tests: { 市委金融办: "市委金融委员会办公室" } }),
  organ("party-national-security-office", "议事协调机构", { every: "委国家安全委员会办公室/委国安办" }, { tests: { 市委国安办: "市委国家安全委员会办公室" } }),
  organ("party-economic-office", "议事协调机构", { every: "委财经委员会办公室/委财经办" }, { tests: { 市委财经办: "市委财经委员会办公室" } }),
  organ("party-audit-office", "议事协调机构", { every: "委审计委员会办公室/委审计办" }, { tests: { 市委审计办: "市委审计委员会办公室" } }),
  organ("rule-of-law-office", "议事协调机构", {
    province: "委全面依法治省委员会办公室/委依法治省办", city: "委全面依法治市委员会办公室/委依法治市办", county: ["委全面依法治县委员会办公室/委依法治县办", "委全面依法治区委员会办公室/委依法治区办"],
  }, { tests: { 市委依法治市办: "市委全面依法治市委员会办公室" } }),
  organ("safety-committee-office", "议事协调机构", { every: ["安全生产委员会办公室/安委会办公室/安委办"] }, { tests: { 市安委办: "市安全生产委员会办公室" } }),
  organ("food-safety-office", "议事协调机构", { every: ["食品安全委员会办公室/食安办"] }, { tests: { 市食安办: "市食品安全委员会办公室" } }),
  organ("river-chief-office", "议事协调机构", { every: "河长制办公室/河长办" }, { tests: { 市河长办: "市河长制办公室" } }),
  organ("forest-chief-office", "议事协调机构", { every: "林长制办公室/林长办" }, { tests: { 市林长办: "市林长制办公室" } }),
  organ("field-chief-office", "议事协调机构", { every: "田长制办公室/田长办" }, { tests: { 市田长办: "市田长制办公室" } }),

  organ("peoples-congress", "政府", { every: "人民代表大会常务委员会/人大常委会/人大" }, { tests: { 市人大常委会: "市人民代表大会常务委员会" } }),
  organ("peoples-congress-office", "办公机构", {
    province: "人民代表大会常务委员会办公厅/人大常委会办公厅/人大办公厅", local: "人民代表大会常务委员会办公室/人大常委会办公室/人大办,人大办公室",
  }, { tests: { 市人大办: "市人民代表大会常务委员会办公室" } }),
  organ("political-consultative-conference", "政府", { every: "中国人民政治协商会议{prefix}委员会/政协{prefix}委员会/{prefix}政协" }, { tests: { 市政协: "中国人民政治协商会议市委员会" } }),
  organ("political-consultative-conference-office", "办公机构", { province: "政协办公厅", local: "政协办公室//政协办" }, { tests: { 市政协办: "市政协办公室" } }),
  organ("court", "政府", { central: "最高人民法院/最高法院/最高法", province: "高级人民法院/高院/法院", city: "中级人民法院/中院/中级法院,法院", county: "人民法院/法院" }, { tests: { 市中院: "市中级人民法院", 县法院: "县人民法院" } }),
  organ("procuratorate", "政府", { central: "最高人民检察院/最高检察院/最高检", every: "人民检察院/检察院" }, { tests: { 市检察院: "市人民检察院" } }),
  organ("military-department", "政府", { province: "军区", city: "军分区", county: "人民武装部/人武部" }, { tests: { 县人武部: "县人民武装部" } }),
];
