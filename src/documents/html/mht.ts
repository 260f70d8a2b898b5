import { Refusal } from "../refuse";

/** Whether the bytes begin like a web archive (RFC 2557). */
export function looksLikeMht(bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, 2_048));
  return /^(?:MIME-Version:|Content-Type:\s*multipart\/related)/imu.test(head) && /Content-Type:/iu.test(head);
}

/** The page of a web archive: the first part that is HTML, decoded from its transfer encoding. Throws a Refusal. */
export function pageOfMht(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly charset: string | undefined } {
  const archive = latin(bytes);
  const boundary = /boundary\s*=\s*(?:"([^"]{1,100})"|([^\s;]{1,100}))/iu.exec(archive.slice(0, 8_192));
  const mark = boundary?.[1] ?? boundary?.[2];
  for (const part of mark === undefined ? [archive] : archive.split(`--${mark}`)) {
    const split = /\r?\n\r?\n/u.exec(part);
    if (split === null) continue;
    const head = part.slice(0, split.index).replace(/\r?\n[ \t]+/gu, " ");
    if (!/Content-Type:\s*text\/html/iu.test(head)) continue;
    const encoding = /Content-Transfer-Encoding:\s*([\w-]+)/iu.exec(head)?.[1]?.toLowerCase();
    const charset = /charset\s*=\s*"?([\w-]+)/iu.exec(head)?.[1]?.toLowerCase();
    return { bytes: transferred(part.slice(split.index + split[0].length), encoding), charset };
  }
  throw new Refusal("damaged", "web archive without a page");
}

function transferred(body: string, encoding: string | undefined): Uint8Array {
  if (encoding === "base64") {
    const clean = body.replace(/[^A-Za-z0-9+/]/gu, "");
    return bytesOf(atob(clean.length % 4 === 1 ? clean.slice(0, -1) : clean));
  }
  if (encoding !== "quoted-printable") return bytesOf(body);
  return bytesOf(body.replace(/=\r?\n/gu, "").replace(/=([0-9A-Fa-f]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
}

/** One character a byte, so that text and bytes convert both ways. */
function latin(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return text;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff);
}
