import { unitKey } from "./unit-key";

const innerEnding = /(?:[处科股室组所站队线]|中心|支部|专班|窗口|工作线|机关党委|机关纪委|工会)$/u;
const outerEnding = /(?:网站|办事处|管理处|政府办公室|委办公室|委员会办公室|人大办公室|政协办公室|政府研究室|参事室|政府督查室|调查队|检察院|法院)$/u;
const level = /^(?:省|市|县|区|州|国家|全国)(?!场|容|政(?!府|协|法|务|数|策|研)|民服务|域|划)/u;
const innerOffices = /^(?:办公室|综合办公室|党政办|党政办公室|党委.|政务公开(?:指导)?办|秘书[一二三四五六七八]?[处科室]?|机关党委|机关纪委|机关工会|老干办|人教|法规)/u;

/**
 * Whether a name is that of an office inside one organ (处室, 科室, 股室, 中心): 规划财务处, 秘书一室, 计财股, 信息中心.
 * By shape only; a name with a level or place before it (市信息中心, 淮南市政府办公室) is an organ of its own.
 */
export function isInnerOffice(name: string): boolean {
  const key = unitKey(name).replace(/[(〔][^()〔〕]*[)〕]$/u, "");
  if (key.length < 2 || level.test(key) || /^.{2,6}[省市县](?!场|容)./u.test(key) || outerEnding.test(key)) return false;
  return innerOffices.test(key) || innerEnding.test(key);
}
