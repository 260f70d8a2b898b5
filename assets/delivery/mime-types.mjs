/** Extension → media type, for nginx, IIS and the self-check page alike. One table, so that the three never differ. */
export const MIME_TYPES = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".txt": "text/plain",
  ".md": "text/plain",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".bcmap": "application/octet-stream",
  ".pfb": "application/octet-stream",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** Media types that are text: they go out as UTF-8, and compressed. */
export const TEXT_TYPES = ["text/html", "text/css", "text/javascript", "application/json", "text/plain", "application/xml", "image/svg+xml"];

/** What a server sends for a file of that extension, charset and all. */
export function contentTypeOf(extension) {
  const type = MIME_TYPES[extension] ?? "application/octet-stream";
  return TEXT_TYPES.includes(type) ? `${type}; charset=utf-8` : type;
}
