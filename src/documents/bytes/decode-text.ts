/** A text with the encoding it was found to be in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Bytes of a text of unknown encoding. In this order: byte order mark; UTF-8 where the bytes are valid UTF-8; the
 * encoding the file declares; GB18030 (which contains GBK and GB2312). Undefined when the bytes are no text in any of them.
 * The declaration comes after UTF-8 because saved web pages often declare what they once were.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText | undefined {
  const marked = byOrderMark(bytes);
  if (marked !== undefined) return marked;
  const utf8 = utf8Text(bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: "utf-8" };
  for (const encoding of [declared, "gb18030"]) {
    const text = encoding === undefined ? undefined : strictly(encoding, bytes);
    if (text !== undefined && encoding !== undefined) return { text, encoding };
  }
  // A few broken characters in a long text (a page cut while it was saved) are no reason to refuse it.
  const loose = new TextDecoder("gb18030").decode(bytes);
  const broken = loose.split("\ufffd").length - 1;
  return broken * 200 < loose.length ? { text: loose, encoding: "gb18030" } : undefined;
}

function byOrderMark(bytes: Uint8Array): DecodedText | undefined {
  const encoding =
    bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
  return encoding === undefined ? undefined : { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** Valid UTF-8, or such with its last character cut off. */
function utf8Text(bytes: Uint8Array): string | undefined {
  for (let cut = 0; cut < 4 && cut < bytes.length; cut++) {
    const text = strictly("utf-8", bytes.subarray(0, bytes.length - cut));
    if (text !== undefined) return text;
  }
  return undefined;
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not in this encoding, or the file names one that does not exist: the caller tries the next.
    return undefined;
  }
}

/** Whether decoded text is really text: control characters that no office program writes are rare. */
export function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 20_000);
  let odd = 0;
  for (let index = 0; index < sample.length; index++) {
    const code = sample.charCodeAt(index);
    if (code === 0 || code === 0xfffd || (code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13)) odd++;
  }
  return odd * 100 <= sample.length;
}
