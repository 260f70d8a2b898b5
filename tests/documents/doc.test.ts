import { describe, expect, it } from "vitest";
import { makeDoc, type MadeCell, type MadeParagraph } from "./made/doc";
import { brief, mergesOf, opened, refusal, tableOf } from "./made/read";

const paragraph = (text: string, more: Partial<MadeParagraph> = {}): MadeParagraph => ({ text, end: "paragraph", ...more });
const row = (texts: readonly string[], cells: readonly MadeCell[]): MadeParagraph[] => [...texts.map((text) => ({ text, end: "cell" as const })), { text: "", end: "row", row: cells }];
const three = [{ right: 2_000 }, { right: 5_000 }, { right: 8_000 }];

describe("a Word binary document", () => {
  it("gives paragraphs and tables in reading order", async () => {
    const { format, blocks } = await opened(makeDoc([paragraph("平湖区任务分工"), ...row(["任务", "要求", "单位"], three), ...row(["一", "二", "三"], three), paragraph("注：附件略。")]));
    expect(format).toBe("doc");
    expect(brief(blocks)).toEqual(["平湖区任务分工", [["任务", "要求", "单位"], ["一", "二", "三"]], "注：附件略。"]);
  });

  it("finds merges by flags and by edges", async () => {
    const table = tableOf(await opened(makeDoc([...row(["工作任务", "单位"], [{ right: 5_000 }, { right: 8_000 }]), ...row(["一、窗口", "挂牌", "甲局"], [{ right: 2_000, vertical: "restart" }, { right: 5_000 }, { right: 8_000 }]), ...row(["", "培训", "乙局"], [{ right: 2_010, vertical: "continue" }, { right: 5_000 }, { right: 8_000 }])])));
    expect(table.texts).toEqual([["工作任务", "", "单位"], ["一、窗口", "挂牌", "甲局"], ["", "培训", "乙局"]]);
    expect(mergesOf(table)).toEqual(["0,0-0,1", "1,0-2,0"]);
  });

  it("leaves out deleted and hidden text", async () => {
    const document = await opened(makeDoc([paragraph("时限：6月底前七月", { deleted: [7, 9] }), paragraph("公开内部", { hidden: [2, 4] }), paragraph("照常")]));
    expect(brief(document.blocks)).toEqual(["时限：6月底前", "公开", "照常"]);
    expect(document.notes).toEqual(["tracked-changes-accepted", "hidden-text-left-out"]);
  });

  it("writes automatic numbers out", async () => {
    const list = { index: 1, level: 0 };
    expect(brief((await opened(makeDoc([paragraph("总体要求", { list }), paragraph("不编号"), paragraph("重点任务", { list })]))).blocks)).toEqual(["一、总体要求", "不编号", "二、重点任务"]);
  });

  it("shows the result of a field and not its code", async () => {
    expect(brief((await opened(makeDoc([paragraph("见\u0013 HYPERLINK x \u0014附件一\u0015。")]))).blocks)).toEqual(["见附件一。"]);
  });

  it("reads a file whose last sector is not filled up, as WPS writes it", async () => {
    const bytes = makeDoc([paragraph("没有补齐的文件")], { padded: false });
    expect(bytes.length % 512).not.toBe(0);
    expect(brief((await opened(bytes)).blocks)).toEqual(["没有补齐的文件"]);
  });

  it("reads many rows over many formatting pages", async () => {
    const rows = Array.from({ length: 150 }, (_, index) => row([String(index + 1), `要求${index + 1}`, "某局"], three));
    expect(tableOf(await opened(makeDoc(rows.flat()))).texts.map((cells) => cells[0])).toEqual(Array.from({ length: 150 }, (_, index) => String(index + 1)));
  });

  it("refuses one with a password", async () => expect(await refusal(makeDoc([paragraph("密")], { encrypted: true }))).toBe("encrypted"));
});
