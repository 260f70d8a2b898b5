import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

/** Where the package a module asks for lies: beside it, or in a node_modules above it. */
function folderOf(name, from, root) {
  for (let folder = from; folder.startsWith(root); folder = path.dirname(folder)) {
    const found = path.join(folder, "node_modules", name);
    if (existsSync(path.join(found, "package.json"))) return found;
  }
  return undefined;
}

/**
 * The licences of everything that goes out with the site: the project's dependencies and theirs, once each, in one text.
 * A package that ships no licence file is named with what its package.json says.
 *
 * @param {string} root folder of the project
 */
export function thirdPartyLicences(root) {
  const read = (folder) => JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const texts = new Map();
  const visit = (folder) => {
    const { name, version, license, dependencies = {} } = read(folder);
    const key = `${name} ${version}`;
    if (texts.has(key)) return;
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/iu.test(entry));
    texts.set(key, file === undefined ? `许可：${license ?? "未注明"}` : readFileSync(path.join(folder, file), "utf8").trim());
    for (const dependency of Object.keys(dependencies)) {
      const found = folderOf(dependency, folder, root);
      if (found !== undefined) visit(found);
    }
  };
  // office.js is a copy with terms of its own and is listed apart.
  for (const dependency of Object.keys(read(root).dependencies).filter((name) => name !== "@microsoft/office-js")) visit(path.join(root, "node_modules", dependency));
  const line = "=".repeat(78);
  return [...texts].sort(([one], [other]) => one.localeCompare(other)).map(([key, text]) => `${line}\n${key}\n${line}\n${text}\n`).join("\n");
}
