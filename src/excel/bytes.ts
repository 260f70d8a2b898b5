import { err, ok, type Result } from "../core/result";
import type { HostFailure } from "../core/workbook";
import { answered, type ExcelTiming } from "./run-excel";

const SLICE = 1024 * 1024;

/** The whole file as .xlsx bytes. Not a batch of Excel.run: the file comes through the common API, slice by slice. */
export async function readBytes(timing: ExcelTiming): Promise<Result<Uint8Array, HostFailure>> {
  const answer = await answered("read", timing, readSlices);
  return answer.ok ? answer.value : answer;
}

async function readSlices(): Promise<Result<Uint8Array, HostFailure>> {
  const file = await asked<Office.File>((done) => Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, done));
  if (!file.ok) return file;
  try {
    const slices: Uint8Array[] = [];
    for (let index = 0; index < file.value.sliceCount; index++) {
      const slice = await asked<Office.Slice>((done) => file.value.getSliceAsync(index, done));
      if (!slice.ok) return slice;
      slices.push(new Uint8Array(slice.value.data as readonly number[]));
    }
    return ok(joined(slices));
  } finally {
    // Excel lends two files at most; what happens to the closing is of no use to anyone.
    file.value.closeAsync(() => undefined);
  }
}

function asked<T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<Result<T, HostFailure>> {
  return new Promise((resolve) => {
    ask((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(ok(result.value));
      else resolve(err({ code: CODES[result.error.code] ?? "unknown", detail: `${result.error.name} ${result.error.code}` }));
    });
  });
}

const CODES: Readonly<Record<number, HostFailure["code"]>> = { 5000: "not-supported", 5004: "editing-cell", 5012: "workbook-gone", 5102: "busy", 5103: "too-large", 5104: "too-large", 7000: "access-denied" };

function joined(slices: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(slices.reduce((sum, slice) => sum + slice.length, 0));
  let offset = 0;
  for (const slice of slices) {
    bytes.set(slice, offset);
    offset += slice.length;
  }
  return bytes;
}

/** Opens bytes as a new, unsaved workbook in a window of its own; the user names it when saving. */
export function openCopy(timing: ExcelTiming, bytes: Uint8Array): Promise<Result<void, HostFailure>> {
  return answered("write", timing, () => Excel.createWorkbook(base64Of(bytes)));
}

function base64Of(bytes: Uint8Array): string {
  let binary = "";
  // In pieces: a call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 8192) binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(binary);
}
