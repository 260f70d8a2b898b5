import { serveCalls } from "../../commands/serve-calls";
import { keepFile } from "./keep-file";

/** The worker that keeps the open file. */
serveCalls(self, keepFile());
