/**
 * A number in a numbering format of Word (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat), as far as Chinese office documents
 * use them. Undefined for formats that show no number: bullets, none, and those unknown here.
 */
export function formatNumber(value: number, format: string): string | undefined {
  switch (format) {
    case "decimal":
      return String(value);
    case "decimalZero":
      return value < 10 ? `0${value}` : String(value);
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case "chineseCounting":
    case "chineseCountingThousand":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
    case "japaneseCounting":
      return counted(value, "〇一二三四五六七八九", ["", "十", "百", "千"]);
    case "chineseLegalSimplified":
      return counted(value, "零壹贰叁肆伍陆柒捌玖", ["", "拾", "佰", "仟"]);
    case "ideographDigital":
    case "japaneseDigitalTenThousand":
      return String(value).replace(/\d/gu, (digit) => "〇一二三四五六七八九"[Number(digit)] ?? digit);
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    case "decimalEnclosedParen":
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2473 + value) : `(${value})`;
    case "decimalEnclosedFullstop":
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2487 + value) : `${value}.`;
    case "ideographEnclosedCircle":
      return value >= 1 && value <= 10 ? String.fromCharCode(0x327f + value) : String(value);
    case "ideographTraditional":
      return "甲乙丙丁戊己庚辛壬癸"[value - 1];
    case "upperLetter":
      return letters(value, 65);
    case "lowerLetter":
      return letters(value, 97);
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    default:
      return undefined;
  }
}

/** 12 → 十二, 20 → 二十, 105 → 一百〇五; above 9,999 as digits. */
function counted(value: number, digits: string, units: readonly string[]): string {
  if (value < 1 || value > 9_999) return String(value);
  let text = "";
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      gap = text !== "";
      continue;
    }
    if (gap) text += digits[0] ?? "";
    gap = false;
    // 十二, not 一十二, at the head of a number.
    text += (power === 1 && digit === 1 && text === "" && units[1] === "十" ? "" : (digits[digit] ?? "")) + (units[power] ?? "");
  }
  return text;
}

/** 1 → A, 27 → AA, 28 → BB, as Word counts. */
function letters(value: number, first: number): string {
  return value < 1 ? String(value) : String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 20));
}

function roman(value: number): string {
  if (value < 1 || value > 3_999) return String(value);
  const signs: readonly (readonly [number, string])[] = [[1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]];
  let rest = value;
  let text = "";
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
