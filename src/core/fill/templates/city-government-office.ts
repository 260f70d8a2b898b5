import type { FillTemplate } from "../template";
import { topicRule } from "./topic-rule";

/** How the tasks of 政务公开 are usually divided among the 科室 of a city government's office. */
export const cityGovernmentOffice: FillTemplate = {
  taizhangTemplate: 1,
  id: "city-government-office",
  name: "市政府办公室（科室）",
  rules: [
    topicRule(["财政预决算", "预算、决算", "部门预算", "部门决算", "预决算"], { lead: ["行政财务科"] }),
    topicRule(["政府公报"], { lead: ["秘书科"], cooperate: ["政务公开科"] }),
    topicRule(["列席政府有关会议", "列席政府常务会议", "会议开放"], { lead: ["会务科"], cooperate: ["政务公开科"] }),
    topicRule(["规章", "规范性文件", "政策文件库"], { lead: ["文电科"], cooperate: ["政务公开科"] }),
    topicRule(["公文属性", "主动公开属性", "公开属性"], { lead: ["文电科"], cooperate: ["政务公开科"] }),
    topicRule(["建议提案", "人大代表建议", "政协提案"], { lead: ["督查科"], cooperate: ["各相关科室"] }),
    topicRule(["督查", "督办", "考核评估"], { lead: ["督查科"], cooperate: ["政务公开科"] }),
    topicRule(["营商环境", "放管服", "惠企政策"], { lead: ["职能转变协调科"], cooperate: ["政务公开科"] }),
    topicRule(["热线"], { lead: ["政务服务热线科"], cooperate: ["政务公开科"] }),
    topicRule(["政府网站", "网站集约化", "政务新媒体", "微信公众号"], { lead: ["政务公开科"], cooperate: ["市政府网站管理中心"] }),
    topicRule(["依申请公开", "申请公开", "行政复议", "行政诉讼"], { lead: ["政务公开科"], cooperate: ["各相关科室"] }),
    topicRule(["政府信息公开工作年度报告", "年度报告"], { lead: ["政务公开科"] }),
    topicRule(["政策解读", "解读材料", "解读形式"], { lead: ["各相关科室"], cooperate: ["政务公开科"] }),
    topicRule(["舆情", "回应关切"], { lead: ["信息科"], cooperate: ["各相关科室"] }),
    topicRule(["意见征集", "征求意见", "重大行政决策"], { lead: ["各相关科室"], cooperate: ["政务公开科"] }),
    topicRule(["发展规划", "规划纲要", "专项规划"], { lead: ["政务公开科"], cooperate: ["各相关科室"] }),
    topicRule(["业务培训", "教育培训", "研讨交流"], { lead: ["政务公开科"], cooperate: ["人事科"] }),
    topicRule(["基层政务公开", "标准化规范化", "标准目录", "标准指引"], { lead: ["政务公开科"] }),
  ],
};
