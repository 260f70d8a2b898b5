// Draws the icons: source SVG from the shapes below, PNG in the sizes Office asks for. Needs a Chromium.
// Run: CHROMIUM_PATH=/usr/bin/chromium node assets/icons/make-icons.mjs
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));

const BLUE = "#0f548c";
const GREEN = "#107c10";
const RED = "#c4314b";

/** On a grid of 32: a ledger page, with what the button does laid over its lower right corner. */
const page = `<path d="M5 3.5h18v25H5z" fill="#fff" stroke="${BLUE}" stroke-width="2"/><path d="M5 10h18M5 16.5h18M5 22.5h18M11 10v18.5" stroke="${BLUE}" stroke-width="1.5" fill="none"/><path d="M5 3.5h18V10H5z" fill="${BLUE}"/>`;
const badge = (color, inner) => `<circle cx="23" cy="22.5" r="8" fill="${color}" stroke="#fff" stroke-width="1.5"/><g fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">${inner}</g>`;

const SHAPES = {
  app: page + badge(GREEN, '<path d="M19 22.5l3 3 5-6"/>'),
  check: page + badge(GREEN, '<path d="M19 22.5l3 3 5-6"/>'),
  next: page + badge(BLUE, '<path d="M19 22.5h8M24 19.5l3 3-3 3"/>'),
  tidy: page + badge(BLUE, '<path d="M19 19.8h8M19 22.6h8M19 25.4h8"/>'),
  undo: page + badge(RED, '<path d="M21.5 18.5l-3 3 3 3M19 21.5h5a2.7 2.7 0 0 1 0 5.4h-2"/>'),
  match: `<path d="M3.5 4.5h11v23h-11zM17.5 4.5h11v23h-11z" fill="#fff" stroke="${BLUE}" stroke-width="2"/><path d="M3.5 4.5h11V10h-11zM17.5 4.5h11V10h-11z" fill="${BLUE}"/><path d="M9 15h14M9 21.5h14" stroke="${GREEN}" stroke-width="2"/><circle cx="9" cy="15" r="2" fill="${GREEN}"/><circle cx="23" cy="15" r="2" fill="${GREEN}"/><circle cx="9" cy="21.5" r="2" fill="${GREEN}"/><circle cx="23" cy="21.5" r="2" fill="${GREEN}"/>`,
  draft: page + badge(GREEN, '<path d="M23 18.5v8M19 22.5h8"/>'),
  fill: page + badge(GREEN, '<path d="M23 18v7M20 22.5l3 3 3-3M19.5 27.5h7"/>'),
  split: `<path d="M11 3.5h10v8H11z" fill="${BLUE}"/><path d="M3 20.5h8v8H3zM12 20.5h8v8h-8zM21 20.5h8v8h-8z" fill="#fff" stroke="${BLUE}" stroke-width="2"/><path d="M16 11.5v9M7 20.5V16h18v4.5" fill="none" stroke="${BLUE}" stroke-width="2"/>`,
  report: `<path d="M5 5.5h18v23H5z" fill="#fff" stroke="${BLUE}" stroke-width="2"/><path d="M10 3h8v5h-8z" fill="${BLUE}"/><path d="M9 14l1.5 1.5L13 12.5M9 21l1.5 1.5L13 19.5" fill="none" stroke="${GREEN}" stroke-width="2"/><path d="M15 14.5h5M15 21.5h5" stroke="${BLUE}" stroke-width="2"/>`,
  submission: page + badge(BLUE, '<path d="M23 27v-8M20 21.7l3-3 3 3"/>'),
  public: page + badge(GREEN, '<circle cx="23" cy="22.5" r="4.5"/><path d="M18.5 22.5h9M23 18c-2.6 3-2.6 6 0 9M23 18c2.6 3 2.6 6 0 9" stroke-width="1.4"/>'),
  pane: `<path d="M3.5 5.5h25v21h-25z" fill="#fff" stroke="${BLUE}" stroke-width="2"/><path d="M19.5 5.5h9v21h-9z" fill="${BLUE}"/><path d="M7 11h9M7 16h9M7 21h9" stroke="${BLUE}" stroke-width="1.5"/>`,
  help: `<circle cx="16" cy="16" r="12.5" fill="#fff" stroke="${BLUE}" stroke-width="2.2"/><path d="M12 12.5a4 4 0 1 1 5.6 3.7c-1.1.5-1.6 1.2-1.6 2.3" fill="none" stroke="${BLUE}" stroke-width="2.4" stroke-linecap="round"/><circle cx="16" cy="22.8" r="1.6" fill="${BLUE}"/>`,
};

const SIZES = { app: [16, 32, 64, 80, 128] };
const COMMAND_SIZES = [16, 32, 80];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const tab = await browser.newPage();
for (const [name, shape] of Object.entries(SHAPES)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${shape}</svg>`;
  writeFileSync(join(here, `${name}.svg`), `${svg}\n`);
  for (const size of SIZES[name] ?? COMMAND_SIZES) {
    await tab.setViewportSize({ width: size, height: size });
    await tab.setContent(`<style>body{margin:0}svg{display:block}</style>${svg.replace("<svg ", `<svg width="${size}" height="${size}" `)}`);
    await tab.screenshot({ path: join(here, `${name === "app" ? "icon" : name}-${size}.png`), omitBackground: true });
  }
}
await browser.close();
