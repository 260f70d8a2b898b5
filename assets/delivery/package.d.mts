import type { BaseUrl } from "./base-url.mjs";

export declare function packageFiles(options: { readonly site: string; readonly base: BaseUrl; readonly share?: string }): Record<string, Uint8Array>;

export declare function buildRecorder(site: string): Promise<void>;
