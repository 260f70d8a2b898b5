import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeDocx, p, tbl, tc, tr, vGoesOn, vStart } from "./made/docx";
import { brief, mergesOf, opened, tableOf } from "./made/read";

describe("tables of a .docx", () => {
  it("reads vertical and horizontal merges", async () => {
    const table = tableOf(await opened(makeDocx(tbl([tr([tc("工作任务", '<w:gridSpan w:val="2"/>'), tc("责任单位")]), tr([tc("一、便民服务", vStart), tc("公布热线"), tc("区司法局")]), tr([tc("", vGoesOn), tc("更新名册"), tc("区司法局")])]))));
    expect(table.texts).toEqual([["工作任务", "", "责任单位"], ["一、便民服务", "公布热线", "区司法局"], ["", "更新名册", "区司法局"]]);
    expect(mergesOf(table)).toEqual(["0,0-0,1", "1,0-2,0"]);
  });

  it("shifts a row that begins or ends inside the grid", async () => {
    const table = tableOf(await opened(makeDocx(tbl([tr([tc("甲"), tc("乙"), tc("丙")]), tr([tc("乙二"), tc("丙二")], '<w:gridBefore w:val="1"/>'), tr([tc("甲三")], '<w:gridAfter w:val="2"/>')]))));
    expect(table.texts).toEqual([["甲", "乙", "丙"], ["", "乙二", "丙二"], ["甲三", "", ""]]);
  });

  it("joins cells merged in the old way", async () => {
    const table = tableOf(await opened(makeDocx(tbl([tr([tc("合在一起", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("丙")]), tr([tc("甲"), tc("乙"), tc("丙")])]))));
    expect(table.texts[0]).toEqual(["合在一起", "", "丙"]);
    expect(mergesOf(table)).toEqual(["0,0-0,1"]);
  });

  it("keeps a vertical merge apart where the widths differ", async () => {
    const table = tableOf(await opened(makeDocx(tbl([tr([tc("宽", `<w:gridSpan w:val="2"/>${vStart}`), tc("x")]), tr([tc("窄", vGoesOn), tc("中"), tc("y")])]))));
    expect(mergesOf(table)).toEqual(["0,0-0,1"]);
  });

  it("leaves out deleted and hidden rows", async () => {
    const document = await opened(makeDocx(tbl([tr([tc("甲"), tc("乙")]), tr([tc("删"), tc("去")], '<w:del w:id="1" w:author="a"/>'), tr([tc("藏"), tc("起")], "<w:hidden/>"), tr([tc("丙"), tc("丁")])])));
    expect(tableOf(document).texts).toEqual([["甲", "乙"], ["丙", "丁"]]);
    expect(document.notes).toEqual(["tracked-changes-accepted", "hidden-text-left-out"]);
  });

  it("puts an inner table of a real table into its cell, and lifts a table out of a layout frame", async () => {
    const inner = tbl([tr([tc("早"), tc("晚")])]);
    const real = tbl([tr([tc("序号"), tc("要求")]), tr([tc("1"), tc(`${p("值班：")}${inner}${p("照此执行。")}`)]), tr([tc("2"), tc("备班")])]);
    expect(tableOf(await opened(makeDocx(real))).texts[1]).toEqual(["1", "值班：\n早 晚\n照此执行。"]);
    const frame = tbl([tr([tc(`${p("平湖区任务分工")}${real}`)])]);
    expect(brief((await opened(makeDocx(frame))).blocks)[0]).toBe("平湖区任务分工");
  });

  it("joins tables that repeat their header, and no others", async () => {
    const head = tr([tc("序号"), tc("要求")]);
    const joined = await opened(makeDocx(tbl([head, tr([tc("1"), tc("甲")])]) + p("") + tbl([head, tr([tc("2"), tc("乙")])])));
    expect(tableOf(joined).texts.map((row) => row[0])).toEqual(["序号", "1", "序号", "2"]);
    const apart = await opened(makeDocx(tbl([head, tr([tc("1"), tc("甲")])]) + p("二、另一批") + tbl([head, tr([tc("1"), tc("乙")])])));
    expect(apart.blocks.map((block) => block.kind)).toEqual(["table", "paragraph", "table"]);
    const other = await opened(makeDocx(tbl([head, tr([tc("1"), tc("甲")])]) + tbl([tr([tc("姓名"), tc("电话")]), tr([tc("某某"), tc("无")])])));
    expect(other.blocks).toHaveLength(2);
  });

  it("gives every grid of plain cells back as it was", async () => {
    const cell = fc.constantFrom("甲", "乙一", "", "丙、丁", "2024年底前");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
        const all = [["序号", "要求", "单位"], ...rows.map((row) => [...row]), ["末", "末", "末"]];
        expect(tableOf(await opened(makeDocx(tbl(all.map((row) => tr(row.map((text) => tc(text)))))))).texts).toEqual(all);
      }),
      { numRuns: 40 },
    );
  });
});

