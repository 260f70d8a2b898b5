import { describe, expect, test } from "vitest";
import { looksLikeDeadline, looksLikeSerial, looksLikeStatus, looksLikeUnits } from "../../../src/core/ledger/looks-like";

describe("looksLikeDeadline", () => {
  test.each(["年底前", "10 月底前", "2026年6月30日", "2026/6/30", "2026-06-30", "2024.05", "持续推进", "长期坚持", "每季度末", "印发后一个月内", "三季度", "1—11月", "全年", "2026年12月底前完成", "立行立改", "6.30前", "即知即改", "5个工作日内"])("%j", (text) => {
    expect(looksLikeDeadline(text)).toBe(true);
  });
  test.each(["", "市教育局", "一、加强领导", "年底前全面完成政府网站集约化试点任务。", "做好2021年国务院部门新出台标准指引的承接工作", "及时处置并报告。", "已完成", "推进年报编制", "每件事都要有着落"])("not %j", (text) => {
    expect(looksLikeDeadline(text)).toBe(false);
  });
});

describe("looksLikeUnits", () => {
  test.each(["市教育局", "省政府办公厅牵头，省政府有关部门，各市、县（市、区）政府负责落实", "各相关科室", "规划财务处、福彩中心", "人行池州支行", "牵头单位：市教育局；配合单位：市财政局", "社会事务处(儿童福利处)", "各县区政府", "省直各单位", "区文化館"])("%j", (text) => {
    expect(looksLikeUnits(text)).toBe(true);
  });
  test.each(["", "年底前", "一、加强政务公开平台建设", "推进部门所属单位预算、决算及相关报表公开。", "做好财政信息公开", "3", "张三", "建设区级老年活动中心"])("not %j", (text) => {
    expect(looksLikeUnits(text)).toBe(false);
  });
});

describe("looksLikeSerial, looksLikeStatus", () => {
  test("numbers of rows and words of state", () => {
    for (const text of ["3", "3.", "（3）", "③", "第3项", "十二", "1-2", "1.2"]) expect(looksLikeSerial(text)).toBe(true);
    for (const text of ["", "3月", "加强", "2021年", "一、加强"]) expect(looksLikeSerial(text)).toBe(false);
    for (const text of ["已完成", "推进中", "是", "80%", "已销号", "达到序时进度"]) expect(looksLikeStatus(text)).toBe(true);
    for (const text of ["", "已完成2处。", "年底前", "市教育局"]) expect(looksLikeStatus(text)).toBe(false);
  });
});
