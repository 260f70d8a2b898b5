import { withoutTrailingBracket } from "../units/name-shape";
import type { CollectiveKind } from "./responsibility";

/** Words for places as such: 市, 县区, 乡镇, 镇(街), 区〔市、县〕. A bracket may hold alternatives. */
const place = "(?:省|市|州|盟|县|区|旗|苏木|乡|镇|街道|街|村|社区|园区|开发区|功能区|新区|师|团场|农场|地)";
const bracket = "(?:\\([^()]*\\)|〔[^〔〕]*〕|\\[[^[\\]]*\\])";
const placeWords = `(?:${place}|行政公署|行署|${bracket}|、)+`;
const office = "(?:级)?(?:人民政府|政府|党?委(?:[、和]?)(?:[省市县区州旗乡镇]|街道|\\([^()]*\\)|〔[^〔〕]*〕)*(?:人民)?政府|党?委|办事处|管委会|管理委员会|工委|委员会|行政公署|行署)?(?:\\([^()]*\\))?";

const everyPlace = new RegExp(`^(?:.{0,6}?)(?:各|有关|相关|涉及|试点|所有|全部|其他|其它|其余|沿线|属地|所在|所辖|\\d+个|[一二三四五六七八九十]+个)(?:相关|有关|试点|地级以上|地级|设区的?)*(?:级)?${placeWords}${office}$|^各(?:地|地区|地方|级)$|^各级.*(?:政府|党委)$|^属地.*(?:政府|街镇|镇街|街道|乡镇)$|^县级以上.*政府$`, "u");
/** Two or more words for places and no name: 县(市、区)政府, 镇街, 乡镇人民政府. */
const division = "(?:省|市|州|盟|县|区|旗|乡|镇|街道|街|村|社区)";
const barePlaces = new RegExp(`^${division}(?:级)?(?:${division}|${bracket}|、)+${office}$`, "u");
const bareOffice = /^(?:开发区|园区|功能区|经济开发区|工业园区|街道|社区|乡镇|新区)(?:管委会|管理委员会|办事处|工委|居委会)?$/u;

const many = "(?:部门|单位|机关|委办局|厅局|部委|科局|局办|机构|企业|企事业单位|科室|处室|股室|站所|所站|院所|学校|院校|高校|中小学|幼儿园|医院|银行|领域|地区|地方|行业|主体|线|人员|队所|中队|支部|委员单位|专班|工作组|指挥部)";
const manyEnd = new RegExp(`${many}(?:和(?:单位|地区|地方|个人))?$`, "u");
/** 市政府各委、办、局; 各股、室、队、所: kinds of organs instead of names. */
const kindWords = "[委办局厅部处科股室队所站院]";
const everyKind = new RegExp(`各${kindWords}(?:、?${kindWords})+$`, "u");
const inner = /(?:科|处|股|科室|处室|股室|室|站所|所站|中队)$/u;
const pronoun = /各|所有|全体|每个|有关|相关|涉及|其他|其它|其余|成员|责任|牵头|配合|主管|业务|所属|直属|下属|局属|厅属|委属|试点|职能|组成|内设|组成部门|\d+个|[一二三四五六七八九十]+个|多个|全部/u;
/** 市直部门, 区级机关, 省直单位 */
const ofLevel = /^(?:省|市|县|区|州|旗|镇|乡|中央|国家)(?:政府|委)?(?:直|级|属)(?:属)?(?:机关|国有)?(?:部门|企业|企事业单位|单位|机关|机构|委办局|各局|高校|院校|医院|学校)/u;

/**
 * Whether a name stands for many units, and for which; null for the name of one. The text is folded and without blanks.
 * 各市、县(市、区)政府 → localities, 省政府各组成部门 → all-constituent, 其他部门(单位) → other, 相关科室 → some,
 * 各股室 → inner, 省直各单位 → all.
 */
export function collectiveKind(name: string): CollectiveKind | null {
  const base = withoutTrailingBracket(name);
  // No place ends like these, and most names do.
  if (!/[局厅科股室心司队所站]$/u.test(base)) {
    if (everyPlace.test(name) || (base !== name && everyPlace.test(base))) return "localities";
    if (barePlaces.test(name)) return "localities";
  }
  if (ofLevel.test(base) && !pronoun.test(base)) return "all";
  if (everyKind.test(base)) return /[委办局厅]$/u.test(base) ? "all" : "inner";
  if (!pronoun.test(base)) return null;
  // No one organ's name begins with 各.
  const startsEvery = /^(?:各|所有|全体|每个)/u.test(base) && base.length <= 20;
  if (!manyEnd.test(base) && !startsEvery) {
    return /(?:机关|局|厅|委|中心|办公室)各[^、]{0,4}[处科股室]$/u.test(base) ? "inner" : null;
  }
  if (/其他|其它|其余/u.test(base)) return "other";
  if (/有关|相关|涉及|试点|主管|责任|牵头|配合/u.test(base)) return "some";
  if (/组成部门/u.test(base)) return "all-constituent";
  if (inner.test(base)) return "inner";
  return "all";
}

