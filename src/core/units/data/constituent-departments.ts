import { organ, reform2018 } from "./organ";

/**
 * 组成部门 of the State Council and of provincial, city and county governments.
 * Names: 国务院机构设置 (国发〔2023〕5号) for the State Council; 深化党和国家机构改革方案 (2018) and the 任务分工 that provinces
 * and cities publish for the rest. Standard short forms are those of such issued papers.
 */
const reform = "深化党和国家机构改革方案（2018年）";

export const constituentDepartments = [
  organ("foreign-affairs", "组成部门", {
    central: "外交部",
    every: ["人民政府外事办公室/政府外办/外办,外事办", "委外事工作委员会办公室/委外办"],
  }, { tests: { 省外办: "省人民政府外事办公室" } }),
  organ("development-and-reform", "组成部门", {
    central: "国家发展和改革委员会/国家发展改革委/国家发改委",
    every: "发展和改革委员会/发展改革委/发改委",
    local: "发展和改革局/发展改革局/发改局",
  }, { tests: { 市发改委: "市发展和改革委员会", 省发展改革委: "省发展和改革委员会", 区发改局: "区发展和改革局", 国家发展改革委: "国家发展和改革委员会" } }),
  organ("education", "组成部门", {
    central: "教育部",
    province: ["教育厅", "教育委员会/教委"],
    local: ["教育局", "教育委员会/教委"],
  }, { tests: { 省教育厅: "省教育厅", 市教育局: "市教育局", 市教委: "市教育委员会" } }),
  organ("education-and-sports", "组成部门", {
    local: ["教育体育局//教体局", "教育和体育局"],
  }, { counterparts: ["education", "sports"], tests: { 市教体局: "市教育体育局" } }),
  organ("education-science-and-technology", "组成部门", {
    county: "教育科技局//教科局",
  }, { counterparts: ["education", "science-and-technology"], tests: { 县教科局: "县教育科技局" } }),
  organ("education-science-and-sports", "组成部门", {
    county: ["教育科技体育局//教科体局", "教育科技和体育局"],
  }, { counterparts: ["education", "science-and-technology", "sports"], tests: { 县教科体局: "县教育科技体育局" } }),
  organ("science-and-industry", "组成部门", {
    local: ["科技和工业信息化局//科工信局", "工业信息化和科技局//工信科技局", "科技和经济信息化局//科经局"],
  }, { counterparts: ["science-and-technology", "industry-and-information"], tests: { 县科经局: "县科技和经济信息化局" } }),
  organ("science-and-technology", "组成部门", {
    central: "科学技术部/科技部",
    province: "科学技术厅/科技厅",
    local: "科学技术局/科技局",
  }, { tests: { 省科技厅: "省科学技术厅", 市科技局: "市科学技术局" } }),
  organ("industry-and-information", "组成部门", {
    central: "工业和信息化部//工信部",
    province: ["工业和信息化厅//工信厅", "经济和信息化厅//经信厅", "经济和信息化委员会/经济和信息化委/经信委"],
    local: ["工业和信息化局//工信局", "经济和信息化局//经信局", "经济和信息化委员会/经济和信息化委/经信委"],
  }, {
    tests: { 省经济和信息化厅: "省经济和信息化厅", 市经信局: "市经济和信息化局", 市工信局: "市工业和信息化局", 工信部: "工业和信息化部" },
  }),
  organ("ethnic-and-religious-affairs", "组成部门", {
    province: ["民族宗教事务委员会/民族宗教委/民宗委", "民族宗教事务厅/民族宗教厅/民宗厅", "民族宗教事务局/民族宗教局/民宗局"],
    local: ["民族宗教事务局/民族宗教局/民宗局", "民族宗教事务委员会/民族宗教委/民宗委"],
  }, { counterparts: ["ethnic-affairs"], tests: { 市民宗局: "市民族宗教事务局", 省民宗委: "省民族宗教事务委员会" } }),
  organ("ethnic-affairs", "组成部门", {
    central: "国家民族事务委员会/国家民委",
    province: "民族事务委员会/民委",
    local: "民族事务委员会/民委",
  }, { tests: { 国家民委: "国家民族事务委员会" } }),
  organ("public-security", "组成部门", {
    central: "公安部", province: "公安厅", local: "公安局", county: "公安分局",
  }, { tests: { 省公安厅: "省公安厅", 县公安局: "县公安局" } }),
  organ("state-security", "组成部门", {
    central: "国家安全部//国安部", province: "国家安全厅//国安厅", local: "国家安全局//国安局",
  }, { tests: { 市国安局: "市国家安全局" } }),
  organ("civil-affairs", "组成部门", {
    central: "民政部", province: "民政厅", local: "民政局",
  }, { tests: { 省民政厅: "省民政厅", 区民政局: "区民政局" } }),
  organ("justice", "组成部门", {
    central: "司法部", province: "司法厅", local: "司法局",
  }, {
    former: [{
      central: "国务院法制办公室/国务院法制办", every: ["人民政府法制办公室/政府法制办/法制办"],
      year: reform2018, confirmed: true, source: reform,
    }],
    tests: { 市司法局: "市司法局" },
  }),
  organ("finance", "组成部门", {
    central: "财政部", province: "财政厅", local: "财政局",
  }, { tests: { 省财政厅: "省财政厅", 县财政局: "县财政局" } }),
  organ("human-resources-and-social-security", "组成部门", {
    central: "人力资源和社会保障部/人力资源社会保障部/人社部",
    province: "人力资源和社会保障厅/人力资源社会保障厅/人社厅,人力社保厅",
    local: "人力资源和社会保障局/人力资源社会保障局/人社局,人力社保局",
  }, { tests: { 市人社局: "市人力资源和社会保障局", 省人力资源社会保障厅: "省人力资源和社会保障厅" } }),
  organ("natural-resources", "组成部门", {
    central: "自然资源部",
    province: ["自然资源厅//自规厅,资源厅", "自然资源和规划厅", "规划和自然资源委员会/规划自然资源委/规自委", "规划和自然资源局/规划资源局/规自局"],
    local: ["自然资源局", "自然资源和规划局/自然资源规划局/自规局,资规局", "规划和自然资源局/规划资源局/规自局", "规划和自然资源委员会/规划自然资源委/规自委"],
  }, {
    since: { year: 2018, source: reform },
    former: [{ central: "国土资源部", province: "国土资源厅//国土厅", local: ["国土资源局//国土局", "国土资源和规划局"], year: reform2018, confirmed: false, source: reform }],
    tests: { 市自然资源和规划局: "市自然资源和规划局", 省自然资源厅: "省自然资源厅" },
  }),
  organ("ecology-and-environment", "组成部门", {
    central: "生态环境部", province: "生态环境厅", local: "生态环境局", county: "生态环境分局",
  }, {
    since: { year: 2018, source: reform },
    former: [{ central: "环境保护部//环保部", province: "环境保护厅//环保厅", local: "环境保护局//环保局", year: reform2018, confirmed: true, source: reform }],
    tests: { 市生态环境局: "市生态环境局" },
  }),
  organ("housing-and-urban-rural-development", "组成部门", {
    central: "住房和城乡建设部/住房城乡建设部/住建部",
    province: ["住房和城乡建设厅/住房城乡建设厅/住建厅", "住房和城乡建设委员会/住房城乡建设委/住建委"],
    local: ["住房和城乡建设局/住房城乡建设局/住建局", "住房和城乡建设委员会/住房城乡建设委/住建委", "城乡建设局//城建局"],
  }, { tests: { 市住建局: "市住房和城乡建设局", 省住房城乡建设厅: "省住房和城乡建设厅" } }),
  organ("transport", "组成部门", {
    central: "交通运输部//交通部",
    province: ["交通运输厅//交通厅", "交通委员会/交通委"],
    local: ["交通运输局//交通局,交运局", "交通运输委员会/交通运输委", "交通委员会/交通委"],
  }, { tests: { 市交通局: "市交通运输局", 省交通运输厅: "省交通运输厅" } }),
  organ("water", "组成部门", {
    central: "水利部", province: ["水利厅", "水务厅", "水务局"], local: ["水利局", "水务局", "水利水务局"],
  }, { tests: { 县水务局: "县水务局", 省水利厅: "省水利厅" } }),
  organ("agriculture-and-rural-affairs", "组成部门", {
    central: "农业农村部",
    province: ["农业农村厅", "农业农村委员会/农业农村委"],
    local: ["农业农村局", "农业农村委员会/农业农村委"],
  }, {
    since: { year: 2018, source: reform },
    former: [{ central: "农业部", province: "农业厅", local: ["农业局", "农业委员会/农委"], year: reform2018, confirmed: true, source: reform }],
    tests: { 市农业农村局: "市农业农村局" },
  }),
  organ("agriculture-and-water", "组成部门", {
    local: ["农业农村和水利局", "农业农村水利局"],
  }, { counterparts: ["agriculture-and-rural-affairs", "water"], tests: { 县农业农村水利局: "县农业农村水利局" } }),
  organ("commerce", "组成部门", {
    central: "商务部", province: ["商务厅", "商务委员会/商务委"], local: ["商务局", "商务委员会/商务委", "商务和粮食局"],
  }, { tests: { 省商务厅: "省商务厅", 区商务局: "区商务局" } }),
  organ("culture-and-tourism", "组成部门", {
    central: "文化和旅游部//文旅部",
    province: ["文化和旅游厅//文旅厅", "旅游和文化广电体育厅//旅文厅"],
    local: ["文化和旅游局//文旅局", "文化旅游局"],
  }, {
    since: { year: 2018, source: reform },
    former: [{ central: ["文化部", "国家旅游局"], province: ["文化厅", "旅游局", "旅游发展委员会/旅游发展委/旅发委"], local: ["文化局", "旅游局", "旅游发展委员会/旅游发展委/旅发委", "文化广电新闻出版局//文广新局"], year: reform2018, confirmed: false, source: reform }],
    tests: { 区文旅局: "区文化和旅游局", 省文化和旅游厅: "省文化和旅游厅" },
  }),
  organ("culture-broadcasting-and-tourism", "组成部门", {
    local: ["文化广电和旅游局//文广旅局", "文化广电旅游局"],
  }, { counterparts: ["culture-and-tourism", "radio-and-television"], tests: { 市文广旅局: "市文化广电和旅游局" } }),
  organ("culture-tourism-and-sports", "组成部门", {
    local: ["文化旅游体育局//文旅体局", "文化旅游和体育局", "文化广电旅游体育局//文广旅体局", "文化广电旅游和体育局"],
  }, { counterparts: ["culture-and-tourism", "sports", "radio-and-television"], tests: { 区文旅体局: "区文化旅游体育局" } }),
  organ("health", "组成部门", {
    central: "国家卫生健康委员会/国家卫生健康委/国家卫健委",
    province: "卫生健康委员会/卫生健康委/卫健委",
    local: ["卫生健康委员会/卫生健康委/卫健委", "卫生健康局//卫健局"],
  }, {
    since: { year: 2018, source: reform },
    former: [{
      central: "国家卫生和计划生育委员会/国家卫生计生委/国家卫计委", every: "卫生和计划生育委员会/卫生计生委/卫计委", local: "卫生和计划生育局/卫生计生局/卫计局",
      year: reform2018, confirmed: true, source: reform,
    }],
    tests: { 市卫健委: "市卫生健康委员会", 省卫生健康委: "省卫生健康委员会", 县卫健局: "县卫生健康局" },
  }),
  organ("veterans-affairs", "组成部门", {
    central: "退役军人事务部", province: "退役军人事务厅/退役军人厅", local: "退役军人事务局/退役军人局",
  }, { since: { year: 2018, source: reform }, tests: { 市退役军人局: "市退役军人事务局" } }),
  organ("emergency-management", "组成部门", {
    central: "应急管理部", province: "应急管理厅/应急厅", local: "应急管理局/应急局",
  }, {
    since: { year: 2018, source: reform },
    former: [{
      central: "国家安全生产监督管理总局/国家安全监管总局/国家安监总局", every: "安全生产监督管理局/安全监管局/安监局",
      year: reform2018, confirmed: true, source: reform,
    }],
    tests: { 省应急厅: "省应急管理厅", 市应急局: "市应急管理局" },
  }),
  organ("audit", "组成部门", { central: "审计署", province: "审计厅", local: "审计局" }, { tests: { 市审计局: "市审计局" } }),
];
