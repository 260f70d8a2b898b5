import { innerColumnWithheld } from "../../../src/core/rules/inner-column-withheld";
import { testRule } from "../../support/test-rule";

const sheet = (label: string, first: string | null) => [["序号", "具体要求", "责任单位", "完成时限", label], ["1", "公开年度财政预算和决算信息。", "办公室", "年底前", first], ["2", "做好政策解读材料的发布。", "法规科", "全年", null]];

testRule(innerColumnWithheld, {
  silent: [
    { name: "没有这样的栏", rows: sheet("备注", "已公开") },
    { name: "有栏没有填", rows: sheet("联系电话", null) },
    { name: "对外的电话", rows: sheet("咨询电话", "2671234") },
    { name: "监督电话", rows: sheet("监督举报电话", "12345") },
    { name: "责任单位不是责任人", rows: sheet("配合单位", "信息中心") },
  ],
  found: [
    { name: "负责人", rows: sheet("负责人", "王某某"), problems: ["E1 warning inner"] },
    { name: "责任人", rows: sheet("责 任 人", "王某某"), problems: ["E1 warning inner"] },
    { name: "联系人及电话", rows: sheet("联系人及电话", "王某某 2671234"), problems: ["E1 warning inner"] },
    { name: "手机", rows: sheet("手机号码", "138****5678"), problems: ["E1 warning inner"] },
  ],
});
