/** Offers a file for saving on this computer; nothing leaves the machine. */
function offerFile(content: string | Uint8Array<ArrayBuffer>, type: string, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = fileName;
  link.click();
  // The download has its own hold on the content once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Offers a workbook for saving. */
export function offerWorkbook(bytes: Uint8Array, fileName: string): void {
  offerFile(bytes as Uint8Array<ArrayBuffer>, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", fileName);
}

/** Offers a small text for saving: a template, a 检查口径. */
export function saveText(text: string, fileName: string): void {
  offerFile(text, "application/json", fileName);
}
