import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { toPalettePng } from "./palette-png";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Where the pictures of the guide lie. */
export const ALBUM = path.join(root, "assets/guide/pictures");

/** A file that ships with the product or lies beside the pictures. */
export const projectFile = (name: string): string => path.join(root, name);

/** What the ledger of the pictures is called. */
export const LEDGER_NAME = "2024年台账.xlsx";

/** The clock of every picture stands still, so that the same product gives the same pictures: some days after the sample's own date. */
export async function stopClock(context: BrowserContext): Promise<void> {
  await context.clock.setFixedTime(new Date("2024-05-10T10:20:00+08:00"));
}

/** Brings something to the upper end of what is in sight. */
export async function toTop(locator: Locator): Promise<void> {
  await locator.first().evaluate((element: HTMLElement) => {
    element.style.scrollMarginTop = "12px";
    element.scrollIntoView({ block: "start" });
  });
}

/** Takes a picture of the window, or of a part of it. No cursor blinks in it, no pointer rests on a button. */
export async function take(page: Page, name: string, clip?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): Promise<void> {
  const file = path.join(ALBUM, `${name}.png`);
  mkdirSync(path.dirname(file), { recursive: true });
  await page.mouse.move(0, 0);
  // Notices slide in and buttons fade; nothing moves after this.
  await page.waitForTimeout(400);
  writeFileSync(file, toPalettePng(await page.screenshot({ animations: "disabled", caret: "hide", ...(clip === undefined ? {} : { clip }) })));
}
