import { readSample } from "../taskpane/read-sample";
import { startCore } from "../taskpane/start-core";
import { fileOverWorker } from "./file/file-over-worker";
import { showWorkbench } from "./show-workbench";

// The workbench page on a server: worker, samples and guide lie beside it.
showWorkbench({
  startCore,
  startFile: () => fileOverWorker(() => new Worker(new URL("./file/worker.ts", import.meta.url), { name: "file" })),
  readSample,
  guide: "assets/guide/index.html",
});
