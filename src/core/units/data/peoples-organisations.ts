import { organ } from "./organ";

/** 群团 and bodies run like them. Names: 中国共产党中央委员会群团工作 papers and the organisations' own statutes. */
export const peoplesOrganisations = [
  organ("trade-union", "群团", { central: "中华全国总工会/全国总工会/全总", every: "总工会" }, { tests: { 市总工会: "市总工会" } }),
  organ("youth-league", "群团", {
    central: ["中国共产主义青年团中央委员会/共青团中央/团中央"],
    every: "共产主义青年团{prefix}委员会/共青团{prefix}委/团{prefix}委,团委",
  }, { tests: { 团市委: "共产主义青年团市委员会", 共青团省委: "共产主义青年团省委员会" } }),
  organ("womens-federation", "群团", { central: "中华全国妇女联合会/全国妇联", every: "妇女联合会/妇联" }, { tests: { 市妇联: "市妇女联合会" } }),
  organ("science-association", "群团", { central: "中国科学技术协会/中国科协", every: "科学技术协会/科协" }, { tests: { 市科协: "市科学技术协会" } }),
  organ("overseas-chinese-federation", "群团", { central: "中华全国归国华侨联合会/中国侨联", every: "归国华侨联合会/侨联" }, { tests: { 市侨联: "市归国华侨联合会" } }),
  organ("literary-federation", "群团", { central: "中国文学艺术界联合会/中国文联", every: "文学艺术界联合会/文联" }, { tests: { 市文联: "市文学艺术界联合会" } }),
  organ("social-sciences-federation", "群团", { every: "社会科学界联合会/社科联" }, { tests: { 省社科联: "省社会科学界联合会" } }),
  organ("disabled-persons-federation", "群团", { central: "中国残疾人联合会/中国残联", every: "残疾人联合会/残联" }, { tests: { 市残联: "市残疾人联合会" } }),
  organ("industry-and-commerce-federation", "群团", { central: "中华全国工商业联合会/全国工商联", every: "工商业联合会/工商联" }, { tests: { 市工商联: "市工商业联合会" } }),
  organ("red-cross", "群团", { central: "中国红十字会", every: "红十字会//红会" }, { tests: { 市红十字会: "市红十字会" } }),
  organ("trade-promotion", "群团", {
    central: "中国国际贸易促进委员会/中国贸促会", every: ["贸易促进委员会/贸促会", "国际贸易促进委员会"],
  }, { tests: { 省贸促会: "省贸易促进委员会" } }),
  organ("law-society", "群团", { every: "法学会" }, { tests: { 市法学会: "市法学会" } }),
  organ("journalists-association", "群团", { every: "新闻工作者协会/记协" }, { tests: { 市记协: "市新闻工作者协会" } }),
  organ("writers-association", "群团", { every: "作家协会/作协" }, { tests: { 省作协: "省作家协会" } }),
  organ("family-planning-association", "群团", { every: "计划生育协会/计生协" }, { tests: { 市计生协: "市计划生育协会" } }),
  organ("next-generation-committee", "群团", { every: "关心下一代工作委员会/关工委" }, { tests: { 市关工委: "市关心下一代工作委员会" } }),
  organ("taiwanese-federation", "群团", { every: "台湾同胞联谊会/台联" }, { tests: { 市台联: "市台湾同胞联谊会" } }),
  organ("supply-and-marketing", "群团", {
    central: "中华全国供销合作总社/供销合作总社", every: ["供销合作社联合社/供销社", "供销合作联合社", "供销合作总社"],
  }, { tests: { 市供销社: "市供销合作社联合社" } }),
];
