import { describe, expect, test } from "vitest";
import { labelKind, lowerLabelKind, type LabelKind } from "../../../src/core/ledger/labels";

const known: readonly (readonly [LabelKind, readonly string[]])[] = [
  ["seq", ["序号", "序\n号", "編號", "编 号", "任务序号", "项次", "No.", "立项号", "督办编号", "提案编号", "隐患编号"]],
  ["units", ["责任单位", "責任單位", "责任部门（单位）", "责任部门(单位)", "责任科室", "责任处室", "责任主体", "整改责任单位", "责任单位及责任人", "牵头单位和配合单位", "任务分工", "责任单位（排在第一位的为牵头单位，其他为配合单位）"]],
  ["leadUnits", ["牵头单位", "牵头责任单位", "牵头部门", "主办单位", "主责单位", "承办单位"]],
  ["cooperateUnits", ["配合单位", "协同责任单位", "协办单位", "参与单位", "配合部门（单位）"]],
  ["implementUnits", ["落实单位", "实施单位"]],
  ["persons", ["责任人", "分管领导", "责任领导", "负责人", "牵头领导", "首问责任人", "包案领导"]],
  ["contact", ["联系人", "联系电话", "联系人及电话", "项目负责人及电话", "责任人联系方式"]],
  ["deadline", ["时限要求", "完成时限", "完成时间", "完成\n时限", "整改时限", "公开时限", "计划完成时间", "办结时限", "时间节点", "完成时限及要求", "化解时限", "化解时间", "计划竣工时间", "预计投产时间", "办复期限", "完成时限 Deadline", "Deadline 完成时限"]],
  ["measures", ["工作措施", "具体措施", "整改措施", "主要举措"]],
  ["progress", ["进展情况", "完成情况", "落实情况", "工作进展", "目前进展情况", "整改情况", "截至6月底进展情况", "化解情况", "化解进展", "复查情况", "处置情况", "验收结果", "形象进度"]],
  ["status", ["完成状态", "是否完成", "是否销号", "销号情况", "完成率"]],
  ["problem", ["存在问题", "反馈问题", "问题描述", "问题清单", "隐患描述", "事故隐患", "风险隐患", "检视问题", "审计查出问题"]],
  ["source", ["任务来源", "文件依据", "问题来源"]],
  ["result", ["成果形式", "佐证材料", "公开载体", "佐证链接", "公开网址", "2024年目标", "2025年度目标值"]],
  ["remarks", ["备注", "備 註", "说明", "备注 Remarks"]],
  ["requirement", ["具体要求", "工作内容", "督办事项", "具体任务", "工作要点", "整改要求", "建设内容及规模", "建设内容与规模", "提案标题", "案由", "标题", "审议意见", "批示精神"]],
  ["task", ["工作任务", "重点任务", "2026年目标任务", "项目名称", "年度目标", "工作任务 Task", "行动名称", "工程名称"]],
  ["level1", ["任务类别", "一级指标", "工作类别", "所属领域"]],
  ["other", ["实际完成时间", "交办时间", "填报单位", "发文日期", "督导单位", "监督部门", "督导责任单位", "验收单位", "总投资", "年度投资计划", "涉及金额（万元）", "季度节点", "分季度目标", "季度工作安排", "开工时间", "隐患等级", "隐患地点", "建设规模", "建设地点", "信访人", "批示领导"]],
];

const unknown = ["", "安徽省", "一、加强领导", "年底前", "市教育局", "县级以上各级人民政府要主动公开规划", "联系单位张三", "第一季度", "完成", "1", "Deadline", "资金保障有力", "监督检查", "督导组到位", "标题新颖", "要求各单位于月底前将完成情况报送至市政府办公室备查"];

describe("labelKind", () => {
  test.each(known.flatMap(([kind, labels]) => labels.map((label) => [label, kind] as const)))("%j is %s", (label, kind) => {
    expect(labelKind(label)).toBe(kind);
  });

  test.each(unknown)("%j is no label", (text) => {
    expect(labelKind(text)).toBeNull();
  });

  test("a lower cell is read with the cell above it", () => {
    expect(lowerLabelKind("责任单位", "牵头")).toBe("leadUnits");
    expect(lowerLabelKind("责任单位", "配合")).toBe("cooperateUnits");
    expect(lowerLabelKind("时间安排", "完成")).toBe("deadline");
    expect(lowerLabelKind("责任落实", "责任领导")).toBe("persons");
    expect(lowerLabelKind("季度节点", "一季度")).toBe("other");
    expect(lowerLabelKind("2025年投资", "6月")).toBe("other");
    expect(lowerLabelKind("", "牵头")).toBeNull();
  });
});
