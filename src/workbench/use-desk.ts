import { useCallback, useSyncExternalStore } from "react";
import type { Desk, DeskState } from "./desk";

/** The desk's state; the component renders again when it changes. */
export function useDesk(desk: Desk): DeskState {
  const subscribe = useCallback((listener: () => void) => desk.subscribe(listener), [desk]);
  return useSyncExternalStore(subscribe, () => desk.get());
}
