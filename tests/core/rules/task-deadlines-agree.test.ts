import { taskDeadlinesAgree } from "../../../src/core/rules/task-deadlines-agree";
import { testRule } from "../../support/test-rule";

const H = ["序号", "具体要求", "责任单位", "完成时限"];
const A = "健全养老机构等级评定结果定期公布制度。";
const A2 = "健全养老机构等级评定结果的定期公布制度。";
const B = "及时更新政府信息公开指南和目录。";
const parent = [["序号", "具体要求", "责任单位", "时限要求"], ["1", A, "省民政厅牵头", "10月底前"], ["2", B, "省政府各部门", "6月底前"]];
const rows = (first: string, second: string) => [H, ["1", A, "养老服务处", first], ["2", A2, "办公室", second], ["3", B, "办公室", "6月底前"]];

testRule(taskDeadlinesAgree, {
  silent: [
    { name: "两行同一天，写法不同", rows: rows("年底前", "12月31日前"), parent },
    { name: "一行没有确定的日子", rows: rows("9月底前", "持续推进"), parent },
    { name: "两行对应不同的任务", rows: [H, ["1", A, "养老服务处", "9月底前"], ["2", B, "办公室", "6月底前"]], parent },
  ],
  found: [{ name: "两行不同的日子", rows: rows("9月底前", "6月底前"), parent, problems: ["D3 warning differ"] }],
});
