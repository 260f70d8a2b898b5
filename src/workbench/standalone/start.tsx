import { samples, workerScript } from "standalone:page";
import { coreOverWorker } from "../../commands/core-over-worker";
import { fileOverWorker } from "../file/file-over-worker";
import { showWorkbench } from "../show-workbench";
import { bytesOfBase64 } from "./base64";

// The workbench as one file opened from a disk: a page there may not load its neighbours, so that it carries all of them.
const workerAddress = URL.createObjectURL(new Blob([workerScript], { type: "text/javascript" }));

showWorkbench({
  startCore: () => coreOverWorker(() => new Worker(workerAddress, { name: "core" })),
  startFile: () => fileOverWorker(() => new Worker(workerAddress, { name: "file" })),
  readSample: (name) => Promise.resolve(bytesOfBase64(samples[name])),
});
