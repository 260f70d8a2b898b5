/** What the product needs of Office; nothing in it needs more (LTSC 2021 has it). */
export const REQUIRED_SETS = [
  { name: "ExcelApi", version: "1.13" },
  { name: "SharedRuntime", version: "1.1" },
] as const;

/** Where the page has been opened. */
export type OfficeState =
  | { readonly kind: "ready"; readonly locale: string }
  /** Not inside Excel: a plain browser, or another Office program. */
  | { readonly kind: "not-excel" }
  /** Requirement sets that this Office lacks ("ExcelApi 1.13"). */
  | { readonly kind: "too-old"; readonly missing: readonly string[] };

/** Waits for office.js and says whether the product can run here. Without office.js on the page it is not Excel. */
export async function officeReady(): Promise<OfficeState> {
  if (typeof Office === "undefined") return { kind: "not-excel" };
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) {
    withoutTelemetryFrame();
    return { kind: "not-excel" };
  }
  const missing = REQUIRED_SETS.filter(({ name, version }) => !Office.context.requirements.isSetSupported(name, version)).map(({ name, version }) => `${name} ${version}`);
  return missing.length > 0 ? { kind: "too-old", missing } : { kind: "ready", locale: Office.context.displayLanguage };
}

/**
 * Outside Office, office.js opens a frame of Microsoft's for telemetry after three seconds. The page's policy refuses it;
 * nothing should even be asked.
 */
function withoutTelemetryFrame(): void {
  const { OSF } = globalThis as { OSF?: { readonly Logger?: { readonly ulsEndpoint?: { loadProxyFrame?: () => void } | null } } };
  const endpoint = OSF?.Logger?.ulsEndpoint;
  if (endpoint) endpoint.loadProxyFrame = () => undefined;
}

/** Versions and sets for the diagnostics page. */
export function officeVersions(): { readonly version: string; readonly platform: string; readonly excelApi: string } {
  const { diagnostics, requirements } = Office.context;
  const highest = Array.from({ length: 20 }, (_, index) => `1.${20 - index}`).find((version) => requirements.isSetSupported("ExcelApi", version));
  return { version: diagnostics.version, platform: String(diagnostics.platform), excelApi: highest ?? "" };
}
