import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { unzlibSync, zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { toPalettePng } from "./palette-png";

const guide = path.join(import.meta.dirname, "../../assets/guide");
const pictures = readdirSync(path.join(guide, "pictures"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".png"));

describe("the pictures of the guide", () => {
  const pages = readdirSync(guide).filter((name) => name.endsWith(".html")).map((name) => readFileSync(path.join(guide, name), "utf8"));
  const asked = pages.flatMap((text) => [...text.matchAll(/data-picture="([^"]+)"|src="pictures\/([^"]+)\.png"/gu)].map(([, place, source]) => place ?? source!));
  it("every place has its picture, and every picture its place", () => {
    expect(asked.filter((name) => !existsSync(path.join(guide, "pictures", `${name}.png`)))).toEqual([]);
    expect(pictures.map((name) => name.split(path.sep).join("/").slice(0, -4)).filter((name) => !asked.includes(name))).toEqual([]);
  });
  it("are small: 150 KB each, 1.5 MB together", () => {
    const sizes = pictures.map((name) => statSync(path.join(guide, "pictures", name)).size);
    expect(Math.max(...sizes)).toBeLessThan(150_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
  });
});

/** A PNG of RGB from its lines as they are stored, each led by its filter; check sums are left out, as nothing reads them. */
function png(width: number, lines: readonly (readonly number[])[], kind = 2): Uint8Array {
  const number = (value: number) => [value >> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
  const chunk = (name: string, content: readonly number[]) => [...number(content.length), ...[...name].map((sign) => sign.charCodeAt(0)), ...content, 0, 0, 0, 0];
  return Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, ...chunk("IHDR", [...number(width), ...number(lines.length), 8, kind, 0, 0, 0]), ...chunk("IDAT", [...zlibSync(Uint8Array.from(lines.flat()))]), ...chunk("IEND", [])]);
}

/** The colours of a PNG with a palette, line by line. */
function coloursOf(bytes: Uint8Array, width: number): number[][][] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const chunks = new Map<string, Uint8Array>();
  for (let at = 8; at < bytes.length; at += view.getUint32(at) + 12) chunks.set(String.fromCharCode(...bytes.subarray(at + 4, at + 8)), bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  const palette = chunks.get("PLTE")!;
  const data = unzlibSync(chunks.get("IDAT")!);
  return Array.from({ length: data.length / (width + 1) }, (_, y) => Array.from({ length: width }, (_, x) => [...palette.subarray(data[y * (width + 1) + x + 1]! * 3).subarray(0, 3)]));
}

describe("a picture with a palette", () => {
  const [red, blue, pale, dark] = [[200, 10, 10], [10, 10, 200], [250, 250, 250], [49, 48, 47]] as const;
  it.each([
    ["none", [0, ...red, ...blue]],
    ["the pixel to the left", [1, ...red, ...blue.map((value, at) => (value - red[at]! + 256) & 255)]],
    ["the line above", [2, ...red.map((value, at) => value - pale[at]! + 256), ...blue.map((value, at) => (value - pale[at]! + 256) & 255)]],
    ["the mean of both", [3, ...red.map((value) => (value - 125 + 256) & 255), ...blue.map((value, at) => (value - ((red[at]! + 250) >> 1) + 256) & 255)]],
    ["the nearest of three", [4, ...red.map((value) => (value - 250 + 256) & 255), ...blue.map((value, at) => (value - red[at]! + 256) & 255)]],
  ])("keeps the colours of lines told from %s", (_, line) => {
    expect(coloursOf(toPalettePng(png(2, [[0, ...pale, ...pale], line])), 2)).toEqual([[[...pale], [...pale]], [[...red], [...blue]]]);
  });
  it("takes greys of letters together, and leaves pale ones and colours apart", () => {
    expect(coloursOf(toPalettePng(png(4, [[0, ...dark, 50, 50, 50, 245, 245, 245, ...pale]])), 4)).toEqual([[[48, 48, 48], [48, 48, 48], [245, 245, 245], [...pale]]]);
  });
  it("refuses a picture it cannot read", () => expect(() => toPalettePng(png(1, [[0, 0]], 3))).toThrow("kind 3"));
});
