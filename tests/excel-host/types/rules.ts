import { invalidArgument, itemNotFound, notImplemented } from "../engine/errors";
import { collection, hostObject, read, record, textArgument, type ObjectType } from "../engine/object-type";
import { intersection, sameBox } from "../model/address";
import type { ConditionalFormat, Validation } from "../model/sheet";
import type { ExcelHost, RangeTarget } from "./host";
import { guard } from "./range";

/** Data validation and conditional formats. */
export function makeRuleTypes(host: ExcelHost) {
  const touching = ({ sheet, box }: RangeTarget) => sheet.validations.filter((one) => intersection(one.place, box) !== null);
  /** The one validation of the whole range: undefined when there is none, null when the cells differ. */
  const common = (range: RangeTarget): Validation | undefined | null => {
    const found = touching(range);
    if (found.length === 0) return undefined;
    const [first] = found;
    const covers = first !== undefined && found.length === 1 && sameBox(intersection(first.place, range.box)!, range.box);
    return covers ? first : null;
  };
  const own = (range: RangeTarget): Validation => {
    guard(range);
    const exact = range.sheet.validations.find((one) => sameBox(one.place, range.box));
    if (exact) return exact;
    if (touching(range).length > 0) throw notImplemented("a validation over a part of another");
    const made: Validation = { place: { ...range.box }, rule: {}, alert: null, prompt: null, ignoreBlanks: true };
    range.sheet.validations.push(made);
    return made;
  };
  const checked = (rule: unknown): Record<string, unknown> => {
    const list = record(record(rule)["list"]);
    // A list given as text holds at most 255 characters.
    if (typeof list["source"] === "string" && list["source"].length > 255) throw invalidArgument();
    return { ...record(rule) };
  };

  const dataValidation: ObjectType<RangeTarget> = {
    name: "DataValidation",
    properties: {
      Type: read((range) => {
        const one = common(range);
        if (one === undefined) return "None";
        return one === null ? "Inconsistent" : capital(Object.keys(one.rule)[0] ?? "none");
      }),
      Rule: { get: (range) => common(range)?.rule ?? {}, set: (range, rule) => void (own(range).rule = checked(rule)) },
      ErrorAlert: { get: (range) => common(range)?.alert ?? null, set: (range, alert) => void (own(range).alert = alert) },
      Prompt: { get: (range) => common(range)?.prompt ?? null, set: (range, prompt) => void (own(range).prompt = prompt) },
      IgnoreBlanks: { get: (range) => common(range)?.ignoreBlanks ?? true, set: (range, on) => void (own(range).ignoreBlanks = on === true) },
    },
    methods: {
      Clear: (range) => {
        guard(range);
        if (touching(range).some((one) => !sameBox(one.place, intersection(one.place, range.box)!))) throw notImplemented("clearing a part of a validation");
        range.sheet.validations = range.sheet.validations.filter((one) => intersection(one.place, range.box) === null);
        return null;
      },
    },
  };

  const rule: ObjectType<ConditionalFormat> = { name: "ConditionalFormatRule", properties: { Formula: { get: (format) => format.formula, set: (format, formula) => void (format.formula = String(formula)) } } };
  const fill: ObjectType<ConditionalFormat> = { name: "ConditionalRangeFill", properties: { Color: { get: (format) => format.fill, set: (format, color) => void (format.fill = String(color)) } } };
  const font: ObjectType<ConditionalFormat> = { name: "ConditionalRangeFont", properties: { Color: { get: (format) => format.font, set: (format, color) => void (format.font = String(color)) } } };
  const rangeFormat: ObjectType<ConditionalFormat> = { name: "ConditionalRangeFormat", navigation: { Fill: (format) => hostObject(fill, format), Font: (format) => hostObject(font, format) } };
  const custom: ObjectType<ConditionalFormat> = { name: "CustomConditionalFormat", navigation: { Rule: (format) => hostObject(rule, format), Format: (format) => hostObject(rangeFormat, format) } };
  const conditionalFormat: ObjectType<ConditionalFormat> = {
    name: "ConditionalFormat",
    id: (format) => ({ Id: format.id }),
    properties: { Id: read((format) => format.id), Type: read((format) => format.type), StopIfTrue: { get: (format) => format.stopIfTrue, set: (format, on) => void (format.stopIfTrue = on === true) } },
    navigation: { Custom: (format) => hostObject(custom, format), CustomOrNullObject: (format) => (format.type === "Custom" ? hostObject(custom, format) : null) },
    methods: {
      GetRange: (format) => host.range(sheetOf(format), format.place),
      GetRangeOrNullObject: (format) => host.range(sheetOf(format), format.place),
      Delete: (format) => {
        const sheet = sheetOf(format);
        sheet.conditionalFormats = sheet.conditionalFormats.filter((one) => one !== format);
        return null;
      },
    },
  };
  const sheetOf = (format: ConditionalFormat) => {
    const sheet = host.book.sheets.find((one) => one.conditionalFormats.includes(format));
    if (sheet === undefined) throw itemNotFound();
    return sheet;
  };

  const conditionalFormatCollection = collection<RangeTarget, ConditionalFormat>({
    name: "ConditionalFormatCollection",
    itemType: conditionalFormat,
    list: ({ sheet, box }) => sheet.conditionalFormats.filter((one) => intersection(one.place, box) !== null),
    matches: (format, key) => format.id === key,
    notFound: itemNotFound,
    methods: {
      Add: (range, args) => {
        guard(range);
        const made: ConditionalFormat = { id: host.book.newId(), place: { ...range.box }, type: textArgument(args, 0), formula: "", fill: "", font: "", stopIfTrue: false };
        range.sheet.conditionalFormats.push(made);
        return hostObject(conditionalFormat, made);
      },
    },
  });

  return { dataValidation, conditionalFormatCollection };
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
