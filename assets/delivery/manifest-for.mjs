/** Where the manifest of the source tree points: the development server. */
const DEVELOPMENT = "https://localhost:3000";

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/**
 * The manifest for one address: every address of the development server, AppDomains too, is replaced; the id stays the
 * same for all versions, so that Office sees an update and no second add-in. Throws when one is left over.
 *
 * @param {string} manifest manifest.xml of the source tree
 * @param {import("./base-url.mjs").BaseUrl} base
 * @param {string} version "0.1.0"; Office wants four numbers
 */
export function manifestFor(manifest, base, version) {
  const written = manifest
    .replaceAll(`<AppDomain>${DEVELOPMENT}</AppDomain>`, `<AppDomain>${escaped(base.origin)}</AppDomain>`)
    .replaceAll(`${DEVELOPMENT}/`, escaped(base.href))
    .replace(/<Version>[^<]*<\/Version>/u, `<Version>${version}.0</Version>`);
  if (base.origin !== DEVELOPMENT && written.includes(DEVELOPMENT)) throw new Error("manifest.xml still names the development server");
  return written;
}
