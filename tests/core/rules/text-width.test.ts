import { textWidth } from "../../../src/core/rules/text-width";
import { testRule } from "../../support/test-rule";
import { withRequirements, withUnits } from "./text-cases";

const FULL = ["公开预算，及时更新（含部门预算）；做好解读。", "更新指南，补齐目录（含附件）；做好发布。"];

testRule(textWidth, {
  silent: [
    { name: "全表都用半角，是本表的习惯", ...withRequirements("公开预算,及时更新。", "更新指南,补齐目录。", "做好解读,及时发布。") },
    { name: "数字里的逗号、时刻、比例", ...withRequirements(...FULL, "支出1,000元以上的，10:30前公布，按1:1配套。") },
    { name: "网址和邮箱", ...withRequirements(...FULL, "登录 https://www.example.gov.cn/a?b=1;c=2 查询，发送至zwgk@example.cn。") },
    { name: "英文和公式", ...withRequirements(...FULL, "采用Open Data(v2, v3)格式。", "按f(x)计算。") },
    { name: "引号和书名号里的", ...withRequirements(...FULL, "落实“放,管,服”要求。", "执行《办法(试行)》。") },
    { name: "区号", ...withRequirements(...FULL, "公布电话(0551)62600000。") },
    { name: "条目编号的半边括号", ...withRequirements(...FULL, "1)公开预算。2)公开决算。") },
    { name: "句中的问号可能是丢了的字", ...withRequirements(...FULL, "加强?管理。") },
  ],
  found: [
    { name: "括号成对改", ...withRequirements(...FULL, "落实意见(国办发〔2020〕53号)要求。"), problems: ["B4 info half"], fixed: { B4: "落实意见（国办发〔2020〕53号）要求。" } },
    { name: "一边半角一边全角", ...withUnits("办公室（宣传中心）", "社会事务处(儿童福利处）"), problems: ["C3 info half"], fixed: { C3: "社会事务处（儿童福利处）" } },
    { name: "一格里几种标点，一次改", ...withRequirements(...FULL, "公开预算,做好解读;发布材料(含附件)。"), problems: ["B4 info half"], fixed: { B4: "公开预算，做好解读；发布材料（含附件）。" } },
    { name: "表里半角居多的分号不动", ...withRequirements(...FULL, "公开预算;公开决算;公开采购;做好解读,发布材料。"), problems: ["B4 info half"], fixed: { B4: "公开预算;公开决算;公开采购;做好解读，发布材料。" } },
    { name: "表里没有全角冒号，看别的标点", ...withRequirements(...FULL, ...FULL, "重点做好两项:公开预算，公开决算。"), problems: ["B6 info half"], fixed: { B6: "重点做好两项：公开预算，公开决算。" } },
    { name: "数字后面、汉字前面", ...withRequirements(...FULL, "拨打12345,及时反映。"), problems: ["B4 info half"], fixed: { B4: "拨打12345，及时反映。" } },
    { name: "句末问号", ...withRequirements(...FULL, ...FULL, "公开了没有?"), problems: ["B6 info half"], fixed: { B6: "公开了没有？" } },
  ],
});
