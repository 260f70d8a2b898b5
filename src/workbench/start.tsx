import { readSample } from "../taskpane/read-sample";
import { startEngine } from "../taskpane/start-engine";
import { showWorkbench } from "./show-workbench";

// The workbench page on a server: worker, samples and guide lie beside it.
showWorkbench({ startEngine, readSample, guide: "assets/guide/index.html" });
