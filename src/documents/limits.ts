/** Beyond these a file is refused as too large: reading must stay within 200 MB of memory. */
export const limits = {
  /** Bytes of a file as it lies on the disk. */
  fileBytes: 50_000_000,
  /** Entries of a zip. */
  zipEntries: 5_000,
  /** Unpacked bytes of all parts of a zip that are read. */
  unpackedBytes: 60_000_000,
  /** Unpacked bytes of one part. */
  partBytes: 40_000_000,
  /** Unpacked : packed, for parts above 4 MB. Office XML stays below 100; a bomb comes near 1,000. */
  unpackedRatio: 250,
  /** Cells of one table or sheet, blank ones included. */
  cells: 2_000_000,
  /** Pages of a PDF. */
  pages: 1_000,
  /** Nesting of elements, tables and parts. */
  depth: 200,
} as const;
