import type { CellValue } from "../../src/core/grid/sheet-grid";
import { sequence } from "../bench/generated-ledger";

/** A number below `most`. */
export type Next = (most: number) => number;

/** A ledger in which nothing is wrong, with the parent it answers to; sheets as rows of values, the header after the title. */
export interface CleanLedger {
  readonly sheet: string;
  readonly values: CellValue[][];
  readonly parent: { readonly title: string; readonly docNumber: string; readonly rows: string[][] };
  readonly unit: string;
  readonly year: number;
  readonly issued: string;
  readonly today: string;
  readonly columns: { readonly seq: 0; readonly level1: 1; readonly requirement: 2; readonly units: 3; readonly deadline: 4; readonly status: 5; readonly result: 6 };
  /** Rows of tasks: the first and the one after the last. */
  readonly first: number;
  readonly end: number;
}

export const HEADER = ["序号", "工作任务", "具体要求", "责任单位", "完成时限", "完成情况", "佐证材料"];

const CITY = "江城市";
const YEAR = 2024;
const DOC_NUMBER = "云政办秘〔2024〕18号";
const PARENT_TITLE = "云岭省2024年政务公开工作任务分工";

/** Headings with their tasks: what is to be done, as the city's office writes it; no two alike. */
const SECTIONS: readonly (readonly [string, readonly string[]])[] = [
  ["一、扩大主动公开范围", [
    "集中展示本市现行有效的国土空间规划和各类专项规划，归集历史规划文本",
    "分行业梳理重大建设项目审批结果，及时发布开工、验收等环节的办理情况",
    "公布惠民补贴的发放标准、发放对象和资金数额，同步更新村务公开栏",
    "按照《云岭省财政信息公开实施办法》（云财办〔2022〕36号）的要求，公开年度预算、决算和绩效评价结果",
    "发布养老服务机构备案名单，注明床位数、收费标准和星级评定情况",
    "公开义务教育学校招生范围、报名条件和咨询渠道，做好热点问题解答",
    "定期通报集中式饮用水水源水质监测数据，说明超标原因和整改进展",
  ]],
  ["二、提高政策解读质量", [
    "重要政策文件与解读材料一并起草、一并报审、一并发布，不得以新闻稿代替解读",
    "部门主要负责人每年至少参加1次新闻发布会，介绍本领域重点政策的落实情况",
    "运用动漫、短视频和问答等形式解读政策，图文解读数量不低于解读总量的60%",
    "建立惠企政策精准推送机制，企业登录平台即可查询本行业适用的扶持措施",
    "收集群众对政策执行的意见建议，形成问题清单并逐条反馈办理结果",
  ]],
  ["三、规范平台渠道建设", [
    "清理整合关注度低、更新不及时的政务新媒体账号，注销结果向社会公告",
    "对政府网站开展全面检测，消除错别字、错链和空白栏目，检测报告存档备查",
    "完善政府公报数据库，实现2000年以来公报内容的全文检索和在线下载",
    "推进政务服务便民热线知识库共建共享，各承办单位定期核对办事指南",
    "在政务服务大厅设置政府信息公开专区，配备查阅终端和专职引导人员",
  ]],
  ["四、强化工作保障措施", [
    "举办政务公开业务培训班，参训人员覆盖各县区和市直单位的具体承办科室",
    "修订依申请公开办理规程，统一登记、审核、答复和归档环节的文书格式",
    "组织开展第三方评估，评估结果作为改进工作和评先评优的重要参考",
    "编制基层政务公开标准目录，明确公开事项、公开时限和公开方式",
    "健全政府信息发布保密审查制度，落实先审查、后公开和一事一审的原则",
  ]],
];

const UNITS = ["市财政局", "市民政局", "市教育局", "市司法局", "市审计局", "市交通运输局", "市农业农村局", "市生态环境局", "市自然资源和规划局", "市卫生健康委", "市文化和旅游局", "市市场监管局", "市水利局", "市应急管理局", "市住房城乡建设局"];
/** Days after the parent's issue, none of them on a rest day. */
const DEADLINES = ["10月底前", "6月底前", "年底前", "11月底前", "7月底前", "2024年9月25日前", "8月15日前"];

export function pick<T>(from: readonly T[], next: Next): T {
  return from[next(from.length)]!;
}

/** Makes the clean ledger of a seed: another choice of tasks, units and days for each. */
export function cleanLedger(seed: number): CleanLedger {
  const next = sequence(seed * 104_729 + 7);
  const rows: CellValue[][] = [];
  const parent: string[][] = [["工作任务", "序号", "具体要求", "责任单位", "时限要求"]];
  for (const [heading, tasks] of SECTIONS) {
    // One task of each section may be left out, so that sheets differ in length.
    const left = next(tasks.length * 2);
    tasks.forEach((task, index) => {
      if (index === left) return;
      const number = rows.length + 1;
      const lead = pick(UNITS, next);
      const others = UNITS.filter((unit) => unit !== lead);
      const second = pick(others, next);
      const third = pick(others.filter((unit) => unit !== second), next);
      const fourth = pick(others.filter((unit) => unit !== second && unit !== third), next);
      const units = [lead, `${lead}牵头，${second}配合`, `${lead}牵头，${second}、${third}配合`, `${lead}牵头，${second}、${third}、${fourth}配合`][next(4)]!;
      const deadline = pick(DEADLINES, next);
      const done = number % 6 === 0;
      rows.push([number, heading, `${task}。`, units, deadline, done ? "已完成" : "推进中", done ? `工作报告第${number}期` : null]);
      parent.push([heading, String(number), `${task}，工作情况每半年通报一次。`, "省政府各部门，各市、县（市、区）政府负责落实", deadline]);
    });
  }
  const title = `${CITY}${YEAR}年政务公开工作台账（共${rows.length}项）`;
  const blank = Array<CellValue>(HEADER.length - 1).fill(null);
  const values = [[title, ...blank], ["填报单位：江城市人民政府办公室", ...blank.slice(1), "2024年4月26日"], [...HEADER], ...rows];
  return {
    sheet: "台账",
    values,
    parent: { title: PARENT_TITLE, docNumber: DOC_NUMBER, rows: parent },
    unit: "江城市人民政府办公室",
    year: YEAR,
    issued: "2024-04-26",
    today: "2024-05-08",
    columns: { seq: 0, level1: 1, requirement: 2, units: 3, deadline: 4, status: 5, result: 6 },
    first: 3,
    end: 3 + rows.length,
  };
}
