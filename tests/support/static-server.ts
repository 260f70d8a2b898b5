export { serveFolder, type FolderServer } from "./serve-folder.mjs";
