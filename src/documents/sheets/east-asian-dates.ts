/**
 * The built-in number formats 27–36 and 50–58 as Chinese Excel shows them. Files name them by number only, and their
 * meaning depends on the language; a ledger's language is Chinese. Source: ECMA-376 part 1, 18.8.30, zh-cn.
 */
const formats: readonly (readonly [readonly number[], string])[] = [
  [[27, 36, 50, 52, 57], 'yyyy"年"m"月"'],
  [[28, 29, 51, 53, 54, 58], 'm"月"d"日"'],
  [[30], "m/d/yy"],
  [[31], 'yyyy"年"m"月"d"日"'],
  [[32], 'h"时"mm"分"'],
  [[33], 'h"时"mm"分"ss"秒"'],
  [[34, 55], '上午/下午h"时"mm"分"'],
  [[35, 56], '上午/下午h"时"mm"分"ss"秒"'],
];

/** The styles part with those formats written out where it does not define them itself; unchanged when it uses none. */
export function withEastAsianDates(part: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(part);
  const used = new Set([...text.matchAll(/<(?:\w+:)?xf\b[^>]*\bnumFmtId="(\d+)"/gu)].map(([, id]) => Number(id)));
  const defined = new Set([...text.matchAll(/<(?:\w+:)?numFmt\b[^>]*\bnumFmtId="(\d+)"/gu)].map(([, id]) => Number(id)));
  const missing = formats.flatMap(([ids, format]) => ids.filter((id) => used.has(id) && !defined.has(id)).map((id) => `<numFmt numFmtId="${id}" formatCode="${format.replaceAll('"', "&quot;")}"/>`));
  if (missing.length === 0) return part;
  const list = /<numFmts\b[^>]*?(\/?)>/u.exec(text);
  const patched =
    list === null
      ? text.replace(/<styleSheet\b[^>]*>/u, (root) => `${root}<numFmts count="${missing.length}">${missing.join("")}</numFmts>`)
      : text.replace(list[0], () => (list[1] === "/" ? `<numFmts>${missing.join("")}</numFmts>` : `<numFmts>${missing.join("")}`));
  return new TextEncoder().encode(patched);
}
