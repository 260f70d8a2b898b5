import { expect, it } from "vitest";
import { reachesLevel } from "../../../src/core/matching/localities";

it.each([
  ["各市政府", "市", true],
  ["各市、县（市、区）政府", "市", true],
  ["各市、县（市、区）政府", "县", true],
  ["各市、县（市、区）政府", "区", true],
  ["各设区市", "市", true],
  ["各设区的市人民政府", "市", true],
  ["各地级以上市人民政府", "市", true],
  ["各市州", "市", true],
  ["各地", "市", true],
  ["各地区", "县", true],
  ["各级政府", "镇", true],
  ["县级以上人民政府", "县", true],
  ["各县区政府", "区", true],
  ["各乡镇（街道）", "镇", true],
  ["各市政府", "县", false],
  ["各设区市", "区", false],
  ["各县（市、区）政府", "市", false],
  ["各县区政府", "镇", false],
  ["县级以上人民政府", "镇", false],
  ["各经济开发区", "区", false],
  ["各地", "省", false],
  ["各市政府", "部门", false],
  ["各市政府", null, false],
] as const)("%s reaches %s: %s", (words, level, expected) => expect(reachesLevel(words, level, 1)).toBe(expected));

it("never reaches the level that issued the document, nor above", () => {
  expect(reachesLevel("各市政府", "市", 2)).toBe(false);
  expect(reachesLevel("各省（区、市）", "省", 0)).toBe(true);
});
