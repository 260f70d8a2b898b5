/** The address the add-in is going to be served at, taken apart. */
/**
 * @typedef {object} BaseUrl
 * @property {string} href with a slash at its end
 * @property {string} origin
 * @property {string} host without the port
 * @property {number} port 443 when none is written
 * @property {string} path begins and ends with a slash
 */

/** Thrown for an address that cannot be used; the message is one Chinese sentence. */
export class BaseUrlError extends Error {}

/**
 * Reads `--base-url`. Only what Office, nginx, IIS and the guide can all take as written is let through: https, a plain
 * host name, and a path of letters, digits, "-", "_", "." and "~". Nothing is repaired, except that a missing slash at the
 * end is added.
 *
 * @param {string | undefined} text
 * @returns {BaseUrl}
 * @throws {BaseUrlError}
 */
export function readBaseUrl(text) {
  if (text === undefined || text === "") throw new BaseUrlError("请用 --base-url 写明加载项放在哪个网址，例如 --base-url https://taizhang.example.gov.cn/taizhang/。");
  if (!/^https:\/\//u.test(text)) throw new BaseUrlError(`网址“${text}”不能用：Office 只打开 https 开头的网址。`);
  const parts = /^https:\/\/([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?((?:\/[\w.~-]+)*\/?)$/iu.exec(text);
  const port = Number(parts?.[2] ?? 443);
  const isPlain = parts !== null && !parts[1].includes("..") && port >= 1 && port <= 65_535 && !parts[3].split("/").some((segment) => /^\.+$/u.test(segment));
  if (!isPlain || !URL.canParse(text)) throw new BaseUrlError(`网址“${text}”不能用：请写成 https://主机名/文件夹/，文件夹只用字母、数字和“-”“_”“.”，不带“?”“#”和账号。`);
  const url = new URL(text.endsWith("/") ? text : `${text}/`);
  return { href: url.href, origin: url.origin, host: url.hostname, port, path: url.pathname };
}
