import { describe, expect, it } from "vitest";
import { htmlTokens } from "../../src/documents/html/tokens";
import { blocksOfPaste } from "../../src/documents/paste";
import { brief, mergesOf, opened, tableOf } from "./made/read";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = (body: string): Uint8Array => utf8(`<!DOCTYPE html><html><body>${body}</body></html>`);

/** "政务" and the like in GBK, by hand: an encoder for it is not part of the platform. */
const gbk = new Map([["政", [0xd5, 0xfe]], ["务", [0xce, 0xf1]], ["公", [0xb9, 0xab]], ["开", [0xbf, 0xaa]], ["台", [0xcc, 0xa8]], ["账", [0xd5, 0xcb]]]);
const inGbk = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((sign) => gbk.get(sign) ?? [sign.charCodeAt(0)]));

describe("a web page", () => {
  it.each([
    ["rowspan and colspan", "<table><tr><th colspan=2>任务</th><th>单位</th></tr><tr><td rowspan=2>一</td><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>", [["任务", "", "单位"], ["一", "甲", "乙"], ["", "丙", "丁"]], ["0,0-0,1", "1,0-2,0"]],
    ["cells and rows left unclosed", "<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", [["甲", "乙"], ["丙", "丁"]], []],
    ["a rowspan beyond the last row", "<table><tr><td rowspan=9>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>", [["甲", "乙"], ["", "丙"]], ["0,0-1,0"]],
    ["spans that are no numbers", '<table><tr><td rowspan="-3" colspan="abc">甲</td><td>乙</td></tr></table>', [["甲", "乙"]], []],
    ["paragraphs and breaks in a cell", "<table><tr><td><p>甲</p><p>乙<br>丙</p></td><td>&nbsp;丁&emsp;</td></tr></table>", [["甲\n乙\n丙", "丁"]], []],
  ])("reads %s", async (_, html, texts, merges) => {
    const table = tableOf(await opened(page(html)));
    expect(table.texts).toEqual(texts);
    expect(mergesOf(table)).toEqual(merges);
  });

  it.each([
    ["scripts, styles and comments stay out", "<script>var 表='<table>'</script><style>p{}</style><!-- 注 --><p>正文</p>", ["正文"]],
    ["source line breaks between Chinese signs are nothing, between words a blank", "<p>政务\n   公开 of\nthe year</p>", ["政务公开 of the year"]],
    ["entities by name and number", "<p>&ldquo;政务&rdquo;&#20844;&#x5F00; &lt;b&gt; &unknown;</p>", ["“政务”公开 <b> &unknown;"]],
    ["hidden parts", '<p>看得见<span style="DISPLAY: none">藏<b>起</b></span>的</p><div hidden>无</div>', ["看得见的"]],
    ["a layout table around the real one", "<table><tr><td>导航</td></tr><tr><td><h2>任务分工</h2><table><tr><td>序号</td><td>要求</td></tr><tr><td>1</td><td>甲</td></tr></table></td></tr></table>", ["导航", "任务分工", [["序号", "要求"], ["1", "甲"]]]],
    ["an arrow that is no tag", "<p>3 < 5，a<b</p>", ["3 < 5，a"]],
  ])("%s", async (_, html, blocks) => expect(brief((await opened(page(html))).blocks)).toEqual(blocks));

  it("knows headings by their tag", async () => expect((await opened(page("<h1>任务分工</h1><p>正文</p>"))).blocks.map((block) => block.kind === "paragraph" && block.heading)).toEqual([true, false]));

  it.each([
    ["GBK, declared", inGbk("<html><meta charset=gb2312><p>政务公开台账</p></html>")],
    ["GBK, declared as UTF-8", inGbk("<html><meta charset=utf-8><p>政务公开台账</p></html>")],
    ["UTF-8, declared as GBK", utf8("<html><meta charset=gbk><p>政务公开台账</p></html>")],
    ["UTF-8 with its last sign cut", utf8("<html><p>政务公开台账</p></html>公").slice(0, -1)],
    ["UTF-16 with a mark", Uint8Array.from([0xff, 0xfe, ...[..."<html><p>政务公开台账</p></html>"].flatMap((sign) => [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8])])],
  ])("is decoded: %s", async (_, bytes) => expect(brief((await opened(bytes)).blocks)[0]).toBe("政务公开台账"));

  it("comes out of a web archive, whatever its transfer encoding", async () => {
    const archive = (encoding: string, body: string): Uint8Array => utf8(`MIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary="=_x"\n\n--=_x\nContent-Type: image/png\n\nabc\n--=_x\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n--=_x--\n`);
    const html = "<p>政务公开</p>";
    const quoted = [...utf8(html)].map((byte) => (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte))).join("");
    for (const bytes of [archive("quoted-printable", `${quoted.slice(0, 12)}=\n${quoted.slice(12)}`), archive("base64", btoa(String.fromCharCode(...utf8(html)))), archive("8bit", html)]) {
      expect(brief((await opened(bytes)).blocks)).toEqual(["政务公开"]);
    }
  });

  it("is taken apart in linear time, whatever stands in it", () => {
    for (const piece of ["<", "<a ", "<!--", "<table>", '<p a="', "</", "<script>", "&#", "<td rowspan=2>"]) expect([...htmlTokens(piece.repeat(20_000))].length).toBeLessThanOrEqual(20_001);
  });
});

describe("a pasted piece", () => {
  const table = "<table><tr><td>序号</td><td>要求</td></tr><tr><td>1</td><td>甲</td></tr></table>";
  it.each([
    ["HTML with a table is preferred", { html: `<html><body>外<!--StartFragment-->${table}<!--EndFragment-->外</body></html>`, text: "序号\t要求" }, [[["序号", "要求"], ["1", "甲"]]]],
    ["the rows of Excel come without their table", { html: "<table><!--StartFragment--><tr><td>序号</td><td>要求</td></tr><!--EndFragment--></table>", text: "" }, [[["序号", "要求"]]]],
    ["tab text stands in for HTML without a table", { html: "<p>序号 要求</p>", text: "序号\t要求\r\n1\t\"甲\n乙\"" }, [[["序号", "要求"], ["1", "甲\n乙"]]]],
    ["prose stays prose", { text: "一、总体要求。\n二、重点任务。" }, ["一、总体要求。", "二、重点任务。"]],
  ])("%s", (_, paste, blocks) => {
    const result = blocksOfPaste(paste);
    expect(result.ok && brief(result.value)).toEqual(blocks);
  });

  it("is empty when nothing is readable", () => expect(blocksOfPaste({ html: "<p> </p>", text: " \n" })).toMatchObject({ ok: false, error: { code: "empty" } }));
});
