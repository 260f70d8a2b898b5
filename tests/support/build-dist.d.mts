/** The folder of the production build. */
export const DIST: string;

/** Builds dist/ unless it is newer than everything it is made of. Throws when the build fails. */
export function buildIfStale(): void;
