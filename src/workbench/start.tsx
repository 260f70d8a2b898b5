import { readSample } from "../taskpane/read-sample";
import { startEngine } from "../taskpane/start-engine";
import { fileOverWorker } from "./file/file-over-worker";
import { showWorkbench } from "./show-workbench";

// The workbench page on a server: worker, samples and guide lie beside it.
showWorkbench({
  startEngine,
  startFile: () => fileOverWorker(() => new Worker(new URL("./file/worker.ts", import.meta.url), { name: "file" })),
  readSample,
  guide: "assets/guide/index.html",
});
