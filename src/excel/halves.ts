import type { HostFailure } from "../core/workbook";

/**
 * Does work over some items in one request; where Excel says that this was too large, over each half by itself. Ends with
 * the first failure; an item that is too large alone is one, unless `divide` makes two of it.
 */
export async function inHalves<T>(items: readonly T[], work: (items: readonly T[]) => Promise<HostFailure | null>, isTooLarge: (failure: HostFailure) => boolean, divide: (item: T) => readonly T[] = (item) => [item]): Promise<HostFailure | null> {
  const failure = await work(items);
  if (failure === null || !isTooLarge(failure)) return failure;
  const parts = items.length === 1 ? divide(items[0]!) : items;
  if (parts.length < 2) return failure;
  const middle = Math.ceil(parts.length / 2);
  return (await inHalves(parts.slice(0, middle), work, isTooLarge, divide)) ?? inHalves(parts.slice(middle), work, isTooLarge, divide);
}

/** GeneralException is what some versions of Excel answer to a request that is too large. */
export function mayBeTooLarge(failure: HostFailure): boolean {
  return failure.code === "too-large" || (failure.code === "unknown" && failure.detail.startsWith("GeneralException"));
}

/** Refused for its size before anything of it was done: may be asked for again in smaller portions, also when it writes. */
export function wasTooLargeToAsk(failure: HostFailure): boolean {
  return failure.code === "too-large" && failure.detail.startsWith("RequestPayloadSizeLimitExceeded");
}

/** About what a text takes in a request: a Chinese character may be escaped to six bytes. */
export function bytesOfText(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) bytes += 5;
  return bytes;
}
