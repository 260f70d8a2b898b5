import type { CellValue } from "../../src/core/grid/sheet-grid";

const SUBJECTS = ["财政预算决算", "重大建设项目", "公共资源配置", "社会救助政策", "生态环境监测", "义务教育招生", "医疗卫生服务", "就业创业扶持", "食品药品抽检", "安全生产执法", "保障性住房分配", "征地补偿安置", "涉农补贴发放", "政府采购结果", "行政许可办理", "养老服务机构"];
const VERBS = ["及时公开", "集中发布", "动态更新", "分类归集", "定期通报", "主动解读", "全面梳理", "规范展示"];
const PLACES = ["政府网站专栏", "政务新媒体", "基层公开栏", "政务服务大厅", "新闻发布会", "政府公报", "数据开放平台"];
const REASONS = ["方便企业群众查询", "接受社会各界监督", "回应社会普遍关切", "提高政策知晓程度", "减少重复咨询申请"];
const UNITS = ["办公室牵头，信息中心配合", "政策法规处", "规划财务处牵头，各处室配合", "社会事务处、养老服务处", "人事处"];
const DEADLINES = ["年底前", "持续推进", "10月底前", "6月30日前", "全年", "每季度末"];

/** A repeatable sequence of numbers below `most` (a linear congruence; the same seed gives the same ledger on every machine). */
export function sequence(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * most);
  };
}

function pick<T>(from: readonly T[], next: (most: number) => number): T {
  return from[next(from.length)]!;
}

/** A requirement of some 60 characters, different for each number. */
export function requirementOf(number: number): string {
  const next = sequence(number * 7919 + 1);
  return `${pick(VERBS, next)}第${number}类${pick(SUBJECTS, next)}信息，通过${pick(PLACES, next)}和${pick(PLACES, next)}同步发布，${pick(REASONS, next)}，${pick(REASONS, next)}，${pick(VERBS, next)}${pick(SUBJECTS, next)}相关材料。`;
}

/** A ledger of so many rows and eight columns, with title and header; a blank or a slip now and then. */
export function ledgerValues(rows: number): CellValue[][] {
  const next = sequence(rows);
  const values: CellValue[][] = [["某市2024年政务公开重点工作台账", ...Array<CellValue>(7).fill(null)], ["工作任务", "二级任务", "序号", "具体要求", "责任单位", "时限要求", "完成情况", "备注"]];
  for (let row = 1; row <= rows; row++) {
    const slip = next(200);
    values.push([`一、推进第${Math.ceil(row / 50)}批公开`, `（一）公开第${Math.ceil(row / 10)}组信息`, row, requirementOf(row), slip === 1 ? null : pick(UNITS, next), slip === 2 ? "年地前" : pick(DEADLINES, next), "推进中", null]);
  }
  return values;
}

/** A parent table of so many tasks; the ledger's row n answers task n while there are as many. */
export function parentValues(tasks: number): CellValue[][] {
  const next = sequence(tasks + 17);
  const values: CellValue[][] = [["工作任务", "序号", "具体要求", "责任单位", "时限要求"]];
  for (let task = 1; task <= tasks; task++) values.push([`一、推进第${Math.ceil(task / 50)}批公开`, task, requirementOf(task), "市政府办公室牵头，市政府各部门负责落实", pick(DEADLINES, next)]);
  return values;
}
