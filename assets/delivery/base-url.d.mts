export interface BaseUrl {
  readonly href: string;
  readonly origin: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

export declare class BaseUrlError extends Error {}

export declare function readBaseUrl(text: string | undefined): BaseUrl;
