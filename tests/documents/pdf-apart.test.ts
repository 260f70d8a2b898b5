import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { configureDocuments } from "../../src/documents/configure";
import { makeReadPdfApart, type PdfPatience } from "../../src/documents/node/pdf-apart";
import { nodePdfAsset } from "../../src/documents/node/pdf-assets";
import { openDocument } from "../../src/documents/open-document";
import { endlessPdf } from "./made/endless-pdf";
import { cellText, makePdf } from "./made/pdf";

const root = join(import.meta.dirname, "../..");
// Below the project, so that the worker finds its packages.
const worker = join(root, "node_modules/.cache/taizhang-pdf-apart/worker.mjs");
const PATIENT: PdfPatience = { page: 60_000, all: 60_000 };

function readApart(patience: PdfPatience): void {
  configureDocuments({ pdfAsset: nodePdfAsset, readPdfApart: makeReadPdfApart(pathToFileURL(worker), patience) });
}

beforeAll(async () => {
  await build({ entryPoints: [join(root, "src/documents/node/pdf-apart-worker.ts")], outfile: worker, bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "error" });
});
afterAll(() => configureDocuments({ readPdfApart: null }));

const made = makePdf([{ texts: cellText(60, 60, "各单位要按月公布办理情况，并说明原因。", 30), lines: [] }]);

it("a PDF read apart reads the same", async () => {
  configureDocuments({ pdfAsset: nodePdfAsset, readPdfApart: null });
  const here = await openDocument(made, "甲.pdf");
  readApart(PATIENT);
  expect(here.ok).toBe(true);
  expect(await openDocument(made, "甲.pdf")).toEqual(here);
});

it("what cannot be read apart is refused for the same reason", async () => {
  readApart(PATIENT);
  expect(await openDocument(made.slice(0, 60), "坏.pdf")).toMatchObject({ ok: false, error: { code: "damaged" } });
});

it.each([{ page: 1_000, all: 60_000 }, { page: 60_000, all: 1_000 }])("a PDF that never ends is given up (%j)", async (patience) => {
  readApart(patience);
  expect(await openDocument(endlessPdf(), "无尽.pdf")).toMatchObject({ ok: false, error: { code: "too-slow" } });
});
