import { spawnSync } from "node:child_process";
import { benchCore, benchMemory } from "./bench";
import { benchBrowser } from "./browser";
import { benchExcel } from "./excel";

if (process.argv[2] === "memory") benchMemory();
else {
  benchCore();
  const apart = spawnSync(process.execPath, ["--expose-gc", "--max-old-space-size=400", process.argv[1]!, "memory"], { stdio: "inherit" });
  if (apart.status !== 0) throw new Error("the check does not fit into a heap of 400 MB");
  // office.js makes a small window of this process; nothing that looks for one comes after it.
  await benchBrowser();
  await benchExcel();
}
