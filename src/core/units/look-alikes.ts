/** Characters of organ names with those that typing by strokes and character recognition put in their place. */
const groups: readonly string[] = [
  "政攻玫致", "育肓盲", "计汁讦", "设没投", "村材", "官管菅宫", "建健键", "事亨", "宣室宜", "未末", "日曰", "土士", "己已巳", "侯候", "治冶", "技枝", "徽微薇", "财材", "局居", "委季", "厅庁斤",
  "税悦", "统流", "住往佳", "房旁", "环坏", "境镜", "农衣", "水永", "利刊", "源原", "贸贷", "安按", "审宙", "民氏", "信倍", "应庄", "旅族", "体休", "科料", "教敖", "林材", "药约", "监盐", "营菅", "输翰", "障章",
];

const byCharacter = new Map<string, Set<string>>();
for (const group of groups) {
  for (const character of group) {
    const others = byCharacter.get(character) ?? new Set<string>();
    for (const other of group) if (other !== character) others.add(other);
    byCharacter.set(character, others);
  }
}

/** Whether one character is easily taken for the other: 攻 for 政, 微 for 徽. */
export function lookAlike(a: string, b: string): boolean {
  return byCharacter.get(a)?.has(b) ?? false;
}
