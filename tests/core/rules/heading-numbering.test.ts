import { headingNumbering } from "../../../src/core/rules/heading-numbering";
import { testRule } from "../../support/test-rule";

const texts = ["公开年度预算。", "公开年度决算。", "发布解读材料。", "清理新媒体账号。", "更新公开指南。", "开展业务培训。", "建立工作台账。", "开展年度评估。"];
/** Rows with their headings of one or two levels. */
function withHeadings(...headings: readonly (readonly [level1: string | null, level2?: string | null])[]) {
  const two = headings.some(([, level2]) => level2 !== undefined);
  return {
    rows: [
      two ? ["工作任务", "", "序号", "具体要求", "责任单位", "完成时限"] : ["工作任务", "序号", "具体要求", "责任单位", "完成时限"],
      ...headings.map(([level1, level2], index) => [level1, ...(two ? [level2 ?? null] : []), String(index + 1), texts[index]!, "办公室", "年底前"]),
    ],
  };
}

testRule(headingNumbering, {
  silent: [
    { name: "连续", ...withHeadings(["一、主动公开"], ["二、政策解读"], ["三、平台建设"]) },
    { name: "换页重印的标题", ...withHeadings(["一、主动公开"], ["一、主动公开。"], ["二、政策 解读"], ["二、政策解读"], ["三、平台建设"]) },
    { name: "第二层在新的第一层下重新编号", ...withHeadings(["一、主动公开", "（一）财政信息"], [null, "（二）民生信息"], ["二、政策解读", "（一）解读质量"], [null, "（二）解读形式"]) },
    { name: "摘编的任务，序号本来就跳", ...withHeadings(["一、主动公开"], ["三、政策解读"], ["四、平台建设"], ["七、监督保障"], ["九、队伍建设"]) },
    { name: "没有编号的标题", ...withHeadings(["主动公开"], ["政策解读"], ["平台建设"]) },
    { name: "两段表各从一开始", ...withHeadings(["一、主动公开"], ["二、政策解读"], ["一、平台建设"], ["二、监督保障"]) },
  ],
  found: [
    { name: "跳号", ...withHeadings(["一、主动公开"], ["二、政策解读"], ["四、平台建设"], ["五、监督保障"], ["六、队伍建设"]), problems: ["A4 warning skipped"] },
    { name: "重号", ...withHeadings(["一、主动公开"], ["二、政策解读"], ["二、平台建设"], ["三、监督保障"], ["四、队伍建设"]), problems: ["A4 warning repeated"] },
    { name: "第二层跳号", ...withHeadings(["一、主动公开", "（一）财政信息"], [null, "（三）民生信息"], ["二、政策解读", "（一）解读质量"], [null, "（二）解读形式"]), problems: ["B3 warning skipped"] },
  ],
});
