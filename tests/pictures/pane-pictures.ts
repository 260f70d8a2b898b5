import { readFile } from "node:fs/promises";
import { openInSimulatedExcel } from "../excel-host/browser/simulated-excel";
import { DIST } from "../support/build-dist.mjs";
import { LEDGER_NAME, projectFile, stopClock, take, toTop } from "./album";
import { lastYearsLedger } from "./last-year";

/** The pane as it stands in Excel, 350 pixels wide, for the pages of the guide. */
export async function takePanePictures(browser: string): Promise<void> {
  const ledger = new Uint8Array(await readFile(projectFile("assets/samples/ledger.xlsx")));
  const excel = await openInSimulatedExcel({ distDir: DIST, workbook: ledger, fileName: LEDGER_NAME, browser, pane: { width: 350, height: 640 } });
  try {
    const { page, frame } = excel;
    await stopClock(page.context());
    const tab = (name: string) => frame.getByRole("tab", { name }).click();
    const press = (name: string | RegExp) => frame.getByRole("button", { name }).first().click();

    await press("一键检查");
    await frame.locator("h1").waitFor();
    await take(page, "01-verdict");

    await press(/年地前/u);
    await frame.getByRole("button", { name: "改为“年底前”" }).first().waitFor();
    await take(page, "02-problem");

    await press(/^统一格式（\d+ 处）$/u);
    await take(page, "03-tidy");
    await press(/^统一格式（\d+ 处）$/u);
    await frame.getByText(/已解决 \d+ 处/u).waitFor();

    await tab("对照");
    await frame.locator("[data-drop=parent] input[type=file]").setInputFiles(projectFile("assets/samples/parent.docx"));
    await frame.getByText(/^已读取 .+，18项。/u).first().waitFor();
    await frame.getByLabel("本单位").fill("省民政厅");
    await frame.locator("form").getByRole("button").first().click();
    await press("对照上级");
    await frame.getByText(/其中写明本单位的\d+项/u).waitFor();
    await toTop(frame.getByRole("region", { name: /18号/u }));
    await take(page, "04-parent");

    await press(/^文字有出入 \d/u);
    await toTop(frame.getByRole("group", { name: "只看哪一类" }));
    await take(page, "05-match");

    await tab("分工");
    await frame.locator("input[type=file]").first().setInputFiles({ name: "2023年台账.xlsx", mimeType: "", buffer: Buffer.from(await lastYearsLedger()) });
    await frame.getByText(/^照.+可填 \d+ 处/u).waitFor();
    await toTop(frame.getByText(/^照.+可填 \d+ 处/u));
    await take(page, "06-fill");
    await press(/^选中的 \d+ 处照填$/u);
    await frame.getByText(/^填了 \d+ 格/u).waitFor();

    await tab("出稿");
    await take(page, "08-output");
  } finally {
    await excel.close();
  }
}
