import { readFileSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "cfb";
import { beforeAll, describe, expect, it } from "vitest";
import { gridOfValues } from "../../src/core/grid/sheet-grid";
import { newXlsx } from "../../src/xlsx/new-xlsx";
import { smallLedger } from "../support/small-ledger";
import { folder, taizhang } from "./run-taizhang";

const place = folder();
const file = (name: string) => join(place, name);
const ledger = file("台账.xlsx");

/** A workbook with an opening password: a compound file that holds the package encrypted ([MS-OFFCRYPTO] 2.3.4.4). */
function encrypted(): Uint8Array {
  const container = utils.cfb_new();
  utils.cfb_add(container, "/EncryptionInfo", Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]));
  utils.cfb_add(container, "/EncryptedPackage", Buffer.alloc(64));
  return new Uint8Array(write(container, { type: "buffer" }) as Buffer);
}

beforeAll(async () => {
  writeFileSync(ledger, await smallLedger());
  writeFileSync(file("空.xlsx"), "");
  writeFileSync(file("不是.xlsx"), Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex"));
  writeFileSync(file("坏了.xlsx"), (await smallLedger()).subarray(0, 900));
  writeFileSync(file("加密.xlsx"), encrypted());
  writeFileSync(file("空表.xlsx"), await newXlsx([gridOfValues("Sheet1", [])], 0));
  writeFileSync(file("不是台账.xlsx"), await newXlsx([gridOfValues("Sheet1", [["日期", "金额"], ["1月", 20], ["2月", 30]])], 0));
  writeFileSync(file("有封面.xlsx"), await newXlsx([gridOfValues("封面", [["某局工作台账"], ["二〇二六年三月"]]), gridOfValues("任务", [["序号", "工作任务", "责任科室", "完成时限"], [1, "做好政策解读材料的发布。", "法规科", "年底前"]])], 0));
  writeFileSync(file("没有任务.html"), "<html><body><p>关于印发通知的函。</p></body></html>");
  writeFileSync(file("口径.json"), '{"taizhangProfile":1,"id":"x"}');
});

describe("what could not run ends with status 2 and one clear sentence on standard error", () => {
  const out = file("结果.xlsx");
  it.each<[string, readonly string[], string]>([
    ["no command", [], ""],
    ["an unknown command", ["chek", ledger], "没有“chek”这个命令"],
    ["a name every object has", ["constructor", ledger], "没有“constructor”这个命令"],
    ["no file", ["check"], "要一个文件"],
    ["two files", ["check", ledger, ledger], "要一个文件"],
    ["an unknown option", ["check", ledger, "--fixx"], "认不出选项 --fixx"],
    ["an option of another command", ["check", ledger, "--enrich", "status"], "不用选项 --enrich"],
    ["an option without its value", ["check", ledger, "--year"], "--year"],
    ["a year that is none", ["check", ledger, "--year", "24"], "选项 --year 的值“24”不对"],
    ["a day that is none", ["check", ledger, "--today", "2024-02-30"], "选项 --today 的值“2024-02-30”不对"],
    ["a table that is no number", ["check", ledger, "--table", "一"], "选项 --table"],
    ["--fix with another word", ["check", ledger, "--fix", "all", "--out", out], "选项 --fix 的值“all”不对"],
    ["--fix without --out", ["check", ledger, "--fix", "safe"], "请用 --out"],
    ["--report without --out", ["check", ledger, "--report"], "请用 --out"],
    ["--out onto an existing file", ["check", ledger, "--fix", "safe", "--out", ledger], "没有覆盖。要覆盖请加 --force"],
    ["a folder that is not there", ["check", ledger, "--report", "--out", file("没有/结果.xlsx")], "写不进去"],
    ["a file that is not there", ["check", file("没有.xlsx")], "找不到文件"],
    ["a folder", ["check", place], "是文件夹"],
    ["an empty file", ["check", file("空.xlsx")], "这份文件里没有文字"],
    ["no workbook", ["check", file("不是.xlsx")], "认不出这是什么文件"],
    ["a damaged workbook", ["check", file("坏了.xlsx")], "打不开"],
    ["an encrypted workbook", ["check", file("加密.xlsx")], "打开密码"],
    ["an empty sheet", ["check", file("空表.xlsx")], "这张工作表是空的"],
    ["a cover before the ledger", ["check", file("有封面.xlsx")], "这份文件的“任务”里有，请用 --sheet 指明"],
    ["a cover before the ledger, to be read", ["ledger", file("有封面.xlsx")], "这份文件的“任务”里有，请用 --sheet 指明"],
    ["no ledger", ["check", file("不是台账.xlsx")], "没有找到“责任单位、时限”一类的表头"],
    ["a sheet that is not there", ["check", ledger, "--sheet", "明细"], "没有叫“明细”的工作表。这份文件里有：台账"],
    ["a table that is not there", ["check", ledger, "--table", "2"], "没有您选的那张表"],
    ["an unknown unit", ["check", ledger, "--as", "省民正厅"], "认不出单位“省民正厅”。是不是：省民政厅"],
    ["a parent without tasks", ["check", ledger, "--parent", file("没有任务.html")], "没有找到任务表"],
    ["a parent that is not there", ["check", ledger, "--parent", file("没有.docx")], "找不到文件"],
    ["a profile that is none", ["check", ledger, "--profile", file("口径.json")], "检查口径文件里的“name”写得不对"],
    ["a match without a parent", ["match", ledger], "请用 --parent"],
    ["a draft without a unit", ["generate", ledger, "--out", out], "请用 --as"],
    ["a draft without --out", ["generate", ledger, "--as", "省民政厅"], "请用 --out"],
    ["filling from nothing", ["fill", ledger, "--out", out], "请用 --template"],
    ["filling without --out", ["fill", ledger, "--template", ledger], "请用 --out"],
    ["taking back without --out", ["undo", ledger], "请用 --out"],
    ["nothing to take back", ["undo", ledger, "--out", out], "本工具没有改过这份表"],
    ["a line that is no JSON", ["deadline", "--jsonl"], "第2行不是一条 JSON"],
  ])("%s", (_what, args, sentence) => {
    const run = taizhang(args, '{"raw":"年底前"}\nabc\n');
    expect(run.messages.trim()).toContain(sentence);
    if (args.length > 0) {
      expect(run.out).toBe("");
      expect(run.messages.trim().split("\n").length).toBe(1);
      expect(run.messages.trim()).toMatch(/[。？]$/u);
      expect(run.messages).not.toMatch(/Error|undefined|\bat \//u);
    }
    expect(run.status).toBe(2);
  });

  it("writes nothing when it could not run", () => expect(existsSync(out)).toBe(false));

  it("leaves the file alone that it was not to write over", async () => expect(new Uint8Array(readFileSync(ledger))).toEqual(new Uint8Array(await smallLedger())));
});
