import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { gridOfValues } from "../../src/core/grid/sheet-grid";
import { newXlsx } from "../../src/xlsx/new-xlsx";
import { folder, taizhang } from "./run-taizhang";

const ledger = join(folder(), "两张表.xlsx");

beforeAll(async () => {
  const rows = [
    ["表一 重点任务台账"],
    ["序号", "重点任务", "牵头单位", "配合单位", "完成时限"],
    [1, "开展节水型机关创建。", "节能科", "办公室", "年底前"],
    [null],
    [null, null, null, "— 1 —"],
    [2, "完成公务用车标识。", "车辆科", null, "6月底前"],
    [null],
    ["表二 问题整改台账"],
    ["序号", "存在问题", "整改措施", "责任科室", "整改时限"],
    [1, "固定资产账实不符。", "开展清查盘点，调整账目。", "资产科", "8月底前"],
  ];
  writeFileSync(ledger, await newXlsx([gridOfValues("Sheet1", rows)], 0));
});

describe("several tables on one sheet", () => {
  it.each(["check", "ledger"])("%s names the tables it does not read", (command) => {
    expect(taizhang([command, ledger]).messages).toContain("这张工作表里有 2 张表，读的是第1张“表一重点任务台账”。要读别的，请加 --table：2“表二问题整改台账”。");
  });

  it("says nothing about them once one is chosen", () => {
    const run = taizhang(["ledger", ledger, "--table", "2"]);
    expect(run).toMatchObject({ status: 0, messages: "" });
    expect(run.out).toContain("开展清查盘点，调整账目。\t资产科\t8月底前");
  });

  it("prints everybody responsible, and damage in Chinese", () => {
    const { out } = taizhang(["ledger", ledger]);
    expect(out).toContain("开展节水型机关创建。\t节能科；办公室\t年底前");
    expect(out).toContain("第5行\t页码");
    expect(out).not.toMatch(/[a-z]{3}/u);
  });
});
