import { bracketsPaired } from "../../../src/core/rules/brackets-paired";
import { testRule } from "../../support/test-rule";
import { withRequirements, withUnits } from "./text-cases";

testRule(bracketsPaired, {
  silent: [
    { name: "成对", ...withRequirements("落实《办法》（试行），用好“一图读懂”。", "按【要点】办〔2024〕1号。") },
    { name: "半角配全角", ...withRequirements("落实意见(试行）。", "更新指南。") },
    { name: "套着的", ...withRequirements("落实《江城市〈条例〉实施办法（试行）》。", "“用好‘一图读懂’栏目”。") },
    { name: "条目编号", ...withRequirements("1）公开预算；2）公开决算。", "a)更新指南。") },
    { name: "英文撇号", ...withRequirements("推广 people’s choice 栏目。", "更新指南。") },
    { name: "残缺文号另查", ...withRequirements("落实国办发〔202053号要求。", "更新指南。") },
    { name: "换页断开、接上后成对", rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "正确适用《政府信息公开信息处理费", "办公室", "年底前"], ["序号", "具体要求", "责任单位", "完成时限"], ["", "管理办法》，按照规定计收。", "", ""], ["2", "更新指南，补齐目录。", "办公室", "年底前"], ["3", "做好解读，及时发布。", "办公室", "年底前"]] },
  ],
  found: [
    { name: "书名号", ...withRequirements("落实《江城市政务公开办法要求。", "更新指南。"), problems: ["B2 warning open"] },
    { name: "引号只剩后半边", ...withRequirements("健全12345”热线机制。", "更新指南。"), problems: ["B2 warning open"] },
    { name: "括号", ...withUnits("社会事务处（儿童福利处", "办公室"), problems: ["C2 warning open"] },
    { name: "两种括号错配", ...withRequirements("做好规划（计划〕的公开。", "更新指南。"), problems: ["B2 warning open", "B2 warning open"] },
  ],
});
