import { describe, expect, it } from "vitest";
import { checkOtherSheet, checkSheet } from "../../src/commands";
import { gridOfValues } from "../../src/core/grid/sheet-grid";
import { newXlsx } from "../../src/xlsx/new-xlsx";
import { appOverFile } from "../support/app-over-file";
import { SMALL } from "../support/small-ledger";

/** A workbook whose first sheet is no ledger. */
async function opened() {
  return appOverFile(
    await newXlsx([
      gridOfValues("填表说明", [["填表说明"], ["请各股室于3月底前反馈。"]]),
      gridOfValues("台账", SMALL.map((row) => [...row])),
    ]),
  );
}

const unreadable = (one: Awaited<ReturnType<typeof opened>>) => one.app.session.get().unreadable;

describe("a sheet that cannot be read", () => {
  it("is named, with the reason, until it is checked elsewhere", async () => {
    const one = await opened();
    await expect(one.run(checkSheet, undefined)).rejects.toThrow("没有找到“责任单位、时限”一类的表头");
    expect(unreadable(one)).toEqual({ sheet: "填表说明", failure: { code: "no-header" } });
    expect(await one.run(checkOtherSheet, { sheet: "台账" })).toMatch(/请核对|必改/u);
    expect(unreadable(one)).toBeNull();
    expect(one.app.session.get()).toMatchObject({ sheet: "台账", view: "check" });
  });

  it("is not spoken of over another file", async () => {
    const one = await opened();
    await one.run(checkSheet, undefined).catch(() => undefined);
    expect(unreadable(await one.reopen())).toBeNull();
  });
});
