import { deadlineNotLater } from "../../../src/core/rules/deadline-not-later";
import { testRule } from "../../support/test-rule";

const TASKS = ["健全养老机构等级评定结果定期公布制度。", "及时更新政府信息公开指南和目录。", "开展政务新媒体账号清理整合工作。"];
const rows = (...deadlines: string[]) => [["序号", "具体要求", "责任单位", "完成时限"], ...deadlines.map((deadline, index) => [String(index + 1), TASKS[index]!, "办公室", deadline])];
const parent = (...deadlines: string[]) => [["序号", "具体要求", "责任单位", "时限要求"], ...deadlines.map((deadline, index) => [String(index + 1), TASKS[index]!, "省政府各部门", deadline])];

testRule(deadlineNotLater, {
  silent: [
    { name: "写法不同，同一天", rows: rows("10 月底前", "12月31日前", "二○二四年六月底前"), parent: parent("10月底前", "年底前", "6月30日前") },
    { name: "比上级紧", rows: rows("9月底前", "上半年", "5月底前"), parent: parent("年底前", "年底前", "持续推进") },
    { name: "年底前和全年不分宽严", rows: rows("全年", "年底前", "年内"), parent: parent("年底前", "全年", "年底前") },
    { name: "上级是相对时间，算不出", rows: rows("年底前", "6月底前", "全年"), parent: parent("印发后一个月内", "适时", "及时") },
    { name: "不对应上级的行", rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "组织厅机关干部参加消防演练和急救培训。", "办公室", "年底前"], ["2", TASKS[1]!, "办公室", "6月底前"]], parent: parent("5月底前", "6月底前") },
  ],
  found: [
    { name: "两个确定的日子：必改", rows: rows("年底前", "6月底前", "全年"), parent: parent("10月底前", "6月底前", "年底前"), problems: ["D2 error later"], suggestions: ["改为“10月底前”"] },
    { name: "改成持续推进：请核对", rows: rows("持续推进", "6月底前", "全年"), parent: parent("年底前", "6月底前", "年底前"), problems: ["D2 warning later"], suggestions: ["改为“年底前”"] },
    { name: "“10月前”有两种读法：请核对", rows: rows("10月前", "6月底前", "全年"), parent: parent("6月底前", "6月底前", "年底前"), problems: ["D2 warning later"] },
    { name: "两行都宽", rows: rows("年底前", "9月30日前", "全年"), parent: parent("10月底前", "6月底前", "年底前"), problems: ["D2 error later", "D3 error later"] },
  ],
});
