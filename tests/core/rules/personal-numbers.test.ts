import { describe, expect, it } from "vitest";
import { identityNumbersIn, masked, mobileNumbersIn } from "../../../src/core/rules/personal-numbers";

describe("mobile numbers", () => {
  it.each([
    ["联系电话13812345678", ["13812345678"]],
    ["138-1234-5678", ["138-1234-5678"]],
    ["王某某 139 8765 4321；李某某，15012345678。", ["139 8765 4321", "15012345678"]],
    ["13812345678/19912345678", ["13812345678", "19912345678"]],
    ["+86 13812345678", ["13812345678"]],
    ["（86）13812345678", ["13812345678"]],
    ["１３８１２３４５６７８", ["１３８１２３４５６７８"]],
    ["手机：13812345678（微信同号）", ["13812345678"]],
  ])("%s", (text, written) => expect(mobileNumbersIn(text).map((number) => number.written)).toEqual(written));

  it.each(["0554-2671234", "0551-62601234", "12345政务服务热线", "400-800-8820", "投资13812345678元", "安排资金 15000000000 万元", "编号AB13812345678", "2021-13812345678-01", "138****5678", "1381234567", "138123456789", "12812345678", "13812345678.50", "20210513812", "第13812345678号文_1".replace("13812345678", "1381234"), "统一社会信用代码91340100MA2N13812X"])("leaves %s alone", (text) => expect(mobileNumbersIn(text)).toEqual([]));
});

describe("identity numbers", () => {
  it.each([
    ["身份证号11010519491231002X", ["11010519491231002X"], [true]],
    ["440524188001010014", [], []],
    ["11010519491231002x。", ["11010519491231002x"], [true]],
    ["１１０１０５１９４９１２３１００２Ｘ", ["１１０１０５１９４９１２３１００２Ｘ"], [true]],
    ["原号110105491231002", ["110105491231002"], [false]],
  ])("%s", (text, written, certain) => {
    expect(identityNumbersIn(text).map((number) => number.written)).toEqual(written);
    expect(identityNumbersIn(text).map((number) => number.certain)).toEqual(certain);
  });

  it.each(["110105194912310021", "110105194913310021", "991105194912310021", "91340100MA2N0000XX", "6222021302001234567", "340102********1234", "项目代码340102491331002", "2021034010249123"])("leaves %s alone", (text) => expect(identityNumbersIn(text)).toEqual([]));
});

it("hides the middle of every number and nothing else", () => {
  const text = "王某某13812345678，李某某 139-8765-4321";
  expect(masked(text, mobileNumbersIn(text))).toBe("王某某138****5678，李某某 139****4321");
});
