/**
 * Slips of the keyboard and of character recognition inside the words of a deadline: a character that sounds or looks like
 * the right one, where the right one is certain from its neighbours. Only used to say what was probably meant.
 */
const slips: readonly (readonly [RegExp, string])[] = [
  [/(年|月|季度|\d)[地低抵氐弟第递帝](?=前|之前|以前|完成|$)/gu, "$1底"],
  [/(年|月|季度)(?:前底|底底)(?=前|完成|$)/gu, "$1底前"],
  [/([年月]底|[年月日])[钱浅签千箭剪乾煎萷](?=完成|$|[,。;、])/gu, "$1前"],
  [/(年|月)[底末][地低底](?=前|$)/gu, "$1底"],
  [/(\d)[曰目田口](?=前|$|之前|以前)/gu, "$1日"],
  [/(月\d{1,2})[曰目田口白]/gu, "$1日"],
  [/(\d)[用目肉曰](?=底|末|份|\d|[上中下]旬)/gu, "$1月"],
  [/(20\d\d)[牛午千午仟](?=底|末|内|\d|上半|下半|[一二三四]季)/gu, "$1年"],
  [/^[牛午](?=底前|底$|内$|底完成)/gu, "年"],
  [/[李委秀]度(?=末|底|前|$)/gu, "季度"],
  [/(月)([上中下])[句询荀甸]/gu, "$1$2旬"],
  [/([年月季度])未(?=前|之前|以前|$)/gu, "$1末"],
  [/(^|[上下]半|全)午(?=[^前后间]|前|$)/gu, "$1年"],
  [/每季[渡杜镀]/gu, "每季度"],
  [/(\d)[OoQ](?=[年月日号\d])/gu, "$10"],
  [/(^|\d|[年月])[lI|](?=\d?[月日号])/gu, "$11"],
  [/[侍持]绪推进|持继推进|特续推进|持续推近|持续推井/gu, "持续推进"],
  [/长其坚持|长期坚[特待侍恃]/gu, "长期坚持"],
  [/(\d)月(\d{1,2})[号日]?[钱签浅](?=$|完成)/gu, "$1月$2日前"],
  [/每李度/gu, "每季度"],
  [/(^|\D)([1-9]|1[0-2])底前/gu, "$1$2月底前"],
  [/底年前/gu, "年底前"],
];

/** A look before the many: most cells have none of these. */
const suspicious = /[地低抵氐弟递帝钱浅签千箭剪乾煎萷曰目田口白用肉牛午仟李委秀句询荀甸侍未渡杜镀待恃继OoQlI|]|第(?:前|之前|以前|完成|$)|特续|持绪|坚特|长其|推[近井]|前底|底底|底[末地低]|末底|[底日]年|(?:^|\D)\d{1,2}底/u;

/** The text with its slips put right, or null when it has none. */
export function withoutSlips(text: string): string | null {
  if (!suspicious.test(text) || text.length > 60) return null;
  let right = text;
  for (const [slip, put] of slips) right = right.replace(slip, put);
  return right === text ? null : right;
}
