import { deadlineDefinite } from "../../../src/core/rules/deadline-definite";
import { testRule } from "../../support/test-rule";
import { withDeadlines } from "./deadline-cases";

const H = ["序号", "具体要求", "责任单位", "完成时限"];
const A = "健全养老机构等级评定结果定期公布制度。";
const B = "及时更新政府信息公开指南和目录。";

testRule(deadlineDefinite, {
  silent: [
    { name: "都有日子", ...withDeadlines("年底前", "6月底前", "全年") },
    { name: "多数行都说得笼统，是这张表的写法", ...withDeadlines("适时", "及时", "年底前") },
    { name: "持续推进不算笼统", ...withDeadlines("年底前", "持续推进", "6月底前", "长期坚持") },
    { name: "汛期、寒假、学年是大家知道的时候", ...withDeadlines("年底前", "汛期", "6月底前", "10月底前", "2024年寒假", "9月底前", "8月底前", "全学年") },
    { name: "画一道斜杠，没有时限", ...withDeadlines("年底前", "/", "6月底前", "10月底前", "——") },
    { name: "上级也写适时", rows: [H, ["1", A, "养老服务处", "适时"], ["2", B, "办公室", "6月底前"], ["3", "开展培训并考核上岗。", "人事处", "年底前"]], parent: [H, ["1", A, "省民政厅", "适时"], ["2", B, "各部门", "6月底前"]] },
  ],
  found: [
    { name: "多数行有日子，只有一行适时", ...withDeadlines("年底前", "适时", "6月底前", "10月底前"), problems: ["D3 warning vague"] },
    { name: "上级有日子，本表画了一道：请核对", rows: [H, ["1", A, "养老服务处", "/"], ["2", B, "办公室", "6月底前"]], parent: [H, ["1", A, "省民政厅", "10月底前"], ["2", B, "各部门", "6月底前"]], problems: ["D2 warning vague"] },
    { name: "上级有日子", rows: [H, ["1", A, "养老服务处", "尽快"], ["2", B, "办公室", "6月底前"]], parent: [H, ["1", A, "省民政厅", "10月底前"], ["2", B, "各部门", "6月底前"]], problems: ["D2 warning vague"], suggestions: ["改为“10月底前”"] },
  ],
});
