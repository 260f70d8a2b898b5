import { benchCore } from "./bench";
import { benchBrowser } from "./browser";
import { benchExcel } from "./excel";

const parts = process.argv.slice(2);
const isAsked = (part: string) => parts.length === 0 || parts.includes(part);

if (isAsked("core")) benchCore();
if (isAsked("browser")) await benchBrowser();
// office.js makes a small window of this process; nothing that looks for one comes after it.
if (isAsked("excel")) await benchExcel();
