import { organ } from "./organ";

/**
 * 垂管: organs led from above, at whatever level they sit; and the 事业单位 and companies that ledgers name most.
 * Names: 国务院机构设置 (国发〔2023〕5号) and the organs' own websites.
 */
const reform = "国税地税征管体制改革方案（2018年）";
const reform2023 = "党和国家机构改革方案（2023年）";

export const verticalOrgans = [
  organ("tax", "垂管", {
    central: "国家税务总局/税务总局", every: ["国家税务总局{prefix}税务局/税务局"],
  }, {
    former: [
      { every: "国家税务局/国税局", year: 2018, confirmed: false, source: reform },
      { every: "地方税务局/地税局", year: 2018, confirmed: false, source: reform },
    ],
    tests: { 市税务局: "国家税务总局市税务局", 国家税务总局安徽省税务局: "国家税务总局安徽省税务局" },
  }),
  organ("customs", "垂管", { central: "海关总署", every: "海关" }, { tests: { 市海关: "市海关" } }),
  organ("meteorology", "垂管", { central: "中国气象局", every: "气象局" }, { tests: { 市气象局: "市气象局" } }),
  organ("earthquake", "垂管", { central: "中国地震局", every: "地震局" }, { tests: { 省地震局: "省地震局" } }),
  organ("postal-administration", "垂管", { central: "国家邮政局", every: "邮政管理局" }, { tests: { 市邮政管理局: "市邮政管理局" } }),
  organ("communications-administration", "垂管", { every: ["通信管理局", "通信发展办公室/通信办"] }, { tests: { 省通信管理局: "省通信管理局" } }),
  organ("tobacco", "垂管", { central: "国家烟草专卖局", every: "烟草专卖局/烟草局" }, { tests: { 市烟草专卖局: "市烟草专卖局" } }),
  organ("survey-team", "垂管", { every: ["国家统计局{prefix}调查队/调查队", "国家统计局{prefix}调查总队/调查总队"] }, { tests: { 市调查队: "国家统计局市调查队" } }),
  organ("fire-and-rescue", "垂管", {
    central: "国家消防救援局", every: ["消防救援总队", "消防救援支队//消防支队", "消防救援大队//消防大队", "消防救援局"],
  }, { tests: { 市消防救援支队: "市消防救援支队" } }),
  organ("maritime-safety", "垂管", { every: "海事局" }, { tests: { 市海事局: "市海事局" } }),
  organ("waterways", "垂管", { every: ["航道局", "航务管理局"] }, { tests: { 市航道局: "市航道局" } }),
  organ("peoples-bank", "垂管", {
    central: "中国人民银行//央行,人民银行",
    every: [
      "中国人民银行{prefix}分行//人行{prefix}分行,人民银行{prefix}分行",
      "中国人民银行{prefix}中心支行//人行{prefix}中心支行,人民银行{prefix}中心支行,人行{prefix}中支",
      "中国人民银行{prefix}支行//人行{prefix}支行,人民银行{prefix}支行",
    ],
  }, { tests: { 人行池州中心支行: "中国人民银行池州中心支行" } }),
  organ("financial-regulation", "垂管", {
    central: "国家金融监督管理总局/金融监管总局", every: ["国家金融监督管理总局{prefix}监管局/金融监管局", "国家金融监督管理总局{prefix}监管分局/金融监管分局"],
  }, {
    since: { year: 2023, source: reform2023 },
    former: [
      { central: "中国银行保险监督管理委员会/中国银保监会/银保监会", every: ["银行保险监督管理局/银保监局", "银行保险监督管理委员会", "银保监分局"], year: 2023, confirmed: true, source: reform2023 },
    ],
    tests: { 金融监管总局: "国家金融监督管理总局" },
  }),
  organ("securities-regulation", "垂管", { central: "中国证券监督管理委员会/中国证监会/证监会", every: ["证监局"] }, { tests: { 省证监局: "省证监局" } }),
  organ("power-supply", "企业", { every: ["电力公司", "供电公司//供电局"] }, { tests: { 市供电公司: "市供电公司" } }),
  organ("post-company", "企业", { every: ["邮政公司", "邮政分公司"] }, { tests: { 市邮政公司: "市邮政公司" } }),
  organ("economic-information-centre", "事业单位", { every: ["经济信息中心"] }, { tests: { 省经济信息中心: "省经济信息中心" } }),
  organ("information-centre", "事业单位", { every: ["信息中心", "政务信息中心", "电子政务中心"] }, { tests: { 市信息中心: "市信息中心" } }),
  organ("big-data-centre", "事业单位", { every: ["大数据中心", "数据中心", "大数据管理中心", "大数据发展中心", "大数据服务中心"] }, { tests: { 省大数据中心: "省大数据中心" } }),
  organ("public-resources-centre", "事业单位", { every: ["公共资源交易中心/公共资源中心", "公共资源交易服务中心"] }, { tests: { 市公共资源交易中心: "市公共资源交易中心" } }),
  organ("government-service-centre", "事业单位", { every: ["政务服务中心/政务中心", "便民服务中心", "行政服务中心", "市民服务中心"] }, { tests: { 市政务服务中心: "市政务服务中心" } }),
  organ("housing-fund", "事业单位", { every: ["住房公积金管理中心/公积金中心/公积金管理中心", "住房公积金管理委员会"] }, { tests: { 市公积金中心: "市住房公积金管理中心" } }),
  organ("disease-control-centre", "事业单位", { every: "疾病预防控制中心/疾控中心" }, { tests: { 市疾控中心: "市疾病预防控制中心" } }),
  organ("media-centre", "事业单位", { every: ["融媒体中心", "传媒中心"] }, { tests: { 县融媒体中心: "县融媒体中心" } }),
  organ("newspaper", "事业单位", { every: ["日报社", "报业传媒集团"] }, { tests: { 市日报社: "市日报社" } }),
  organ("broadcaster", "事业单位", { every: ["广播电视台", "广播电视总台"] }, { tests: { 市广播电视台: "市广播电视台" } }),
  organ("academy-of-social-sciences", "事业单位", { central: "中国社会科学院/社科院", every: ["社会科学院/社科院"] }, { tests: { 省社科院: "省社会科学院" } }),
  organ("academy-of-agriculture", "事业单位", { every: ["农业科学院/农科院"] }, { tests: { 省农科院: "省农业科学院" } }),
  organ("library", "事业单位", { every: "图书馆" }, { tests: { 市图书馆: "市图书馆" } }),
  organ("museum", "事业单位", { every: "博物馆" }, { tests: { 市博物馆: "市博物馆" } }),
  organ("culture-house", "事业单位", { every: "文化馆" }, { tests: { 市文化馆: "市文化馆" } }),
  organ("science-museum", "事业单位", { every: "科技馆" }, { tests: { 市科技馆: "市科技馆" } }),
  organ("art-museum", "事业单位", { every: "美术馆" }, { tests: { 市美术馆: "市美术馆" } }),
  organ("welfare-lottery", "事业单位", { every: "福利彩票发行中心/福彩中心" }, { tests: { 省福彩中心: "省福利彩票发行中心" } }),
  organ("sports-lottery", "事业单位", { every: "体育彩票管理中心/体彩中心" }, { tests: { 省体彩中心: "省体育彩票管理中心" } }),
  organ("food-and-drug-testing", "事业单位", { every: "食品药品检验中心" }, { tests: { 市食品药品检验中心: "市食品药品检验中心" } }),
  organ("metrology", "事业单位", { every: "计量测试所" }, { tests: { 市计量测试所: "市计量测试所" } }),
  organ("consumer-protection", "群团", { every: ["消费者权益保护委员会/消保委", "消费者协会/消协"] }, { tests: { 市消保委: "市消费者权益保护委员会" } }),
];
