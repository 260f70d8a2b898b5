import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { App } from "../../src/commands/app";
import { loadParent } from "../../src/commands/choose-parent";
import { createEngine } from "../../src/commands/engine-inline";
import { createSession } from "../../src/commands/session";
import { openXlsx } from "../../src/xlsx/xlsx-workbook";

const sample = join(import.meta.dirname, "../../assets/samples/ledger.xlsx");
const SILENT = { report: () => undefined, cancelled: () => false };

async function app(): Promise<App> {
  const opened = await openXlsx(new Uint8Array(readFileSync(sample)), "ledger.xlsx");
  if (!opened.ok) throw new Error(opened.error.code);
  return { host: "cli", workbook: opened.value, engine: createEngine(), session: createSession(), overrides: {}, today: () => "2024-06-01", now: () => new Date(0), roundTrips: () => 0, copyText: null, cleanCopy: (bytes) => Promise.resolve(bytes), newWorkbook: () => Promise.reject(new Error("none")), saveText: () => undefined, diagnostics: () => ({}), readSample: () => Promise.reject(new Error("none")) };
}

const parent = (...rows: string[]) => ({ paste: { text: ["云岭省2024年政务公开任务分工", "序号\t具体要求\t责任单位\t时限要求", ...rows].join("\n") } });
const BUDGET = "公开年度财政预算和决算信息，说明增减变化情况。\t省财政厅牵头";
const GUIDE = "及时更新政府信息公开指南和目录，方便群众查询。\t省政府各部门";
const TRAINING = "组织开展政务公开业务培训，每年不少于两次。\t省政府办公厅";

describe("a newer version of the parent", () => {
  it("takes the older one's place and says what changed", async () => {
    const host = await app();
    await loadParent.run(host, parent(`1\t${BUDGET}\t年底前`, `2\t${GUIDE}\t6月底前`), SILENT);
    const newer = await loadParent.run(host, parent(`1\t${BUDGET}\t10月底前`, `2\t${TRAINING}\t年底前`), SILENT);
    expect(newer).toEqual({ ok: true, value: expect.stringContaining("和原来的版本比：新增 1 项（第2项），去掉 1 项（第2项），改动 1 项（第1项）。") as unknown });
    expect(host.session.get().parents).toHaveLength(1);
  });

  it("says nothing of versions for the same document", async () => {
    const host = await app();
    const same = parent(`1\t${BUDGET}\t年底前`, `2\t${GUIDE}\t6月底前`);
    await loadParent.run(host, same, SILENT);
    const again = await loadParent.run(host, same, SILENT);
    expect(again.ok && again.value).not.toContain("版本");
  });
});
