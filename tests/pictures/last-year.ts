import { writeXlsx } from "hucre";

/** [requirement, 处室]: the ledger that the unit of the sample kept the year before, in our own words. */
const ROWS = [
  ["集中公开我厅现行有效的各类民政专项规划，方便群众查看。", "规划财务处牵头，办公室配合"],
  ["厅机关及所属单位的年度预算、决算应当在批复后二十日内公开。", "规划财务处"],
  ["公布养老机构备案和等级评定结果，每季度更新一次养老机构名录。", "养老服务处"],
  ["厅主要负责人每年至少一次通过新闻发布会、在线访谈等形式带头解读政策。", "办公室"],
  ["将政务公开纳入工作人员年度培训计划，全年组织专题培训不少于2次。", "人事处"],
  ["厅内各处室于任务分工印发后一个月内报送工作台账，明确责任人员和完成时限，由办公室汇总后在政府信息公开专栏公布。", "办公室牵头，各处室配合"],
] as const;

/** Last year's ledger as an .xlsx file. */
export function lastYearsLedger(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: "2023年台账",
        rows: [["省民政厅2023年政务公开重点工作台账", null, null, null], ["序号", "具体要求", "责任部门（单位）", "时限要求"], ...ROWS.map(([requirement, units], index) => [index + 1, requirement, units, "2023年底前"])],
      },
    ],
  });
}
