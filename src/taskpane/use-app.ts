import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { App } from "../commands/app";
import type { Command, Done, Failure } from "../commands/command";
import type { SessionState } from "../commands/session";
import type { Result } from "../core/result";

/** What the page around the pane can do that no command can: host matters without a workbook behind them. */
export interface PaneHost {
  /** Shows the sample without touching the user's file; absent where there is none. */
  readonly openSample?: () => void;
  /** Lets the user choose another ledger; absent inside Excel, where the workbook in front is the ledger. */
  readonly openLedger?: () => void;
  /** Address of the user guide; absent where it is not shipped. */
  readonly guide?: string;
}

export interface PaneContext {
  readonly app: App;
  readonly host: PaneHost;
  /** Runs a command; undefined when another one is running. */
  readonly run: <Args>(command: Command<Args>, args: Args) => Promise<Result<Done, Failure> | undefined>;
}

export const AppContext = createContext<PaneContext | null>(null);

/** The app the pane works with. To be called inside `Pane` only. */
export function useApp(): PaneContext {
  const context = useContext(AppContext);
  if (context === null) throw new Error("useApp outside Pane");
  return context;
}

/** The session's state; the component renders again when it changes. */
export function useSession(): SessionState {
  const { app } = useApp();
  return useSessionOf(app);
}

/** As `useSession`, for the component that provides the context. */
export function useSessionOf(app: App): SessionState {
  const subscribe = useCallback((listener: () => void) => app.session.subscribe(listener), [app]);
  return useSyncExternalStore(subscribe, () => app.session.get());
}
