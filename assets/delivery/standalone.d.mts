/** Builds the workbench as one HTML file; rejects when it cannot be built. */
export function buildStandalone(out?: string): Promise<{ readonly file: string; readonly bytes: number }>;
