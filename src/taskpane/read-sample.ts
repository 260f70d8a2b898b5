const FILES = { ledger: "ledger.xlsx", parent: "parent.docx" } as const;

/** Loads one of the samples that lie beside the page. */
export async function readSample(name: keyof typeof FILES): Promise<Uint8Array> {
  const response = await fetch(new URL(`assets/samples/${FILES[name]}`, document.baseURI));
  if (!response.ok) throw new Error(`sample ${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const two = (value: number): string => String(value).padStart(2, "0");

/** The local day, YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
