import { spawnSync } from "node:child_process";
import { benchCore, benchMemory } from "./bench";
import { benchBrowser } from "./browser";
import { benchExcel } from "./excel";

const parts = process.argv.slice(2);
const isAsked = (part: string) => parts.length === 0 || parts.includes(part);

if (parts[0] === "memory") benchMemory();
if (isAsked("core")) {
  benchCore();
  const apart = spawnSync(process.execPath, ["--expose-gc", "--max-old-space-size=400", process.argv[1]!, "memory"], { stdio: "inherit" });
  if (apart.status !== 0) throw new Error("the check does not fit into a heap of 400 MB");
}
if (isAsked("browser")) await benchBrowser();
// office.js makes a small window of this process; nothing that looks for one comes after it.
if (isAsked("excel")) await benchExcel();
