import { findBrowser, launchBrowser } from "../support/browser";
import { DIST } from "../support/build-dist.mjs";
import { serveFolder } from "../support/serve-folder.mjs";
import { takePanePictures } from "./pane-pictures";
import { takeWorkbenchPictures } from "./workbench-pictures";
import { takeWorkbenchTour } from "./workbench-tour";

const executable = findBrowser();
if (executable === undefined) {
  console.error("No Chrome, Edge or Chromium found; set CHROMIUM_PATH.");
  process.exit(2);
}
const server = await serveFolder(DIST);
const browser = await launchBrowser(executable);
try {
  await takeWorkbenchTour(browser, server.url);
  await takeWorkbenchPictures(browser, server.url);
  await takePanePictures(executable);
} finally {
  await browser.close();
  await server.close();
}