/** 开发区管委会 or 街道办事处 after 各区政府: the 各 before governs it too. */
export function isBareLocality(name: string): boolean {
  return bareOffice.test(name);
}

const openPlaces = new RegExp(`^.{0,4}?(?:各|有关|相关)(?:相关|有关|设区的|地级以上|所辖)?(?:${place}|\\([^()]*\\)|、)+(?:行政公署|行署)?$`, "u");
const divisions = "(?:(?:省|市|州|盟|县|区|旗|乡|镇|街道|街|村|社区)+(?:\\([^()]*\\)|〔[^〔〕]*〕)?(?:级)?)";
const placesGoOn = new RegExp(`^${divisions}(?:人民政府|政府|党委|办事处|管委会)?(?=$|[、,;。\n]|负责|按|牵头|配合|参照|落实|等|共同|分别|具体|组织|实施)`, "u");

/** 各县(市、区)党委 before 、政府, 各县区委 before 、县区政府. */
const openCommittees = new RegExp(`^.{0,4}?各(?:${place}|\\([^()]*\\)|〔[^〔〕]*〕|、)+党?委$|各党委$`, "u");
const governmentsGoOn = new RegExp(`^(?:${divisions})?(?:人民)?政府(?=$|[、,;。\n]|负责|按|牵头|配合|参照|落实|等|共同|分别|具体|组织|实施)`, "u");
/** 有关部门 before 、单位: kinds of organs under one 有关. */
const openHolders = /(?:各|有关|相关|其他)(?:部门|单位|地区)$/u;
const holdersGoOn = /^(?:部门|单位|地区|企业|机构)(?=$|[,;。\n]|负责|按|牵头|配合|参照|落实|共同|分别|具体|组织|实施)/u;

const openKinds = new RegExp(`各${kindWords}(?:、?${kindWords})*$`, "u");
const kindsGoOn = new RegExp(`^${kindWords}+(?=$|[、,;。\\n]|负责|按|牵头|配合|参照|落实|等|共同|分别|具体|组织|实施)`, "u");

/** 各市 followed by 、县(市、区)政府: one collective, the 、 stands inside it. `before` is the clause up to the 、. */
export function goesOnAsOneCollective(before: string, after: string): boolean {
  if (openPlaces.test(before) && !/(?:园区|开发区|功能区|新区)$/u.test(before)) return placesGoOn.test(after);
  if (before.endsWith("委") && openCommittees.test(before)) return governmentsGoOn.test(after);
  if (/[门位区]$/u.test(before) && openHolders.test(before)) return holdersGoOn.test(after);
  if (openKinds.test(before)) return kindsGoOn.test(after);
  const committee = /(?:^|[^一-鿿])(省|市|县|区|州)委$/u.exec(before);
  return committee !== null && new RegExp(`^${committee[1] ?? ""}政府(?:各|有关|相关|直属|组成|其他)`, "u").test(after);
}

const titles =
  /(?:领导|负责人|负责同志|责任人|同志|书记|省长|市长|县长|区长|州长|旗长|镇长|乡长|局长|厅长|处长|科长|股长|主任|部长|秘书长|常委|主席|院长|校长|所长|站长|队长|组长|专员|联络员|经办人|联系人|董事长|总经理|班子成员|调研员|巡视员)$/u;
const titleThenName = /^.{0,8}?(?:书记|省长|市长|县长|区长|州长|镇长|乡长|局长|厅长|处长|科长|股长|主任|部长|秘书长|主席|常委|领导|同志)(?<name>[\u4e00-\u9fff]{2,3})$/u;
const surnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

/** 分管领导, 李副市长, 局长王某: a person's post, or a name with one. */
export function isPerson(name: string): boolean {
  return titles.test(name) || couldBePersonName(titleThenName.exec(name)?.groups?.["name"] ?? "");
}

/** Two or three characters that begin with a common surname. Only beside a unit, a post or a key for persons is that a name. */
export function couldBePersonName(text: string): boolean {
  return /^[\u4e00-\u9fff]{2,3}$/u.test(text) && surnames.includes(text.charAt(0));
}
