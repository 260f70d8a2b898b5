/** Excel takes 31 characters for a sheet's name. */
const LONGEST = 31;

/**
 * Names of sheets out of texts that were not made for it, in their order: without the signs that Excel takes for its own,
 * cut to length, none twice (capitals do not count), never blank.
 */
export function uniqueSheetNames(texts: readonly string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const plain = text.replace(/[[\]:*?/\\\p{Cc}]/gu, " ").replace(/^['\s]+|['\s]+$/gu, "") || "清单";
    for (let number = 1; ; number++) {
      const ending = number === 1 ? "" : ` (${number})`;
      const name = plain.slice(0, LONGEST - ending.length).trimEnd() + ending;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}
