import { describe, expect, it } from "vitest";
import { reconcileUnit } from "../../../src/core/units/reconcile-unit";
import { renamedBy } from "../../../src/core/units/renames";
import { unitDirectory } from "../../../src/core/units/unit-directory";

const directory = unitDirectory();

describe("renamedBy", () => {
  it.each([
    ["市环保局", "2021-04-26", "市生态环境局", true],
    ["省环境保护厅", "2019-02-01", "省生态环境厅", true],
    ["市安监局", "2020-01-01", "市应急管理局", true],
    ["市政府法制办", "2020-06-01", "市司法局", true],
    ["省监察厅", "2019-05-01", "省纪律检查委员会监察委员会", false],
    ["省卫计委", "2020-05-01", "省卫生健康委员会", true],
    ["县国土资源局", "2021-05-01", "县自然资源局", false],
    ["市扶贫办", "2022-03-01", "市乡村振兴局", false],
    ["国家税务局", "2021-01-01", "", false],
    ["市国税局", "2021-01-01", "国家税务总局市税务局", false],
    ["环境保护部", "2019-01-01", "生态环境部", true],
  ])("%s in a paper of %s is now %s (confirmed for every place: %s)", (written, date, current, confirmed) => {
    const renamed = renamedBy(written, date, directory);
    expect(renamed?.current[0]?.name ?? "").toBe(current);
    expect(renamed?.confirmed ?? false).toBe(confirmed);
    if (renamed) expect(renamed.source).not.toBe("");
  });

  it.each<[string, string | null, string]>([
    ["市环保局", "2018-11-01", "before the year of the change"],
    ["市环保局", "2019-11-01", "in the year of the change"],
    ["省环保厅", "2018-12-31", "in the year of the change"],
    ["市扶贫办", "2021-12-01", "in the year of the change"],
    ["市环保局", null, "without a date"],
    ["《市环保局关于印发办法的通知》", "2021-01-01", "inside 《》"],
    ["市生态环境局", "2021-01-01", "for a name in force"],
    ["市规划局", "2021-01-01", "for a name that some city still uses"],
    ["规划财务处", "2021-01-01", "for an inner office"],
  ])("is silent for %s in %s: %s", (written, date) => {
    expect(renamedBy(written, date, directory)).toBeNull();
  });
});

describe("reconcileUnit with names of other times", () => {
  it("takes a former name as the organ's own without a date, and in the year of the change", () => {
    for (const date of [null, "2019-06-01"]) {
      expect(reconcileUnit("市环保局", { level: "市", date, local: [] }, directory)).toMatchObject({ judgment: "same", candidates: [{ name: "市环境保护局", reason: "same" }] });
    }
  });

  it("gives the name in force where the change holds everywhere, and asks where it does not", () => {
    expect(reconcileUnit("市环保局", { level: "市", date: "2021-01-01", local: [] }, directory)).toMatchObject({ judgment: "same", candidates: [{ name: "市生态环境局", reason: "renamed" }] });
    expect(reconcileUnit("市扶贫办", { level: "市", date: "2022-01-01", local: [] }, directory)).toMatchObject({ judgment: "suspect", candidates: [{ name: "市乡村振兴局", reason: "renamed" }] });
  });

  it("leaves a former name alone where the parent writes it so", () => {
    expect(reconcileUnit("市环保局", { level: "市", date: "2021-01-01", local: ["市环保局"] }, directory)).toMatchObject({ judgment: "same", candidates: [{ name: "市环保局", reason: "same" }] });
  });
});
