import { pdfAssets } from "standalone:worker";
import { serveCalls } from "../../commands/serve-calls";
import { serveCore } from "../../commands/serve-core";
import { configureDocuments } from "../../documents/configure";
import { cleanCopy } from "../../xlsx/clean-copy";
import { newXlsxOfReports } from "../../xlsx/new-xlsx";
import { keepFile } from "../file/keep-file";
import { bytesOfBase64 } from "./base64";

configureDocuments({
  pdfAsset: (path) => {
    const asset = pdfAssets[path];
    return asset === undefined ? Promise.reject(new Error(`no ${path} in this file`)) : Promise.resolve(bytesOfBase64(asset));
  },
});
// One script is both workers, told apart by their name: it is carried once.
if (self.name === "file") serveCalls(self, keepFile());
else serveCore(self, { cleanCopy, newWorkbook: newXlsxOfReports });
