import { unitOtherLevel } from "../../../src/core/rules/unit-other-level";
import { testRule } from "../../support/test-rule";
import { parentWith } from "./text-cases";

const H = ["序号", "具体要求", "责任单位", "完成时限"];
const TASKS = ["健全财政预决算信息定期公布制度，及时向社会公布。", "规范行政复议案件审理标准，提高审理规范度。", "公布养老机构备案和等级评定结果，定期更新名录。"];
const parent = parentWith([TASKS[0]!, "省财政厅牵头"], [TASKS[1]!, "省司法厅牵头"], [TASKS[2]!, "省民政厅牵头"]);
const city = (first: string, second = "市司法局、市审计局", third = "市民政局、市教育局、市公安局") => ({
  title: "江城市2024年政务公开工作任务分工",
  rows: [H, ["1", TASKS[0]!, first, "年底前"], ["2", TASKS[1]!, second, "年底前"], ["3", TASKS[2]!, third, "年底前"]],
});

testRule(unitOtherLevel, {
  silent: [
    { name: "本级单位", ...city("市财政局"), parent },
    { name: "上级单位和本级单位一起", ...city("省财政厅、市财政局"), parent },
    { name: "旁边有各县区", ...city("省财政厅，各县区政府"), parent },
    { name: "没有上级文件", ...city("省财政厅") },
    { name: "上级这一项不是它", ...city("省公安厅"), parent },
    { name: "处室台账，层级不定", rows: [H, ["1", TASKS[0]!, "省财政厅", "年底前"], ["2", TASKS[1]!, "办公室", "年底前"], ["3", TASKS[2]!, "法规处、人事处", "年底前"]], parent },
  ],
  found: [
    { name: "只有上级的单位", ...city("省财政厅"), parent, problems: ["C3 warning upper"], suggestions: ["换成市级对口单位"] },
    { name: "市里没有厅", ...city("市财政厅"), problems: ["C3 warning ending"], suggestions: ["改为“市财政局”"] },
  ],
});
