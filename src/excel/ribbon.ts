/**
 * Binds ribbon and context-menu buttons (ExecuteFunction, FunctionName = command id) to what the pane runs: shows the
 * pane, runs the command, and tells Excel that it is done, once and always; until then Excel only queues further clicks.
 */
export function bindRibbon(names: readonly string[], run: (name: string) => Promise<unknown>): void {
  for (const name of names) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => void complete(event, () => run(name)));
  }
}

async function complete(event: Office.AddinCommands.Event, run: () => Promise<unknown>): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
    await run();
  } finally {
    event.completed();
  }
}
