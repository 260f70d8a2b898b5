import { docNumberForm } from "../../../src/core/rules/doc-number-form";
import { testRule } from "../../support/test-rule";
import { parentWith, withRequirements } from "./text-cases";

const TASK = "健全热线考核监督机制，落实国办发〔2020〕53号文件要求，实现一个号码服务。";

testRule(docNumberForm, {
  silent: [
    { name: "六角括号", ...withRequirements("落实国办发〔2020〕53号文件要求。", "更新指南。") },
    { name: "令、公告没有年份括号", ...withRequirements("贯彻国务院令第711号。", "更新指南。") },
    { name: "法院案号用圆括号", ...withRequirements("执行（2021）皖01行初5号判决。", "更新指南。") },
    { name: "括号里的年份不是文号", ...withRequirements("完成整改（2024年底前）15项，见附件2号表。", "更新指南。") },
    { name: "门牌号、热线号", ...withRequirements("在人民路（2024新址）12号办公，开通12345号码。", "更新指南。") },
    { name: "公历日期的号", ...withRequirements("每月[含节假日]28号前公布。", "更新指南。") },
  ],
  found: [
    { name: "方括号", ...withRequirements("落实江政办发[2024]12号文件要求。", "更新指南。"), problems: ["B2 info brackets"], fixed: { B2: "落实江政办发〔2024〕12号文件要求。" } },
    { name: "圆括号和空格", ...withRequirements("落实江政办秘（2024） 12 号文件要求。", "按照国发【2024】3号执行。"), problems: ["B2 info brackets", "B3 info brackets"], fixed: { B2: "落实江政办秘〔2024〕12号文件要求。", B3: "按照国发〔2024〕3号执行。" } },
    { name: "丢了括号，上级有", ...withRequirements("健全热线考核监督机制，落实国办发〔202053号文件要求，实现一个号码服务。", "更新指南。"), parent: parentWith([TASK, "市政府办公室"], ["更新指南。", "各单位"]), problems: ["B2 warning damaged"], suggestions: ["照上级改"] },
    { name: "丢了序号，没有上级", ...withRequirements("对照《规范》（云政办发〔2023号）自查。", "更新指南。"), problems: ["B2 warning damaged"], suggestions: [] },
    { name: "丢了前半括号", ...withRequirements("落实国办发2020〕53号要求。", "更新指南。"), problems: ["B2 warning damaged"] },
  ],
});
