/** The folder of the production build. */
export const DIST: string;

/** Builds dist/ unless it is newer than everything it is made of, or REUSE_DIST=1 says to take it as it is. Throws when the build fails. */
export function buildIfStale(): void;
