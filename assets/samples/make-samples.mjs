// Writes the two sample files beside it: a parent document (.docx) and a ledger (.xlsx) that answers to it, with merged
// cells and a handful of the mistakes that real ledgers have. The province, its documents and every sentence are made up.
// Run: node assets/samples/make-samples.mjs
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "hucre";

const here = dirname(fileURLToPath(import.meta.url));

const ALL = "省政府各部门，各市、县（市、区）政府负责落实";

/** [level 1, level 2, requirement, units, deadline] */
const TASKS = [
  ["一、扩大主动公开", "（一）公开规划和计划", "集中公开本地区、本部门现行有效的各类专项规划，把历史规划一并归集到规划栏目，方便群众前后对照查看。", "省发展改革委牵头，" + ALL, "年底前"],
  ["一、扩大主动公开", "（一）公开规划和计划", "省政府门户网站开设规划专栏，汇集省级规划全文、图表和解读材料。", "省政府办公厅负责落实", "5月底前"],
  ["一、扩大主动公开", "（二）公开财政信息", "各部门及所属单位的年度预算、决算应当在批复后二十日内公开，并对增减变化较大的项目作出说明。", "省财政厅牵头，省政府各组成部门，各市、县（市、区）政府负责落实", "10月底前"],
  ["一、扩大主动公开", "（二）公开财政信息", "惠民惠农补贴的政策、对象、标准和发放结果要公开到村（社区），并与村务公开栏同步更新。", "省财政厅、省农业农村厅牵头，各市、县（市、区）政府负责落实", "持续推进"],
  ["一、扩大主动公开", "（三）公开民生信息", "加大社会救助、养老服务、儿童福利等领域信息公开力度，救助标准调整后十个工作日内向社会公布。", "省民政厅牵头，各市、县（市、区）政府负责落实", "6月30日前"],
  ["一、扩大主动公开", "（三）公开民生信息", "动态更新就业、社会保险经办服务事项清单，逐项列明办理条件、材料和时限。", "省人力资源社会保障厅牵头，各市、县（市、区）政府负责落实", "9月底前"],
  ["一、扩大主动公开", "（三）公开民生信息", "公布养老机构备案和等级评定结果，每季度更新一次养老机构名录。", "省民政厅牵头，省卫生健康委、省市场监管局配合", "年底前"],
  ["二、做好政策解读", "（一）提高解读质量", "重要政策文件与解读材料同步起草、同步审签、同步发布，解读材料应当说明政策依据、适用对象和办理途径。", ALL, "年底前"],
  ["二、做好政策解读", "（一）提高解读质量", "单位主要负责人每年至少一次通过新闻发布会、在线访谈等形式带头解读政策。", "省政府各部门负责落实", "年底前"],
  ["二、做好政策解读", "（二）拓宽解读渠道", "用好图解、短视频、问答等形式开展多元化解读，数量不低于解读总量的60%。", ALL, "年底前"],
  ["二、做好政策解读", "（三）回应社会关切", "健全政务舆情收集、会商、回应机制，涉及本部门的重大舆情在24小时内作出回应。", "省政府办公厅牵头，" + ALL, "持续推进"],
  ["三、规范公开基础", "（一）规范依申请公开", "完善依申请公开接收、登记、审核、答复流程，答复文书使用统一格式，不得超期答复。", "省司法厅牵头，" + ALL, "年底前"],
  ["三、规范公开基础", "（一）规范依申请公开", "对照《云岭省政府信息公开申请办理规范》（云政办发〔2023〕21号）开展一次自查，形成问题清单并逐项整改。", ALL, "8月底前"],
  ["三、规范公开基础", "（二）加强平台建设", "政府网站和政务新媒体每季度开展一次内容自查，及时清理错链、断链和长期不更新的栏目。", "省政府办公厅牵头，" + ALL, "全年"],
  ["三、规范公开基础", "（二）加强平台建设", "整合本部门关注度低、更新少的政务新媒体账号，合并后的账号向社会公告。", "省政府各部门负责落实", "6月底前"],
  ["三、规范公开基础", "（三）推进基层公开", "编制完成26个试点领域基层政务公开标准目录，并在政府网站公布。", "省民政厅、省教育厅、省自然资源厅等部门，各市、县（市、区）政府负责落实", "10月底前"],
  ["四、强化组织保障", "（一）加强队伍建设", "将政务公开纳入工作人员年度培训计划，全年组织专题培训不少于2次。", ALL, "年底前"],
  ["四、强化组织保障", "（二）抓好任务落实", "各部门于本分工印发后一个月内制定工作台账，明确责任处室和完成时限，并在政府信息公开专栏公布。", "省政府各部门负责落实", "印发后一个月内"],
];

