import { taskFactsKept } from "../../../src/core/rules/task-facts-kept";
import { testRule } from "../../support/test-rule";

const H = ["序号", "具体要求", "责任单位", "完成时限"];
const OTHER = "及时更新政府信息公开指南和目录。";
const rows = (requirement: string) => [H, ["1", requirement, "办公室", "年底前"], ["2", OTHER, "办公室", "6月底前"]];

testRule(taskFactsKept, {
  silent: [
    { name: "数字照抄", rows: rows("图解、短视频解读数量不低于解读总量的60%。"), parent: rows("图解、短视频解读数量不低于解读总量的60%。") },
    { name: "数字略去", rows: rows("用好图解、短视频开展解读。"), parent: rows("用好图解、短视频开展解读，数量不低于解读总量的60%。") },
    { name: "文件名写短了", rows: rows("对照《政府信息公开申请办理规范》开展一次自查并逐项整改。"), parent: rows("对照《云岭省政府信息公开申请办理规范》开展一次自查并逐项整改。") },
    { name: "全角半角不算改", rows: rows("图解、短视频解读数量不低于解读总量的６０％。"), parent: rows("图解、短视频解读数量不低于解读总量的60%。") },
  ],
  found: [
    { name: "数字改了", rows: rows("图解、短视频解读数量不低于解读总量的50%。"), parent: rows("图解、短视频解读数量不低于解读总量的60%。"), problems: ["B2 warning changed"] },
    { name: "文号抄错", rows: rows("对照《申请办理规范》（云政办发〔2023〕12号）开展一次自查并逐项整改。"), parent: rows("对照《申请办理规范》（云政办发〔2023〕21号）开展一次自查并逐项整改。"), problems: ["B2 warning changed"] },
  ],
});
