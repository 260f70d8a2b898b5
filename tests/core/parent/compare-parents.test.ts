import { describe, expect, test } from "vitest";
import { compareParents } from "../../../src/core/parent/compare-parents";
import { fingerprintOf } from "../../../src/core/parent/fingerprint-of";
import { parentOf } from "../../support/parent-of";

const first = parentOf({
  tasks: [
    { requirement: "每月公开出厂水和管网水的水质监测结果。", units: "市卫生健康委", deadline: "持续推进" },
    { requirement: "修订突发供水事件应急预案，明确分级响应程序。", units: "市应急管理局", deadline: "5月底前" },
    { requirement: "公布节水型小区名单。", units: "市水利局", deadline: "11月底前" },
  ],
});

describe("compareParents", () => {
  test("the same tasks, printed otherwise, are no change", () => {
    const again = parentOf({ tasks: first.tasks.map((task) => ({ ...task, requirement: task.requirement.replace("，", ", ") })) });
    expect(compareParents(first, again)).toEqual({ added: [], dropped: [], changed: [] });
    expect(fingerprintOf(again.tasks)).toBe(fingerprintOf(first.tasks));
  });

  test("added, dropped and changed tasks", () => {
    const [water, plan] = first.tasks;
    const next = parentOf({
      tasks: [
        { ...water!, deadline: "每月底前" },
        { requirement: "建立应急送水车辆储备台账。", units: "市水务集团", deadline: "年底前" },
        { ...plan!, seq: "3", requirement: "修订突发供水事件应急预案，明确分级响应程序和报告时限。" },
      ],
    });
    const { added, dropped, changed } = compareParents(first, next);
    expect(added.map((task) => task.requirement)).toEqual(["建立应急送水车辆储备台账。"]);
    expect(dropped.map((task) => task.requirement)).toEqual(["公布节水型小区名单。"]);
    expect(changed.map((change) => change.fields)).toEqual([["deadline"], ["seq", "requirement"]]);
    expect(fingerprintOf(next.tasks)).not.toBe(fingerprintOf(first.tasks));
  });

  test("equal requirements are paired in order, once each", () => {
    const twice = parentOf({ tasks: [{ requirement: "开展业务培训。" }, { requirement: "开展业务培训。" }] });
    const once = parentOf({ tasks: [{ requirement: "开展业务培训。" }] });
    expect(compareParents(twice, once).dropped).toHaveLength(1);
    expect(compareParents(once, twice).added).toHaveLength(1);
  });
});
