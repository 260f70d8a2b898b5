/** Text of a number under a number format: whole and decimal numbers, thousands, percent, dates and times. Only the first section is used. */
export function formattedText(value: number, format: string): string {
  const section = format.split(";")[0] ?? "General";
  const tokens = tokensOf(section);
  if (tokens.some((token) => token.kind === "date")) return dateText(value, tokens);
  if (/^general$/i.test(section) || section === "@") return generalText(value);
  const pattern = tokens.filter((token) => token.kind === "digits").map((token) => token.text).join("");
  if (pattern === "") return tokens.map((token) => (token.kind === "literal" ? token.text : "")).join("");
  const percent = section.includes("%") ? 100 : 1;
  const decimals = /\.([0#?]*)/.exec(pattern)?.[1] ?? "";
  const fixed = Math.abs(value * percent).toFixed(decimals.length);
  const [whole = "0", fraction = ""] = fixed.split(".");
  const least = (pattern.split(".")[0] ?? "").replace(/[^0]/g, "").length;
  const padded = whole.padStart(least, "0");
  const grouped = /[0#],[0#]/.test(pattern) ? padded.replace(/\B(?=(?:\d{3})+$)/g, ",") : padded;
  const kept = fraction.replace(/0+$/, "").padEnd(decimals.replace(/[^0]/g, "").length, "0");
  const number = `${value < 0 ? "-" : ""}${grouped}${kept === "" ? "" : `.${kept}`}`;
  let placed = false;
  return tokens
    .map((token) => {
      if (token.kind !== "digits") return token.text;
      if (placed) return "";
      placed = true;
      return number;
    })
    .join("");
}

interface Token {
  readonly kind: "literal" | "digits" | "date";
  readonly text: string;
}

/** Whether numbers under this format are shown as dates or times. */
export function isDateFormat(format: string): boolean {
  return tokensOf(format.split(";")[0] ?? "").some((token) => token.kind === "date");
}

function tokensOf(section: string): readonly Token[] {
  if (/^general$/i.test(section)) return [];
  const found = section.matchAll(/"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|(AM\/PM|上午\/下午|y+|m+|d+|h+|s+)|([0#?.,]+)|(.)/giu);
  return [...found].map(([whole, quoted, escaped, date, digits, other]): Token => {
    if (date !== undefined) return { kind: "date", text: date.toLowerCase() };
    if (digits !== undefined) return { kind: "digits", text: digits };
    return { kind: "literal", text: quoted ?? escaped ?? other ?? (whole.startsWith("_") ? " " : "") };
  });
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function dateText(serial: number, tokens: readonly Token[]): string {
  const date = new Date(Math.round((serial - 25_569) * 86_400) * 1000);
  const isMinute = (index: number) => {
    const dates = tokens.map((token, place) => ({ token, place })).filter(({ token }) => token.kind === "date");
    const here = dates.findIndex(({ place }) => place === index);
    return dates[here - 1]?.token.text.startsWith("h") === true || dates[here + 1]?.token.text.startsWith("s") === true;
  };
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  return tokens
    .map((token, index) => {
      if (token.kind !== "date") return token.text;
      const width = token.text.length;
      const month = date.getUTCMonth();
      switch (token.text[0]) {
        case "y":
          return width > 2 ? pad(date.getUTCFullYear(), 4) : pad(date.getUTCFullYear() % 100, 2);
        case "m":
          if (isMinute(index)) return pad(date.getUTCMinutes(), width);
          return width > 2 ? (MONTHS[month] ?? "").slice(0, width === 3 ? 3 : undefined) : pad(month + 1, width);
        case "d":
          return width > 2 ? (DAYS[date.getUTCDay()] ?? "").slice(0, width === 3 ? 3 : undefined) : pad(date.getUTCDate(), width);
        case "h":
          return pad(date.getUTCHours(), width);
        case "s":
          return pad(date.getUTCSeconds(), width);
        default:
          return date.getUTCHours() < 12 ? "AM" : "PM";
      }
    })
    .join("");
}

/** Excel shows at most 11 characters and 15 digits under General. */
function generalText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  const short = Number(value.toPrecision(Math.abs(value) < 1 ? 9 : 10));
  return String(Math.abs(short) < 1e11 ? short : short.toExponential(5).toUpperCase());
}
