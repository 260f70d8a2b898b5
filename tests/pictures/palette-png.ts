import { unzlibSync, zlibSync } from "fflate";

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const MAX_COLOURS = 256;

/** Greys darker than this are those of letters; the lighter ones tell areas apart and are kept as they are. */
const LETTERS_BELOW = 0xd8;
/** Steps between the greys of letters that the eye does not tell apart. */
const STEP = 24;

/**
 * A picture of the screen with at most 256 colours, as a PNG of a third of the size. The screen has few colours apart from
 * the greys at the edges of letters: these become ten, then the most frequent colours are kept and every other takes the
 * nearest of them. In: PNG of 8 bits a channel, RGB or RGBA without transparency, as browsers write it; throws for any other.
 */
export function toPalettePng(png: Uint8Array): Uint8Array {
  const { width, height, pixels } = decode(png);
  pixels.forEach((colour, at) => (pixels[at] = ofLetters(colour)));
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts].sort(([one, often], [other, oftener]) => oftener - often || one - other).slice(0, MAX_COLOURS).map(([colour]) => colour);
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  // One byte a pixel, every line led by its filter: none.
  const lines = new Uint8Array(height * (width + 1));
  pixels.forEach((colour, at) => (lines[Math.floor(at / width) + at + 1] = places.get(colour)!));
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 3, 0, 0, 0], 8);
  const chunks = [chunk("IHDR", header), chunk("PLTE", Uint8Array.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))), chunk("IDAT", zlibSync(lines, { level: 9 })), chunk("IEND", new Uint8Array())];
  return Buffer.concat([Uint8Array.from(SIGNATURE), ...chunks]);
}

function ofLetters(colour: number): number {
  const [red, green, blue] = [colour >> 16, (colour >> 8) & 255, colour & 255];
  if (Math.max(red, green, blue) - Math.min(red, green, blue) > 6 || green >= LETTERS_BELOW) return colour;
  return Math.round(green / STEP) * STEP * 0x010101;
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  palette.forEach((other, index) => {
    const [red, green, blue] = [(colour >> 16) - (other >> 16), ((colour >> 8) & 255) - ((other >> 8) & 255), (colour & 255) - (other & 255)];
    const distance = red * red + green * green + blue * blue;
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

/** The colours of a PNG line by line, each as 0xRRGGBB. */
function decode(png: Uint8Array): { readonly width: number; readonly height: number; readonly pixels: Uint32Array } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const data: Uint8Array[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = view.getUint32(at);
    if (String.fromCharCode(...png.subarray(at + 4, at + 8)) === "IDAT") data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height, depth, kind] = [view.getUint32(16), view.getUint32(20), png[24], png[25]];
  if (depth !== 8 || (kind !== 2 && kind !== 6) || png[28] !== 0) throw new Error(`a PNG of depth ${depth}, kind ${kind}`);
  const size = kind === 2 ? 3 : 4;
  const stride = width * size;
  const raw = unzlibSync(Buffer.concat(data));
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const line = raw.slice(start + 1, start + 1 + stride);
    unfilter(line, above, size, raw[start]!);
    for (let x = 0; x < width; x++) pixels[y * width + x] = (line[x * size]! << 16) | (line[x * size + 1]! << 8) | line[x * size + 2]!;
    above = line;
  }
  return { width, height, pixels };
}

/** Takes a line's filter off (PNG specification, 9.2); `size` is the bytes of a pixel. */
function unfilter(line: Uint8Array, above: Uint8Array, size: number, filter: number): void {
  for (let at = 0; at < line.length; at++) {
    const left = at < size ? 0 : line[at - size]!;
    const up = above[at]!;
    const corner = at < size ? 0 : above[at - size]!;
    const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    if (predicted === undefined) throw new Error(`a PNG line of filter ${filter}`);
    line[at] = (line[at]! + predicted) & 255;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function chunk(kind: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  bytes.set([...kind].map((sign) => sign.charCodeAt(0)), 4);
  bytes.set(content, 8);
  view.setUint32(content.length + 8, crc32(bytes.subarray(4, content.length + 8)));
  return bytes;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}
