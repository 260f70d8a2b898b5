import { excelWorkbook } from "./excel-workbook";
import { officeReady } from "./office-ready";
import { recordCalls, type Scratch } from "./record-calls";

/*
 * The script of assets/pages/recorder.html, for a person with a real Excel: one button, then a file. All words stand in
 * the page; this only shows the one that fits.
 */

const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

function show(state: string): void {
  for (const words of document.querySelectorAll<HTMLElement>("[data-state]")) words.hidden = words.id !== `state-${state}`;
}

function scratchOf(table: HTMLTableElement): Scratch {
  return { sheet: table.caption!.textContent, rows: Array.from(table.rows, (row) => Array.from(row.cells, (cell) => cell.textContent)) };
}

async function record(): Promise<void> {
  const button = element<HTMLButtonElement>("record");
  button.disabled = true;
  show("running");
  try {
    const recording = await recordCalls(excelWorkbook(), scratchOf(element<HTMLTableElement>("scratch")));
    if (recording === null) return show("not-blank");
    const text = JSON.stringify(recording, null, 1);
    const area = element<HTMLTextAreaElement>("text");
    area.value = text;
    area.hidden = false;
    const save = element<HTMLAnchorElement>("save");
    save.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    save.download = `excel-${recording.office.version}.json`;
    save.hidden = false;
    element("count").textContent = String(recording.steps.length);
    element("failed").textContent = String(recording.steps.filter(({ outcome }) => outcome !== "ok").length);
    show("done");
  } catch (error) {
    show("failed");
    throw error;
  } finally {
    button.disabled = false;
  }
}

async function start(): Promise<void> {
  const office = await officeReady();
  if (office.kind !== "ready") return show("outside");
  const button = element<HTMLButtonElement>("record");
  button.addEventListener("click", () => void record());
  button.disabled = false;
  show("ready");
}

void start();
