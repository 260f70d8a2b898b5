import { pdfAssets } from "standalone:worker";
import { serveEngine } from "../../commands/serve-engine";
import { configureDocuments } from "../../documents/configure";
import { bytesOfBase64 } from "./base64";

configureDocuments({
  pdfAsset: (path) => {
    const asset = pdfAssets[path];
    return asset === undefined ? Promise.reject(new Error(`no ${path} in this file`)) : Promise.resolve(bytesOfBase64(asset));
  },
});
serveEngine(self);
