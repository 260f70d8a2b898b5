import { itemsApart } from "../../../src/core/rules/items-apart";
import { testRule } from "../../support/test-rule";

const H = ["具体要求", "责任单位", "完成时限"];
const TEXTS = ["公开年度财政预算和决算信息。", "做好政策解读材料的发布。", "组织开展政务公开业务培训。", "建立政务公开工作台账。", "清理长期不更新的新媒体账号。", "办理依申请公开事项。", "发布年度工作报告。", "开展公开日活动。", "开展满意度调查。"];
const long = TEXTS.map((text, index) => [`${index + 1}.${text}`, "办公室", index % 2 ? "全年" : "年底前"]);

testRule(itemsApart, {
  silent: [
    { name: "一格一项", rows: [H, ...long] },
    { name: "全表都是一格几项，是这张表的写法", rows: [H, ["1.公开预算信息。2.公开决算信息。", "办公室", "年底前"], ["3.更新公开指南。4.更新公开目录。", "办公室", "年底前"]] },
    { name: "有序号列时，格里的1.2.是一项任务里的几点", rows: [["序号", ...H], ...long.map((row, index) => [index + 1, TEXTS[index]!, ...row.slice(1)]), [10, "1.更新公开指南。2.更新公开目录。", "办公室", "年底前"]] },
  ],
  found: [{ name: "只有一格写了两项", rows: [H, ...long, ["10.修订公开指南并报上级备案。11.修订公开目录并报上级备案。", "办公室", "6月底前"], ["12.组织知识竞赛。", "办公室", "年底前"]], problems: ["A11 warning several"], suggestions: ["拆成几行"] }],
});
