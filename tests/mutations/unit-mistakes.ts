import { pick } from "./clean-ledger";
import { gridOf, replaceOne, slip, someRow, withCell, type Mistake } from "./mutant";

/** Names with one character typed wrongly, as input methods do. */
const SLIPS: readonly (readonly [string, string])[] = [["财政局", "财正局"], ["民政局", "民正局"], ["教育局", "教有局"], ["司法局", "司发局"], ["审计局", "审记局"], ["水利局", "水里局"], ["交通运输局", "交通运输居"], ["市场监管局", "市场监官局"], ["生态环境局", "生态环竟局"], ["农业农村局", "农业农材局"]];
/** Names that ended with the reform of 2018 and have one successor everywhere; where offices named the new organ differently, nobody can say which is meant. */
const FORMER: readonly (readonly [string, string])[] = [["市生态环境局", "市环境保护局"], ["市生态环境局", "市环保局"], ["市应急管理局", "市安全生产监督管理局"], ["市应急管理局", "市安监局"]];
const UPPER: readonly (readonly [string, string])[] = [["市财政局", "市财政厅"], ["市民政局", "市民政厅"], ["市教育局", "市教育厅"], ["市司法局", "市司法厅"], ["市水利局", "市水利厅"], ["市交通运输局", "市交通运输厅"], ["市自然资源和规划局", "市自然资源厅"], ["市农业农村局", "市农业农村厅"], ["市审计局", "市审计厅"]];
const SPOKEN: readonly (readonly [string, string])[] = [["市自然资源和规划局", "市自规局"], ["市卫生健康委", "市卫健委"], ["市住房城乡建设局", "市住建局"], ["市文化和旅游局", "市文旅局"]];

function renamed(pairs: readonly (readonly [string, string])[]) {
  return (text: string, next: (most: number) => number) => {
    const fitting = pairs.filter(([name]) => text.includes(name));
    if (fitting.length === 0) return undefined;
    const [name, other] = pick(fitting, next);
    return text.replace(name, other);
  };
}

export const unitMistakes: readonly Mistake[] = [
  {
    rule: "units-filled",
    name: "责任单位空着",
    make(clean, next) {
      const row = next(4) === 0 ? clean.first : someRow(clean, next);
      return { grid: gridOf(clean, withCell(clean, row, clean.columns.units, null)), row };
    },
  },
  slip("lead-count", "两家都牵头", "units", (text) => (/^[^，]+牵头，[^、]+、/u.test(text) ? text.replace("、", "牵头，") : undefined), false, { on: true }),
  slip("unit-spelling", "单位打错字", "units", renamed(SLIPS)),
  slip("unit-renamed", "早已更名的单位", "units", renamed(FORMER)),
  slip("unit-other-level", "写成省里的叫法", "units", renamed(UPPER)),
  {
    rule: "unit-short-form",
    name: "口头简称",
    make(clean, next) {
      const [name, spoken] = pick(SPOKEN, next);
      const { units } = clean.columns;
      if (!clean.values.some((cells) => String(cells[units]).includes(name))) return undefined;
      return { grid: gridOf(clean, clean.values.map((cells) => cells.map((cell, column) => (column === units ? String(cell).replace(name, spoken) : cell)))) };
    },
  },
  slip("unit-one-spelling", "同一单位两种写法", "units", (text, next, clean) => {
    const often = (name: string) => clean.values.filter((cells) => String(cells[clean.columns.units]).includes(name)).length >= 2;
    return renamed(([["市自然资源和规划局", "市自规局"], ["市卫生健康委", "市卫健委"], ["市住房城乡建设局", "市住建局"], ["市文化和旅游局", "市文旅局"], ["市卫生健康委", "市卫生健康委员会"]] as const).filter(([name]) => often(name)))(text, next);
  }),
  slip("unit-repeated", "一格里写了两遍", "units", (text) => {
    const [, lead, first] = /^(.+?)牵头，(.+?)(?:、.+)?配合$/u.exec(text) ?? [];
    return lead && first ? text.replace("配合", `、${first}配合`) : undefined;
  }),
  slip("unit-separators", "分隔与全表不同", "units", (text, next) => replaceOne(text, /、/gu, pick(["，", ","], next), next)),
  slip("unit-separators", "分隔成了空格", "units", (text, next) => replaceOne(text, /、/gu, " ", next)),
  slip("unit-separators", "多了一个顿号", "units", (text, next) => replaceOne(text, /、/gu, pick(["、、", "、，"], next), next)),
  {
    rule: "unit-known",
    name: "名录里没有",
    make(clean, next) {
      const row = someRow(clean, next);
      const names = [...new Set(clean.values.slice(clean.first).flatMap((cells) => String(cells[clean.columns.units]).split(/牵头|配合|[，、]/u)).filter((name) => name !== ""))];
      return { grid: gridOf(clean, withCell(clean, row, clean.columns.units, pick(["市大数据中心牵头，市财政局配合", "市气象服务站", "市投资促进中心"], next))), units: [...names, "市财政局"], row };
    },
  },
];
