import { ownLeadKept } from "../../../src/core/rules/own-lead-kept";
import { testRule } from "../../support/test-rule";

const H = ["序号", "具体要求", "责任单位", "完成时限"];
const A = "健全养老机构等级评定结果定期公布制度。";
const B = "及时更新政府信息公开指南和目录。";
const parent = [["序号", "具体要求", "责任单位", "时限要求"], ["1", A, "省民政厅牵头，省卫生健康委配合", "10月底前"], ["2", B, "省政府各部门", "6月底前"]];
const rows = (units: string) => [H, ["1", A, units, "9月底前"], ["2", B, "省政府办公厅", "6月底前"]];
const unit = "省民政厅";

testRule(ownLeadKept, {
  silent: [
    { name: "写成牵头", rows: rows("省民政厅牵头，省卫生健康委配合"), parent, unit },
    { name: "没有角色的单子", rows: rows("省民政厅、省卫生健康委"), parent, unit },
    { name: "写的是内设处室", rows: rows("养老服务处牵头，办公室配合"), parent, unit },
    { name: "上级没有要求我们牵头", rows: rows("省卫生健康委牵头，省民政厅配合"), parent: [["序号", "具体要求", "责任单位", "时限要求"], ["1", A, "省卫生健康委牵头，省民政厅配合", "10月底前"], ["2", B, "省政府各部门", "6月底前"]], unit },
  ],
  found: [{ name: "写成配合", rows: rows("省卫生健康委牵头，省民政厅配合"), parent, unit, problems: ["C2 warning cooperates"] }],
});
