import type { FillTemplate } from "../template";
import { topicRule } from "./topic-rule";

/** How the tasks of 政务公开 are usually divided among the 处室 of a provincial department. */
export const provincialDepartment: FillTemplate = {
  taizhangTemplate: 1,
  id: "provincial-department",
  name: "省直部门（处室）",
  rules: [
    topicRule(["财政预决算", "预算、决算", "部门预算", "部门决算", "预决算"], { lead: ["规划财务处"], cooperate: ["所属各单位"] }),
    topicRule(["专项资金", "政府采购", "财政资金"], { lead: ["规划财务处"], cooperate: ["各业务处室"] }),
    topicRule(["发展规划", "规划纲要", "专项规划", "历史规划"], { lead: ["规划财务处"], cooperate: ["各业务处室"] }),
    topicRule(["行政复议", "行政诉讼", "行政应诉"], { lead: ["政策法规处"], cooperate: ["办公室"] }),
    topicRule(["规范性文件", "规章", "政策文件库", "文件清理"], { lead: ["政策法规处"], cooperate: ["办公室", "各业务处室"] }),
    topicRule(["公平竞争审查", "合法性审查", "权责清单", "权力清单"], { lead: ["政策法规处"], cooperate: ["各业务处室"] }),
    topicRule(["行政许可", "行政审批", "办事指南", "政务服务事项"], { lead: ["行政审批处"], cooperate: ["各业务处室"] }),
    topicRule(["行政处罚", "行政执法", "双随机", "监管执法"], { lead: ["执法监督处"], cooperate: ["各业务处室"] }),
    topicRule(["依申请公开", "申请公开"], { lead: ["办公室"], cooperate: ["政策法规处", "各业务处室"] }),
    topicRule(["政府信息公开工作年度报告", "年度报告"], { lead: ["办公室"], cooperate: ["各处室"] }),
    topicRule(["政策解读", "解读材料", "解读形式"], { lead: ["起草处室"], cooperate: ["办公室"] }),
    topicRule(["舆情", "回应关切"], { lead: ["办公室"], cooperate: ["信息中心", "各业务处室"] }),
    topicRule(["政府网站", "门户网站", "网站集约化", "政务新媒体", "微信公众号"], { lead: ["办公室"], cooperate: ["信息中心"] }),
    topicRule(["热线", "在线咨询", "政策咨询"], { lead: ["办公室"], cooperate: ["信息中心"] }),
    topicRule(["意见征集", "征求意见", "重大行政决策"], { lead: ["起草处室"], cooperate: ["政策法规处"] }),
    topicRule(["个人隐私", "保密审查", "商业秘密"], { lead: ["办公室"], cooperate: ["机关党委"] }),
    topicRule(["招考", "人员招录", "公务员录用", "人事任免"], { lead: ["人事处"] }),
    topicRule(["教育培训", "业务培训", "研讨交流"], { lead: ["办公室"], cooperate: ["人事处"] }),
    topicRule(["考核评估", "绩效考核", "第三方评估"], { lead: ["办公室"], cooperate: ["人事处"] }),
  ],
};
