import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser } from "playwright-core";

/** Places where Chrome, Edge or Chromium usually stand. */
function usualPlaces(): readonly string[] {
  switch (process.platform) {
    case "win32":
      return ["PROGRAMFILES(X86)", "PROGRAMFILES", "LOCALAPPDATA"].flatMap((name) => {
        const folder = process.env[name];
        return folder === undefined ? [] : [path.join(folder, "Microsoft/Edge/Application/msedge.exe"), path.join(folder, "Google/Chrome/Application/chrome.exe")];
      });
    case "darwin":
      return ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
    default:
      return ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/usr/bin/microsoft-edge", "/snap/bin/chromium"];
  }
}

/** The browser the tests drive: CHROMIUM_PATH, else one that is installed; undefined when there is none. */
export function findBrowser(): string | undefined {
  return [process.env["CHROMIUM_PATH"] ?? "", ...usualPlaces()].find((place) => place !== "" && existsSync(place));
}

/** As `findBrowser`; as root on a Debian without a browser, installs Chromium and Chinese fonts first (not when NO_APT=1). */
export function ensureBrowser(): string | undefined {
  const found = findBrowser();
  if (found !== undefined) return found;
  const isRoot = process.getuid?.() === 0;
  const hasApt = process.platform === "linux" && spawnSync("sh", ["-c", "command -v apt-get"]).status === 0;
  if (!isRoot || !hasApt || process.env["NO_APT"] === "1") return undefined;
  const apt = (...args: readonly string[]) => spawnSync("apt-get", args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;
  return apt("update", "-qq") && apt("install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk") ? findBrowser() : undefined;
}

/** Starts the browser without a window. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}
