/** A text on a page of a made PDF; y from the top, in points. */
export interface MadeText {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  /** The codes to write instead of the text, in hexadecimal, for a font in GBK that brings no map of its own. */
  readonly gbk?: string;
}

/** A straight line; points from the top left. */
export interface MadeLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface MadePage {
  readonly texts: readonly MadeText[];
  readonly lines: readonly MadeLine[];
}

const WIDTH = 842;
const HEIGHT = 595;

/** A PDF 1.4 with one composite font of Identity-H and a ToUnicode map: every sign one em wide. Nothing is compressed. */
export function makePdf(pages: readonly MadePage[], options: { readonly encrypted?: boolean } = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const signs = [...new Set(pages.flatMap((page) => page.texts.flatMap(({ text }) => [...text])))];
  add("<< /Type /Catalog /Pages 2 0 R >>");
  const pageNumbers = pages.map((_, index) => 7 + index * 2);
  add(`<< /Type /Pages /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(" ")}] /Count ${pages.length} >>`);
  add("<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>");
  add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 5 0 R >>");
  add("<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>");
  const ranges = signs.map((sign, index) => `<${hex(index + 1)}> <${hex(sign.charCodeAt(0))}>`).join("\n");
  add(stream(`/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def 1 begincodespacerange <0000> <ffff> endcodespacerange ${signs.length} beginbfchar\n${ranges}\nendbfchar endcmap end end`));
  pages.forEach((page, index) => {
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R /F2 << /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>] >> >> >> /Contents ${8 + index * 2} 0 R >>`);
    const texts = page.texts.map(({ x, y, size, text, gbk }) => `BT /${gbk === undefined ? "F1" : "F2"} ${size} Tf ${x} ${HEIGHT - y} Td <${gbk ?? [...text].map((sign) => hex(signs.indexOf(sign) + 1)).join("")}> Tj ET`);
    const lines = page.lines.map(({ x1, y1, x2, y2 }) => `${x1} ${HEIGHT - y1} m ${x2} ${HEIGHT - y2} l S`);
    add(stream(["0.5 w", ...lines, ...texts].join("\n")));
  });
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const encrypt = options.encrypted ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> /P -4 >> /ID [<00> <00>]` : "";
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encrypt} >>\nstartxref\n${body.length}\n%%EOF`;
  return Uint8Array.from(body, (sign) => sign.charCodeAt(0));
}

function hex(value: number): string {
  return value.toString(16).padStart(4, "0");
}

/** The lines of a full grid. */
export function gridLines(xs: readonly number[], ys: readonly number[]): MadeLine[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [...xs.map((x) => ({ x1: x, y1: top, x2: x, y2: bottom })), ...ys.map((y) => ({ x1: left, y1: y, x2: right, y2: y }))];
}

/** The text of a cell, wrapped at `signs` signs a line. */
export function cellText(x: number, y: number, text: string, signs: number, size = 10): MadeText[] {
  const lines: MadeText[] = [];
  for (let at = 0; at < text.length; at += signs) lines.push({ x: x + 4, y: y + 14 + lines.length * 14, size, text: text.slice(at, at + signs) });
  return lines;
}
