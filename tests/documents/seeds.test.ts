import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { extractTasks } from "../../src/core/parent/extract-tasks";
import { configureDocuments } from "../../src/documents/configure";
import { nodePdfAsset } from "../../src/documents/node/pdf-assets";
import { opened } from "./made/read";

const corpus = process.env.TAIZHANG_CORPUS;

const fields = ["seq", "level1", "level2", "requirement", "units", "deadline"] as const;
type GoldTask = Readonly<Partial<Record<(typeof fields)[number], string>>> & { readonly requirement: string };

const ids = ["anhui-2021-division", "huainan-office-2021-division", "anhui-civil-affairs-2021-ledger", "chizhou-2019-division", "guangdong-2021-division"];
const formats = ["docx", "doc", "html", "pdf", "xlsx", "xls"];
const squeezed = (text: string): string => text.replace(/\s+/gu, "").replaceAll("（", "(").replaceAll("）", ")").replace(/。$/u, "");

describe.skipIf(!corpus)("published documents", () => {
  beforeAll(() => configureDocuments({ pdfAsset: nodePdfAsset }));

  it.each(ids.flatMap((id) => formats.map((format) => [id, format] as const)))("%s.%s: every task stands in one row of one table, and is read as in the gold", async (id, format) => {
    const file = join(corpus ?? "", "seeds", `${id}.${format}`);
    expect(existsSync(file)).toBe(true);
    const { blocks } = await opened(new Uint8Array(readFileSync(file)));
    const tables = blocks.filter((block) => block.kind === "table");
    expect(tables).toHaveLength(1);
    const rows = tables.flatMap((table) => table.texts.map((row) => row.map(squeezed)));
    const { tasks } = JSON.parse(readFileSync(join(corpus ?? "", "seeds", `${id}.gold.json`), "utf8")) as { tasks: readonly GoldTask[] };
    const missing = tasks.filter((task) => !rows.some((row) => [task.requirement, task.units ?? "", task.deadline ?? ""].every((text) => row.some((cell) => cell.includes(squeezed(text))))));
    expect(missing).toEqual([]);
    const parent = extractTasks(blocks);
    const inShort = (task: GoldTask): string[] => fields.map((field) => squeezed(task[field] ?? ""));
    expect(parent.ok && parent.value.tasks.map(inShort)).toEqual(tasks.map(inShort));
  });
});
