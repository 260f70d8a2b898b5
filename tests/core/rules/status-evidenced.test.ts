import { statusEvidenced } from "../../../src/core/rules/status-evidenced";
import { testRule } from "../../support/test-rule";
import { withStatus } from "./deadline-cases";

testRule(statusEvidenced, {
  silent: [
    { name: "完成的都写了", ...withStatus(["6月底前", "已公开。", "已完成"], ["年底前", "已发布。", "已完成"]) },
    { name: "没完成的空着", ...withStatus(["6月底前", "已公开。", "已完成"], ["年底前", "", "进行中"]) },
    { name: "多数都不写，是这张表的习惯", ...withStatus(["6月底前", "", "已完成"], ["年底前", "", "已完成"], ["5月底前", "已公开。", "已完成"]) },
  ],
  found: [{ name: "只有一行没写", ...withStatus(["6月底前", "已公开。", "已完成"], ["年底前", "", "已完成"], ["5月底前", "已发布。", "已完成"]), problems: ["E3 warning bare"] }],
});
