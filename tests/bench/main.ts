import { benchCore } from "./bench";
import { benchBrowser } from "./browser";
import { benchExcel } from "./excel";

benchCore();
// office.js makes a small window of this process; nothing that looks for one comes after it.
await benchBrowser();
await benchExcel();
