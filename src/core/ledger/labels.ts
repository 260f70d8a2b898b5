import type { Field } from "./fields";
import { foldWord } from "./looks-like";

/**
 * What a header cell says its column holds. `task` is 工作任务 and the like, which one office writes over headings and
 * the next over the requirement itself: the columns beside it decide. `other` is a label we know and have no field for
 * (实际完成时间, 交办日期): no other meaning is looked for in its column.
 */
export type LabelKind = Field | "task" | "other";

interface LabelPattern {
  readonly kind: LabelKind;
  readonly pattern: RegExp;
}

/** 单位, 部门, 科室 and what stands for them in labels, also 部门单位, 单位及部门. */
const BODY = "(?:(?:单位|部门|科室|处室|股室|部室|机构|主体|站所|镇街|县区|责任人|人)[、/及和与或]?)+";

/** Header words, most particular first. Texts are folded: half width, simplified, without blanks and brackets. */
const LABELS: readonly LabelPattern[] = [
  { kind: "seq", pattern: /^(?:序号?|编号|号|项次|项号|项数|NO\.?|№|(?:任务|事项|问题|项目|工作|清单|条目|立项|督办|交办|建议|提案|案件|隐患)(?:序号|编号|号)|总序号|条目)$/iu },
  { kind: "other", pattern: /^上级(?:序号|时限|要求|责任单位|任务)$/u },
  { kind: "other", pattern: /^(?:实际|已)(?:完成|办结|整改|销号)?(?:时间|日期)$/u },
  { kind: "other", pattern: /^(?:交办|立项|发文|印发|收文|收到|下达|发布|填报|更新|反馈|报送|上报|登记|接收|来文|启动|开始|起始|受理|批示|检查|发现|督办|会议|成文|制定|上次|移交)(?:时间|日期)$/u },
  { kind: "other", pattern: /^(?:实际)?(?:开工|竣工|批复|签约|投产|检定|答复|办复)(?:时间|日期)$/u },
  { kind: "other", pattern: /^(?:填报|报送|上报|发文|交办|来文|检查|督查|督办|督导|监督|监管|指导|验收|复查|移交)(?:责任)?(?:单位|部门|科室|处室|人)$/u },
  { kind: "other", pattern: /^(?:批示|交办|督办)领导$|^(?:姓名|信访人|反映人|投诉人|代表委员|提案人|领衔代表)$/u },
  { kind: "other", pattern: /^(?:隐患|问题|风险|项目|建设|工程)(?:地点|部位|所在地|等级|级别|性质|规模|年限|状态)$|^(?:涉及|所属)(?:地区|区域|乡镇|企业)$/u },
  { kind: "other", pattern: /^.{0,12}(?:投资|资金|经费|金额|预算|投资计划|投资额|资金来源)(?:总额|计划|情况)?$/u },
  { kind: "other", pattern: /^(?:分?季度|分?月度|分?阶段性?)(?:节点|目标|计划|安排|任务|进度|目标任务|工作安排)$/u },
  { kind: "contact", pattern: /^(?:联系人|联络员|联络人|联系方式|电话|手机|(?:联系|办公|固定|移动|手机)(?:电话|号码?)|.{0,4}(?:联系人|联络员|联络人|责任人|负责人|经办人|承办人)(?:及|和|、|\/)?(?:联系|办公|手机)?(?:电话|方式|号码))$/u },
  { kind: "cooperateUnits", pattern: new RegExp(`^(?:主要)?(?:配合|协同|协办|协作|协助|参与|参加|会办|联办)(?:责任|落实|实施)?${BODY}$`, "u") },
  { kind: "units", pattern: new RegExp(`^(?:牵头|主办|主责|承办)(?:责任)?(?:${BODY})?[、/及和与](?:配合|协办|责任|参与|协同|落实|承办)${BODY}$`, "u") },
  { kind: "persons", pattern: /^(?:(?:责任|分管|牵头|包[保案联挂]|联系|主管|主要|协管|挂[钩牌联]|督办|单位|部门|[市县区局厅]级?|具体|第一|首问|直接|项目|整改|党政)*(?:责任人员?|负责人|领导|经办人|承办人|包保人|责任科长|牵头人|专班负责人|责任人及职务))$/u },
  { kind: "leadUnits", pattern: new RegExp(`^(?:牵头|主办|主责|承办|主要责任|第一责任|总牵头)(?:责任|落实|实施|负责|承办)?${BODY}$`, "u") },
  { kind: "implementUnits", pattern: new RegExp(`^(?:落实|实施|执行|具体(?:落实|实施|承办|责任))(?:责任)?${BODY}$`, "u") },
  { kind: "units", pattern: new RegExp(`^(?:工作|任务|整改|督办|公开|主体|办理|相关|具体|包保|直接)*(?:责任|承担|完成|办理|承接|分工|负责|涉及|整改|公开)(?:落实|主体)?${BODY}$`, "u") },
  { kind: "units", pattern: /^(?:(?:责任|任务|职责|工作|部门)分工|分工情况|责任落实|单位|部门|科室|处室|单位名称|部门名称|责任)$/u },
  { kind: "deadline", pattern: /^(?!.*(?:实际|汇报|情况)).{0,8}(?:时限|期限)(?:[及和]?(?:要求|安排|节点|标准|目标))?$/u },
  { kind: "deadline", pattern: /^(?:计划|要求|预计|拟|应|规定|限定|最晚|最迟|整改)*(?:完成|办结|整改|落实|销号|截止|截至|办理|公开|结束|到位|化解)(?:时间|日期|节点|时间节点|时间要求)$/u },
  { kind: "deadline", pattern: /^(?:计划|预计|拟|要求)(?:竣工|完工|建成|投产|投用|交付|答复|办复)(?:时间|日期|节点)$/u },
  { kind: "deadline", pattern: /^(?:时间(?:节点|要求|安排|进度|计划|表)?|(?:完成|进度|工作)节点|节点要求|进度(?:安排|要求|计划)|工作进度安排|完成进度要求|截止)$/u },
  { kind: "status", pattern: /^(?:(?:完成|办结|整改|销号|工作|当前|目前|任务|进展|落实|办理|进度)?状态|是否.{1,8}|.{1,4}与否|(?:销号|办结)情况|(?:亮灯|红黄绿灯|灯号|预警)(?:情况|状态)?|完成(?:率|比例|百分比|程度)|进度百分比|(?:自评|评价)(?:结果|等级))$/u },
  { kind: "result", pattern: /^.{0,8}(?:成果|佐证|印证材料|支撑材料|证明材料|台账资料|完成标准|验收标准|衡量标准|完成标志|考核指标|考核标准|目标值|量化指标|公开(?:形式|载体|方式|渠道|平台|网址|链接))(?:形式|材料|资料|清单|体现|链接|网址|地址)?$/u },
  { kind: "result", pattern: /^20\d\d年度?目标(?:值)?$/u },
  { kind: "source", pattern: /^(?:.{0,8}(?:来源|依据|出处)|文号|文件文号|文件名称|依据文件|政策文件)$/u },
  { kind: "measures", pattern: /^.{0,8}(?:措施|举措|办法|工作打算|下一步(?:工作)?(?:计划|打算|安排)|实施步骤|推进(?:计划|安排|步骤)|工作(?:计划|安排|思路|路径))(?:及.{1,8})?$/u },
  { kind: "problem", pattern: /^(?:存在|反馈|发现|具体|主要|突出|巡[察视]|督[查察]|检查|审计|整改|检视|查出|查摆|共性|个性|需协调|安全|事故|风险|信访|的)*(?:问题|短板|不足|困难|隐患|风险点)(?:描述|表现|内容|清单|事项|情况|摘要|名称|及原因|和困难|及困难|困难|和不足|点|原因)?$/u },
  { kind: "progress", pattern: /^(?!.*(?:要求|问题)).{0,12}(?:进展|进度|落实情况|完成情况|推进情况|整改情况|办理情况|实施情况|工作情况|开展情况|执行情况|公开情况|整改结果|办理结果|工作成效|(?:化解|处置|处理|复查|复核|验收|治理|整治|排查|答复|回访)(?:情况|结果)|阶段性?成效|整改成效|取得成效|工作动态)(?:情况|说明)?$/u },
  { kind: "remarks", pattern: /^(?:备注|备考|说明|附注|注|其[他它]|备注说明|填报说明|备注栏)$/u },
  { kind: "requirement", pattern: /^.{0,6}任务(?:[及和与、]|以及)(?:责任|职责|部门)?分工$/u },
  { kind: "level1", pattern: /^(?:一级.{1,6}|(?:任务|工作|事项|问题|公开|指标|所属)?(?:类别|分类|类型|大类|领域|板块)|大项|方面|专项|工作方面|重点方向|重点领域|章节|部分)$/u },
  { kind: "level2", pattern: /^(?:二级.{1,6}|小项|子项|子类|小类|子任务)$/u },
  { kind: "level3", pattern: /^三级.{1,6}$/u },
  { kind: "task", pattern: /^(?:(?:20\d\d年)?(?:年度|本年度)?(?:主要|重点|工作|目标|改革|中心|专项|总体|分解|专题)*(?:任务|工作|目标|项目)(?:任务|名称|目标|项目|清单|情况)?|.{0,6}项目(?:名称)?|.{0,4}(?:行动|工程|专项|活动|举措)名称|事项名称|任务事项名称)$/u },
  { kind: "requirement", pattern: /^(?!.*时).{0,8}(?:要求|内容|事项|任务|要点|部署|具体工作|工作标准|任务分解|目标任务|任务目标)(?:及要求|及目标|及标准|和要求|[及和与](?:建设)?规模|描述|明细|名称)?$/u },
  { kind: "requirement", pattern: /^(?:审议|代表|督办|批示|领导批示|调研|专家)(?:意见|建议|意见建议|指示|精神)$/u },
  { kind: "requirement", pattern: /^(?:(?:建议|提案|议案|议题|事项|督办件)?(?:标题|题目)|案由)$/u },
];

