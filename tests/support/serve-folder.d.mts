export interface FolderServer {
  /** http://localhost:PORT, without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder on this machine only, with the product's Content-Security-Policy as a header; rejects when the port is taken. Redirects lead from an address, as asked for, to another. */
export function serveFolder(folder: string, options?: { readonly port?: number; readonly headers?: Readonly<Record<string, string>>; readonly redirects?: Readonly<Record<string, string>> }): Promise<FolderServer>;
