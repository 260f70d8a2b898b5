import { taskAnswered } from "../../../src/core/rules/task-answered";
import { testRule } from "../../support/test-rule";

const H = ["序号", "具体要求", "责任单位", "完成时限"];
const P = ["序号", "具体要求", "责任单位", "时限要求"];
const ELDERLY = "健全养老机构等级评定结果定期公布制度。";
const GUIDE = "及时更新政府信息公开指南和目录。";
const BUDGET = "公开年度财政预算和决算信息，说明增减变化情况。";
const own = [H, ["1", GUIDE, "办公室", "6月底前"], ["2", "组织机关干部参加消防演练和急救培训。", "办公室", "年底前"]];

testRule(taskAnswered, {
  silent: [
    { name: "每项都有对应", rows: [H, ["1", ELDERLY, "养老服务处", "年底前"], ["2", GUIDE, "办公室", "6月底前"]], parent: [P, ["1", ELDERLY, "省民政厅牵头", "年底前"], ["2", GUIDE, "省政府各部门", "6月底前"]], unit: "省民政厅" },
    { name: "写给别的单位", rows: own, parent: [P, ["1", GUIDE, "省政府各部门", "6月底前"], ["2", BUDGET, "省财政厅牵头", "年底前"]], unit: "省民政厅" },
    { name: "本单位不是组成部门", rows: own, parent: [P, ["1", GUIDE, "省政府各部门", "6月底前"], ["2", BUDGET, "省政府各组成部门", "年底前"]], unit: "省市场监管局" },
    { name: "省里的任务不到市里的对口单位", rows: own, parent: [P, ["1", GUIDE, "省政府办公厅，各市政府", "6月底前"], ["2", BUDGET, "省财政厅", "年底前"]], unit: "江城市财政局" },
  ],
  found: [
    { name: "写明本单位", rows: own, parent: [P, ["1", GUIDE, "省政府各部门", "6月底前"], ["2", ELDERLY, "省民政厅牵头", "年底前"]], unit: "省民政厅", problems: ["- warning missing"], suggestions: ["补一行", "已写在别的行", "不涉及本单位"] },
    { name: "写给各部门", rows: own, parent: [P, ["1", ELDERLY, "省政府各部门", "年底前"], ["2", GUIDE, "省政府各部门", "6月底前"]], unit: "省教育厅", problems: ["- warning missing"] },
    { name: "写给有关部门：只合成一句", rows: own, parent: [P, ["1", GUIDE, "省政府各部门", "6月底前"], ["2", ELDERLY, "省政府有关部门", "年底前"], ["3", BUDGET, "省政府有关部门", "年底前"]], unit: "省民政厅", problems: ["- info possibly"] },
  ],
});