/** A part of the year over a column of its own. */
const PERIOD = /^(?:第?[一二三四1-4]季度末?|[上下]半年|1?\d月份?|[一二三四五六七八九十]{1,2}月份?|20\d\d年度?)$/u;

/** Words that name a column only under an upper header cell: 责任单位 over 牵头 and 配合. */
const LOWER_LABELS: readonly LabelPattern[] = [
  { kind: "leadUnits", pattern: /^(?:牵头|主办|主责)$/u },
  { kind: "cooperateUnits", pattern: /^(?:配合|协办|协同|参与)$/u },
  { kind: "implementUnits", pattern: /^(?:落实|承办|实施)$/u },
  { kind: "other", pattern: /^(?:起|开始|起始)$/u },
  { kind: "other", pattern: PERIOD },
  { kind: "deadline", pattern: /^(?:止|结束|截止|完成)$/u },
];

/** Whether a header cell names a part of the year: 一季度, 上半年, 6月. Of a single cell that is no label; of several side by side it is. */
export function isPeriodLabel(text: string): boolean {
  return text.length <= 6 && PERIOD.test(foldWord(text));
}

const known = new Map<string, LabelKind | null>();

/**
 * What a header cell means, or null when it is no label we know. Blanks, line breaks, brackets, widths and traditional
 * characters do not matter: 责 任 部 门（单位） and 責任部門 are 责任单位.
 */
