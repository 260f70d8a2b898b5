const two = (value: number): string => String(value).padStart(2, "0");

/** Local time of day, for display: 16:52. */
export function clock(time: Date): string {
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** Local day and time of day, for display: 11-22 16:52. */
export function dayAndClock(time: Date): string {
  return `${two(time.getMonth() + 1)}-${two(time.getDate())} ${clock(time)}`;
}