function table(rows) {
  const cell = (text, { merge, header } = {}) =>
    `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${merge === "start" ? '<w:vMerge w:val="restart"/>' : merge === "on" ? "<w:vMerge/>" : ""}</w:tcPr><w:p>${header ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : ""}<w:r>${header ? "<w:rPr><w:b/></w:rPr>" : ""}<w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>工作任务</w:t></w:r></w:p></w:tc>${["序号", "具体要求", "责任单位", "时限要求"].map((text) => cell(text, { header: true })).join("")}</w:tr>`;
  const body = rows.map(([level1, level2, requirement, units, deadline], index) => {
    const above = rows[index - 1];
    const first = level1 !== above?.[0];
    const second = first || level2 !== above?.[1];
    return `<w:tr>${cell(first ? level1 : "", { merge: first ? "start" : "on" })}${cell(second ? level2 : "", { merge: second ? "start" : "on" })}${cell(String(index + 1))}${cell(requirement)}${cell(units)}${cell(deadline)}</w:tr>`;
  });
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${"<w:gridCol w:w=\"2000\"/>".repeat(6)}</w:tblGrid>${head}${body.join("")}</w:tbl>`;
}

function paragraph(text, size = 32, center = false) {
  return `<w:p><w:pPr>${center ? '<w:jc w:val="center"/>' : ""}</w:pPr><w:r><w:rPr><w:sz w:val="${size}"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
// A fixed date keeps the bytes the same from run to run.
const options = { mtime: new Date("2024-04-12T00:00:00"), level: 9 };

const docx = zipSync(
  {
    "[Content_Types].xml": strToU8(`${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`),
    "_rels/.rels": strToU8(`${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`),
    "word/document.xml": strToU8(
      `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${[
        paragraph("云岭省人民政府办公厅文件", 44, true),
        paragraph("云政办秘〔2024〕18号", 32, true),
        paragraph("云岭省人民政府办公厅关于印发云岭省2024年政务公开重点工作任务分工的通知", 44, true),
        paragraph("各市、县（市、区）人民政府，省政府各部门、各直属机构："),
        paragraph("《云岭省2024年政务公开重点工作任务分工》已经省政府同意，现印发给你们，请结合实际认真贯彻落实。"),
        paragraph("云岭省人民政府办公厅"),
        paragraph("2024年4月12日"),
        paragraph("云岭省2024年政务公开重点工作任务分工", 44, true),
        table(TASKS),
      ].join("")}<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:body></w:document>`,
    ),
  },
  options,
);

/** [level 1, level 2, number, requirement, units, deadline]: the ledger of 省民政厅, with its mistakes. */
const LEDGER = [
  ["一、扩大主动公开", "（一）公开规划和计划", 1, "集中公开我厅现行有效的各类民政专项规划，把历史规划一并归集到规划栏目，方便群众前后对照查看。", "规划财务处牵头，办公室配合", "年底前"],
  ["一、扩大主动公开", "（二）公开财政信息", 2, "厅机关及所属单位的年度预算、决算应当在批复后二十日内公开，并对增减变化较大的项目作出说明。", "规划财务处", "10 月底前"],
  ["一、扩大主动公开", "（三）公开民生信息", 3, "加大社会救助、养老服务、儿童福利等领域信息公开力度，救助标准调整后十个工作日内向社会公布。", "社会救助处牵头，养老服务处、儿童福利处配合", "9月30日前"],
  ["一、扩大主动公开", "（三）公开民生信息", 4, "公布养老机构备案和等级评定结果，每季度更新一次养老机构名录。", "养老服务处", "年地前"],
  ["二、做好政策解读", "（一）提高解读质量", 5, "重要政策文件与解读材料同步起草、同步审签、同步发布，解读材料应当说明政策依据、适用对象和办理途径。", "政策法规处牵头，各处室配合", "年底前"],
  ["二、做好政策解读", "（一）提高解读质量", 6, "厅主要负责人每年至少一次通过新闻发布会、在线访谈等形式带头解读政策。", "办公室", null],
  ["二、做好政策解读", "（二）拓宽解读渠道", 7, "用好图解、短视频、问答等形式开展多元化解读，数量不低于解读总量的60%。", "办公室(宣传中心)牵头，各处室配合", "年底前"],
  ["二、做好政策解读", "（三）回应社会关切", 8, "健全政务舆情收集、会商、回应机制，涉及民政领域的重大舆情在24小时内作出回应。", "办公室牵头，各处室配合", "持续推进"],
  ["三、规范公开基础", "（一）规范依申请公开", 9, "完善依申请公开接收、登记、审核、答复流程，答复文书使用统一格式，不得超期答复。", "办公室牵头，政策法规处配合", "2023年底前"],
  ["三、规范公开基础", "（一）规范依申请公开", 9, "对照《云岭省政府信息公开申请办理规范》（云政办发〔2023号）开展一次自查，形成问题清单并逐项整改。", "办公室", "8月底前"],
  ["三、规范公开基础", "（二）加强平台建设", 11, "厅门户网站和政务新媒体每季度开展一次内容自查，及时清理错链、断链和长期不更新的栏目。", "信息中心", "全年"],
  ["三、规范公开基础", "（二）加强平台建设", 12, "整合我厅关注度低、更新少的政务新媒体账号，合并后的账号向社会公告。", "办公室牵头，信息中心配合", "持续推进"],
  ["四、强化组织保障", "（一）加强队伍建设", 13, "将政务公开纳入工作人员年度培训计划，全年组织专题培训不少于2次。", "人事处", "年底前"],
  ["四、强化组织保障", "（二）抓好任务落实", 14, "厅内各处室于任务分工印发后一个月内报送工作台账，明确责任人员和完成时限，由办公室汇总后在政府信息公开专栏公布。", null, "印发后一个月内"],
];

const thin = { style: "thin", color: { rgb: "FF808080" } };
const border = { top: thin, bottom: thin, left: thin, right: thin };
const font = (size, bold = false) => ({ name: "宋体", size, bold });
const FIRST = 3;
const rows = [
  ["省民政厅2024年政务公开重点工作台账", null, null, null, null, null],
  ["填报单位：省民政厅办公室", null, null, null, null, "2024年5月8日"],
  ["工作任务", null, "序号", "具体要求", "责任部门（单位）", "时限要求"],
  ...LEDGER.map(([level1, level2, ...rest], index) => [level1 === LEDGER[index - 1]?.[0] ? null : level1, level2 === LEDGER[index - 1]?.[1] && level1 === LEDGER[index - 1]?.[0] ? null : level2, ...rest]),
];

const merges = [
  { startRow: 0, startCol: 0, endRow: 0, endCol: 5 },
  { startRow: 2, startCol: 0, endRow: 2, endCol: 1 },
];
for (const column of [0, 1]) {
  for (let start = 0; start < LEDGER.length; ) {
    let end = start;
    while (end + 1 < LEDGER.length && LEDGER[end + 1][0] === LEDGER[start][0] && (column === 0 || LEDGER[end + 1][1] === LEDGER[start][1])) end++;
    if (end > start) merges.push({ startRow: FIRST + start, startCol: column, endRow: FIRST + end, endCol: column });
    start = end + 1;
  }
}

const cells = new Map();
rows.forEach((row, r) =>
  row.forEach((value, c) => {
    const center = r === 0 || r === 2 || (r > 2 && (c < 3 || c === 5));
    const style = r === 0 ? { font: font(18, true), alignment: { horizontal: "center", vertical: "center" } } : r === 1 ? { font: font(11) } : { font: font(11, r === 2), border, alignment: { horizontal: center ? "center" : "left", vertical: "center", wrapText: true }, ...(r === 2 && { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFE2EFDA" } } }) };
    cells.set(`${r},${c}`, { value, style });
  }),
);

const xlsx = await writeXlsx({
  sheets: [
    {
      name: "2024年台账",
      rows,
      merges,
      cells,
      columns: [{ width: 14 }, { width: 16 }, { width: 6 }, { width: 56 }, { width: 24 }, { width: 14 }],
      freezePane: { rows: 3 },
      pageSetup: { orientation: "landscape", paperSize: 9, fitToWidth: 1, fitToHeight: 0 },
    },
  ],
});

writeFileSync(join(here, "parent.docx"), docx);
writeFileSync(join(here, "ledger.xlsx"), xlsx);
