import { benchCore } from "./bench";

benchCore();
