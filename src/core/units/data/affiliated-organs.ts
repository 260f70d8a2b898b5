import { organ, reform2018 } from "./organ";

/**
 * 直属特设机构 and 直属机构, and the offices that carry another organ's 牌子.
 * Names: 国务院机构设置 (国发〔2023〕5号), 党和国家机构改革方案 (2023) and the 任务分工 that provinces and cities publish.
 */
const reform = "深化党和国家机构改革方案（2018年）";
const reform2023 = "党和国家机构改革方案（2023年）";

export const affiliatedOrgans = [
  organ("state-assets", "直属特设机构", {
    central: "国务院国有资产监督管理委员会/国务院国资委",
    every: ["人民政府国有资产监督管理委员会/政府国资委", "国有资产监督管理委员会/国资委/国资监管委"],
    local: "国有资产监督管理局//国资局",
  }, { tests: { 市国资委: "市国有资产监督管理委员会", 国务院国资委: "国务院国有资产监督管理委员会" } }),
  organ("market-regulation", "直属机构", {
    central: "国家市场监督管理总局/市场监管总局/国家市场监管总局",
    every: ["市场监督管理局/市场监管局/市监局,市场局", "市场监督管理委员会/市场监管委"],
    province: "市场监督管理厅/市场监管厅",
  }, {
    since: { year: 2018, source: reform },
    former: [
      { central: "国家工商行政管理总局/工商总局", every: "工商行政管理局/工商局", year: reform2018, confirmed: false, source: reform },
      { central: "国家质量监督检验检疫总局/质检总局", every: "质量技术监督局/质监局", year: reform2018, confirmed: false, source: reform },
      { central: "国家食品药品监督管理总局", every: "食品药品监督管理局/食品药品监管局/食药监局", year: reform2018, confirmed: false, source: reform },
    ],
    tests: { 市市场监管局: "市市场监督管理局", 省市场监管局: "省市场监督管理局", 区市场局: "区市场监督管理局", 市市场监督管理局: "市市场监督管理局" },
  }),
  organ("radio-and-television", "直属机构", {
    central: "国家广播电视总局/广电总局", every: "广播电视局/广电局",
  }, { since: { year: 2018, source: reform }, tests: { 省广电局: "省广播电视局" } }),
  organ("press-radio-and-television", "直属机构", {
    every: ["新闻出版广电局", "新闻出版广播电影电视局"],
  }, { counterparts: ["radio-and-television"], tests: { 省新闻出版广电局: "省新闻出版广电局" } }),
  organ("press-and-publication", "直属机构", {
    central: "国家新闻出版署", every: "新闻出版局",
  }, { tests: { 省新闻出版局: "省新闻出版局" } }),
  organ("sports", "直属机构", { central: "国家体育总局/体育总局", every: "体育局" }, { tests: { 市体育局: "市体育局" } }),
  organ("statistics", "直属机构", { central: "国家统计局", every: "统计局" }, { tests: { 市统计局: "市统计局" } }),
  organ("medical-security", "直属机构", {
    central: "国家医疗保障局/国家医保局", every: "医疗保障局/医保局",
  }, { since: { year: 2018, source: reform }, tests: { 市医保局: "市医疗保障局" } }),
  organ("government-affairs-administration", "直属机构", {
    central: "国家机关事务管理局/国管局",
    every: ["机关事务管理局/机关事务局/机管局", "机关事务服务中心", "机关事务管理中心//机关事务中心"],
  }, { tests: { 市机关事务局: "市机关事务管理局" } }),
  organ("petitions", "直属机构", { central: "国家信访局", every: "信访局" }, { tests: { 市信访局: "市信访局" } }),
  organ("local-finance", "直属机构", {
    every: ["地方金融监督管理局/地方金融监管局", "地方金融管理局", "金融工作局", "金融发展局", "金融服务中心"],
  }, {
    former: [{ every: ["人民政府金融工作办公室/政府金融办/金融办"], year: 2023, confirmed: false, source: reform2023 }],
    tests: { 市地方金融监管局: "市地方金融监督管理局" },
  }),
  organ("data", "直属机构", {
    central: "国家数据局",
    every: [
      "数据资源管理局/数据资源局", "数据局", "大数据管理局", "大数据发展管理局/大数据局", "政务服务数据管理局/政务服务和数据局/政务数据局,政数局", "政务服务和数据管理局", "数据和政务服务局",
      "大数据资源管理局", "数据管理局", "行政审批和数据局",
    ],
  }, { counterparts: ["government-services"], tests: { 省数据资源局: "省数据资源管理局", 省政务服务数据管理局: "省政务服务数据管理局" } }),
  organ("government-services", "直属机构", {
    every: ["政务服务管理局/政务局", "行政审批局", "行政审批服务局/审批服务局", "审批服务管理局", "行政审批服务管理局", "政务服务管理办公室/政务服务办/政务办", "政务服务局", "营商环境建设局/营商局", "政务服务和大数据管理局"],
  }, { counterparts: ["data"], tests: { 市审批服务管理局: "市审批服务管理局", 市行政审批局: "市行政审批局" } }),
  organ("urban-management", "直属机构", {
    local: [
      "城市管理局//城管局", "城市管理行政执法局/城管执法局", "城市管理和综合执法局/城管和综合执法局", "综合行政执法局//综合执法局,执法局", "城市管理综合行政执法局", "城市管理委员会/城管委",
    ],
  }, { tests: { 市城管局: "市城市管理局", 区城管执法局: "区城市管理行政执法局" } }),
  organ("municipal-works", "直属机构", {
    local: ["市政管理局", "市政园林局", "市容管理局", "市政公用局", "市容环境卫生管理局", "公用事业局"],
  }, { tests: { 市市政管理局: "市市政管理局" } }),
  organ("roads", "事业单位", { every: ["公路局", "公路管理局", "公路事业发展中心", "公路管理服务中心"] }, { tests: { 市公路局: "市公路局" } }),
  organ("geology", "直属机构", { province: ["地质矿产勘查局/地矿局", "地质勘查局"], city: ["地质勘查局"] }, { tests: { 省地矿局: "省地质矿产勘查局" } }),
  organ("examinations", "事业单位", { every: ["教育招生考试院", "教育考试院/考试院", "人事考试院", "人事考试中心"] }, { tests: { 省教育考试院: "省教育考试院" } }),
  organ("forestry-and-grassland", "直属机构", {
    central: "国家林业和草原局/国家林草局", every: ["林业局", "林业和草原局/林草局"],
  }, { tests: { 区林业局: "区林业局", 省林草局: "省林业和草原局" } }),
  organ("gardens", "直属机构", { local: ["园林绿化局", "园林管理局/园林局", "林业和园林局"] }, { tests: { 市园林局: "市园林管理局" } }),
  organ("ocean-and-fisheries", "直属机构", { every: ["海洋渔业局", "海洋与渔业局", "海洋局", "渔业局", "海洋发展局"] }, { tests: { 市海洋局: "市海洋局" } }),
  organ("grain-and-reserves", "直属机构", {
    central: "国家粮食和物资储备局/国家粮食和储备局", every: ["粮食和物资储备局/粮食和储备局/粮储局", "粮食局"],
  }, { tests: { 省粮食和储备局: "省粮食和物资储备局" } }),
  organ("energy", "直属机构", { central: "国家能源局", every: "能源局" }, { tests: { 省能源局: "省能源局" } }),
  organ("drug-administration", "直属机构", {
    central: "国家药品监督管理局/国家药监局", every: "药品监督管理局/药品监管局/药监局",
  }, { since: { year: 2018, source: reform }, tests: { 省药监局: "省药品监督管理局" } }),
  organ("intellectual-property", "直属机构", { central: "国家知识产权局", every: "知识产权局" }, { tests: { 省知识产权局: "省知识产权局" } }),
  organ("traditional-medicine", "直属机构", { central: "国家中医药管理局/国家中医药局", every: "中医药管理局/中医药局" }, { tests: { 省中医药局: "省中医药管理局" } }),
  organ("disease-control", "直属机构", { central: "国家疾病预防控制局/国家疾控局", every: "疾病预防控制局/疾控局" }, { tests: { 市疾控局: "市疾病预防控制局" } }),
  organ("civil-air-defence", "直属机构", {
    central: "国家国防动员办公室/国家国动办",
    every: ["人民防空办公室/人防办/民防办", "人民防空局/人防局", "国防动员办公室/国动办"],
  }, { tests: { 市人防办: "市人民防空办公室" } }),
  organ("cultural-relics", "直属机构", { central: "国家文物局", every: "文物局" }, { tests: { 省文物局: "省文物局" } }),
  organ("prisons", "直属机构", { province: "监狱管理局/监狱局" }, { tests: { 省监狱局: "省监狱管理局" } }),
  organ("rural-revitalisation", "直属机构", { central: "国家乡村振兴局", every: "乡村振兴局" }, {
    since: { year: 2021, source: "国家乡村振兴局挂牌（2021年2月25日）" },
    former: [{
      central: "国务院扶贫开发领导小组办公室/国务院扶贫办", every: ["扶贫开发办公室/扶贫办", "扶贫开发局", "扶贫开发领导小组办公室", "扶贫移民局"],
      year: 2021, confirmed: false, source: "国家乡村振兴局挂牌（2021年2月25日）；广西2021年5月10日",
    }],
    tests: { 市乡村振兴局: "市乡村振兴局" },
  }),
  organ("public-resources-supervision", "直属机构", {
    every: ["公共资源交易监督管理局/公共资源交易监管局/公管局", "公共资源交易管理局"],
  }, { tests: { 市公共资源交易监管局: "市公共资源交易监督管理局" } }),
  organ("investment-promotion", "直属机构", { local: ["投资促进局/投促局", "招商局", "招商服务中心", "投资促进中心/投促中心", "经济合作局"] }, { tests: { 市投促局: "市投资促进局" } }),
  organ("housing-security", "直属机构", { local: ["住房保障和房产管理局/住房保障房产局/住保房管局", "房地产管理局/房管局", "房屋管理局", "住房保障局", "房产管理局/房产局", "住房服务中心"] }, { tests: { 市房管局: "市房地产管理局" } }),
  organ("planning", "直属机构", { local: ["城乡规划局", "规划局"] }, { counterparts: ["natural-resources"], tests: { 市规划局: "市规划局" } }),
  organ("key-projects", "直属机构", { every: ["重点工程建设管理局/重点局", "重点建设管理局"] }, { tests: { 市重点局: "市重点工程建设管理局" } }),
  organ("social-organisations", "直属机构", { every: ["社会组织管理局/社管局"] }, { tests: { 市社会组织管理局: "市社会组织管理局" } }),
  organ("science-and-industry-for-defence", "直属机构", { central: "国家国防科技工业局/国家国防科工局", every: ["国防科学技术工业办公室/国防科工办", "国防科技工业局"] }, { tests: { 省国防科工办: "省国防科学技术工业办公室" } }),
  organ("railways", "直属机构", { every: "铁路建设办公室/铁路办" }, { tests: { 市铁路办: "市铁路建设办公室" } }),
  organ("ports", "直属机构", { every: "口岸办公室/口岸办" }, { tests: { 市口岸办: "市口岸办公室" } }),
  organ("civil-aviation", "直属机构", { every: "民航局" }, { tests: { 市民航局: "市民航局" } }),
  organ("logistics", "直属机构", { every: "物流办公室/物流办" }, { tests: { 市物流办: "市物流办公室" } }),
  organ("salt", "直属机构", { every: ["盐务局", "盐务管理局", "盐业局"] }, { tests: { 市盐务局: "市盐务局" } }),
  organ("agricultural-machinery", "直属机构", { every: "农业机械管理局/农机局" }, { tests: { 市农机局: "市农业机械管理局" } }),
  organ("animal-husbandry", "直属机构", { every: "畜牧兽医局/畜牧局" }, { tests: { 市畜牧局: "市畜牧兽医局" } }),
  organ("aquatic-products", "直属机构", { every: "水产局" }, { tests: { 市水产局: "市水产局" } }),
  organ("vegetables", "直属机构", { every: "蔬菜局" }, { tests: { 市蔬菜局: "市蔬菜局" } }),
  organ("agricultural-development", "直属机构", { every: "农业综合开发局" }, { tests: { 市农业综合开发局: "市农业综合开发局" } }),
  organ("resettlement", "直属机构", { every: ["水库移民管理局/移民局", "移民开发局"] }, { tests: { 市移民局: "市水库移民管理局" } }),
  organ("expropriation", "直属机构", { every: ["征收管理局", "房屋征收办公室/征收办", "征地拆迁事务局"] }, { tests: { 市征收办: "市房屋征收办公室" } }),
  organ("social-insurance", "事业单位", { every: ["社会保险事业管理局/社保局", "社会保险管理局", "社会保险基金管理中心/社保中心", "社会保险事业中心"] }, { tests: { 市社保局: "市社会保险事业管理局" } }),
  organ("employment-services", "事业单位", { every: ["就业服务中心", "公共就业和人才服务中心", "劳动就业服务局/就业局"] }, { tests: { 市就业局: "市劳动就业服务局" } }),
];
