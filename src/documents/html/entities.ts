/** The named entities that Chinese office pages use; numbers cover the rest. */
const named = new Map(
  Object.entries({
    amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", ensp: "\u2002", emsp: "\u2003", thinsp: "\u2009", ldquo: "“", rdquo: "”",
    lsquo: "‘", rsquo: "’", laquo: "«", raquo: "»", middot: "·", bull: "•", hellip: "…", mdash: "—", ndash: "–", times: "×", divide: "÷", deg: "°",
    plusmn: "±", permil: "‰", yen: "¥", sect: "§", para: "¶", copy: "©", reg: "®", trade: "™", le: "≤", ge: "≥", ne: "≠", larr: "←", rarr: "→",
    uarr: "↑", darr: "↓", zwnj: "\u200c", zwj: "\u200d", shy: "\u00ad", sup2: "²", sup3: "³", frac12: "½", radic: "√", infin: "∞", alpha: "α",
    beta: "β", Prime: "″", prime: "′", tilde: "˜", sim: "∼", square: "□", squ: "□", check: "✓", cross: "✗", star: "☆", starf: "★",
  }),
);

/** Text with its character references resolved; unknown ones stay as written. */
export function withoutEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([A-Za-z]\w{0,30}));?/gu, (whole: string, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named.get(name) ?? whole;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return whole;
    // Pages in windows-1252 manner write “ ” … — by these numbers (HTML Standard, 13.2.5.80).
    return windows[code] ?? String.fromCodePoint(code);
  });
}

const windows: Readonly<Record<number, string>> = { 128: "€", 133: "…", 145: "‘", 146: "’", 147: "“", 148: "”", 149: "•", 150: "–", 151: "—", 153: "™" };
