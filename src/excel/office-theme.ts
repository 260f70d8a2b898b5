/** How Office shows itself: told by the background it gives its panes, for older ones do not say it in words. */
export function officeIsDark(): boolean {
  const background = Office.context.officeTheme?.bodyBackgroundColor ?? "#ffffff";
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(background.slice(at, at + 2), 16));
  return 0.299 * (red ?? 255) + 0.587 * (green ?? 255) + 0.114 * (blue ?? 255) < 128;
}
