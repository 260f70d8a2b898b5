import { upperLevelWording } from "../../../src/core/rules/upper-level-wording";
import { testRule } from "../../support/test-rule";

const H = ["序号", "具体要求", "责任单位", "完成时限"];
const B = "及时更新政府信息公开指南和目录。";
const PARENT_TEXT = "在全省范围内健全养老机构等级评定结果定期公布制度。";
const parent = [["序号", "具体要求", "责任单位", "时限要求"], ["1", PARENT_TEXT, "省民政厅牵头", "年底前"], ["2", B, "省政府各部门", "6月底前"]];
const rows = (requirement: string, units = "市民政局牵头") => [H, ["1", requirement, units, "年底前"], ["2", B, units.replace("牵头", ""), "6月底前"]];

testRule(upperLevelWording, {
  silent: [
    { name: "已改成本级的说法", rows: rows(PARENT_TEXT.replace("全省", "全市")), parent },
    { name: "部门台账说的还是省里的事", rows: rows(PARENT_TEXT, "养老服务处牵头"), parent },
    { name: "同级的表", rows: rows(PARENT_TEXT, "省民政厅牵头"), parent },
  ],
  found: [{ name: "市里的表还写全省", rows: rows(PARENT_TEXT), parent, problems: ["B2 info left"], suggestions: ["改为“全市”"] }],
});
