import { commentRemoved } from "../../../src/core/rules/comment-removed";
import { testRule } from "../../support/test-rule";
import { CLEAN } from "./publication-cases";

testRule(commentRemoved, {
  silent: [{ name: "没有批注", rows: CLEAN }],
  found: [{ name: "两条批注，指第一条", rows: CLEAN, grid: { comments: [{ row: 2, column: 3, text: "再核" }, { row: 1, column: 2, text: "此处与处长核" }] }, problems: ["C2 info comments"] }],
});