export function labelKind(text: string): LabelKind | null {
  if (text === "" || text.length > 60 || bareLength(text) > 24) return null;
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const kind = lookUp(text);
  // Only short texts get here, but a sheet may hold any number of them.
  if (known.size > 5000) known.clear();
  known.set(text, kind);
  return kind;
}

/** What the lower of two header cells means: alone, or as an addition to the cell above it. */
export function lowerLabelKind(upper: string, lower: string): LabelKind | null {
  const own = labelKind(lower);
  if (own !== null && own !== "task") return own;
  const folded = foldWord(lower);
  const addition = upper === "" ? undefined : LOWER_LABELS.find(({ pattern }) => pattern.test(folded));
  return addition?.kind ?? own ?? (upper === "" ? null : labelKind(upper + lower));
}

/** The length of a label without what its brackets add: 责任单位（排在第一位的为牵头单位，其他为配合单位）. */
function bareLength(text: string): number {
  return text.length <= 24 ? text.length : text.replace(/[（(][^（）()]*[)）]/gu, "").length;
}

function lookUp(text: string): LabelKind | null {
  const folded = foldWord(text).replace(/[*＊:]$/u, "");
  const opened = folded.replace(/[()〔〕[\]【】]/gu, "");
  const without = folded.replace(/\([^()]*\)|【[^】]*】|\[[^\]]*\]/gu, "");
  // 工作任务 Task, 完成时限/Deadline: what stands beside the Chinese word says the same again.
  const chinese = /\p{Script=Han}/u.test(opened) ? opened.replace(/[A-Za-z.&'’/-]+/gu, "") : opened;
  for (const candidate of new Set([opened, without, chinese])) {
    if (candidate === "") continue;
    const found = LABELS.find(({ pattern }) => pattern.test(candidate));
    if (found) return found.kind;
  }
  return null;
}