describe("paragraphs of a .docx", () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>' +
    '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
  const at = (list: number, level: number): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

  it("writes automatic numbers out, level by level", async () => {
    const body = p("总体要求", at(1, 0)) + p("公开目录", at(1, 1)) + p("公开指南", at(1, 1)) + p("重点任务", at(1, 0)) + p("从头数", at(1, 1)) + p("不编号") + p("圆点", at(2, 0)) + p("另起", at(3, 0));
    expect(brief((await opened(makeDocx(body, { numbering }))).blocks)).toEqual(["一、总体要求", "1. 公开目录", "2. 公开指南", "二、重点任务", "1. 从头数", "不编号", "圆点", "一、另起"]);
  });

  it("shows a number that stands alone in a cell", async () => {
    const table = tableOf(await opened(makeDocx(tbl([1, 2].map(() => tr([tc(p("", at(1, 1))), tc("内容")]))), { numbering })));
    expect(table.texts.map((row) => row[0])).toEqual(["1.", "2."]);
  });

  it.each([
    ["insertions and deletions", '<w:p><w:r><w:t>6月</w:t></w:r><w:del w:id="1"><w:r><w:delText>底</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>中旬</w:t></w:r></w:ins></w:p>', ["6月中旬"], ["tracked-changes-accepted"]],
    ["a paragraph whose end was deleted", '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>前半，</w:t></w:r></w:p><w:p><w:r><w:t>后半。</w:t></w:r></w:p>', ["前半，后半。"], ["tracked-changes-accepted"]],
    ["hidden text", '<w:p><w:r><w:t>看得见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r></w:p>', ["看得见"], ["hidden-text-left-out"]],
    ["text that is expressly not hidden", '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>照常</w:t></w:r></w:p>', ["照常"], []],
    ["fields", '<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>链接文字</w:t></w:r></w:hyperlink></w:p>', ["链接文字"], []],
    ["breaks and tabs", "<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:t>右</w:t><w:br w:type=\"page\"/></w:r></w:p>", ["上\n下\t右"], []],
    ["text boxes once", '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent><w:p><w:r><w:t>平湖区人民政府文件</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:p><w:r><w:t>平湖区人民政府文件</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>', ["平湖区人民政府文件"], []],
    ["markup as text", "<w:p><w:r><w:t>&lt;script&gt;alert(1)&lt;/script&gt;</w:t></w:r></w:p>", ["<script>alert(1)</script>"], []],
  ])("reads %s", async (_, body, texts, notes) => {
    const document = await opened(makeDocx(body));
    expect(brief(document.blocks)).toEqual(texts);
    expect(document.notes).toEqual(notes);
  });

  it("knows headings by style, level and size", async () => {
    const styles = '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="a"><w:name w:val="Normal"/></w:style>';
    const body = p("样式", '<w:pStyle w:val="1"/>') + p("级别", '<w:outlineLvl w:val="0"/>') + p("大字居中", '<w:jc w:val="center"/>', '<w:sz w:val="44"/>') + p("大字不居中", "", '<w:sz w:val="44"/>') + p("正文", '<w:pStyle w:val="a"/>');
    const { blocks } = await opened(makeDocx(body, { styles }));
    expect(blocks.map((block) => block.kind === "paragraph" && block.heading)).toEqual([true, true, true, false, false]);
  });

  it("reads the strict namespace", async () => {
    const { blocks } = await opened(makeDocx(p("严格格式").replaceAll("<w:", '<s:').replaceAll("</w:", "</s:").replace("<s:p>", '<s:p xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main">')));
    expect(brief(blocks)).toEqual(["严格格式"]);
  });
});
