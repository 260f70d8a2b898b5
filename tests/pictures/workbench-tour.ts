import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { LEDGER_NAME, projectFile, stopClock, take, toTop } from "./album";
import { lastYearsLedger } from "./last-year";

/** The tour of one minute: a ledger from opening to handing up, each step as a clerk does it, each with its picture. */
export async function takeWorkbenchTour(browser: Browser, site: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN", timezoneId: "Asia/Shanghai", colorScheme: "light", reducedMotion: "reduce", acceptDownloads: true });
  await stopClock(context);
  const page = await context.newPage();
  await page.goto(`${site}/workbench.html`);
  const pane = page.locator("aside");
  const tab = (name: string) => pane.getByRole("tab", { name }).click();
  const press = (name: string | RegExp) => pane.getByRole("button", { name }).first().click();

  await page.locator("header input[type=file]").setInputFiles({ name: LEDGER_NAME, mimeType: "", buffer: await readFile(projectFile("assets/samples/ledger.xlsx")) });
  await page.locator("tbody td").first().waitFor();
  await take(page, "tour/01-open");

  await press("一键检查");
  await pane.locator("h1").waitFor();
  await take(page, "tour/02-verdict");

  await press(/年地前/u);
  await pane.getByRole("button", { name: "改为“年底前”" }).first().waitFor();
  await take(page, "tour/03-problem");

  await press("改为“年底前”");
  await pane.getByText(/已解决 \d+ 处/u).waitFor();
  await take(page, "tour/04-changed");

  await press(/^统一格式（\d+ 处）$/u);
  await take(page, "tour/05-tidy");
  await press(/^统一格式（\d+ 处）$/u);

  await press(/2023年底前/u);
  await press("不改…");
  await pane.getByRole("radio", { name: "已与责任单位核实" }).click();
  await take(page, "tour/06-keep");
  await press("确定不改");

  await tab("对照");
  await pane.locator("[data-drop=parent] input[type=file]").setInputFiles(projectFile("assets/samples/parent.docx"));
  await pane.getByText(/^已读取 .+，18项。/u).first().waitFor();
  await pane.getByRole("combobox", { name: "本单位" }).or(pane.getByRole("textbox", { name: "本单位" })).fill("省民政厅");
  await take(page, "tour/07-parent");
  await pane.locator("form").getByRole("button").first().click();
  await press("对照上级");
  await pane.getByRole("button", { name: /^文字有出入 \d/u }).waitFor();
  await press(/^时限变宽 \d/u);
  await toTop(pane.getByRole("group", { name: "只看哪一类" }));
  await take(page, "tour/08-match");

  await tab("分工");
  await pane.locator("input[type=file]").first().setInputFiles({ name: "2023年台账.xlsx", mimeType: "", buffer: Buffer.from(await lastYearsLedger()) });
  await pane.getByText(/^照.+可填 \d+ 处/u).waitFor();
  await toTop(pane.getByText(/^照.+可填 \d+ 处/u));
  await take(page, "tour/09-fill");
  await press(/^选中的 \d+ 处照填$/u);
  await pane.getByText(/^填了 \d+ 格/u).waitFor();

  // The last thing that must be changed; then there is nothing against handing up.
  await tab("检查");
  await press("按行");
  await press(/9月30日前/u);
  await press("改为“6月30日前”");
  await pane.getByRole("heading", { name: /^没有必改问题/u }).waitFor();

  await tab("出稿");
  await press("检查情况表");
  await page.getByRole("tab", { name: "检查情况表" }).waitFor();
  await take(page, "tour/10-report");

  await page.getByRole("tab", { name: "2024年台账" }).click();
  await press(/^撤销这一笔：统一格式/u);
  await pane.getByText("已撤销").first().waitFor();
  await take(page, "tour/11-undo");

  await Promise.all([page.waitForEvent("download"), press("存报送稿")]);
  await take(page, "tour/12-submission");
  await context.close();
}
