import type { LedgerRow } from "../ledger/ledger";
import { normalizeForCompare } from "../text/normalize";
import { cellEdit, labelOf, rowNumber } from "./cell-words";
import { linkedTask } from "./linked-task";
import { defineSheetRule, type RuleContext } from "./rule";

/** From this share of rows that end as sentences do, a row that does not is an exception. */
const MOST = 0.8;
const FEWEST_ROWS = 4;
const ENDED = /[。！？；.!?;：:”’」』）)》〉】〕\]…]\s*$/u;

/** Words after which a sentence goes on. */
const GOES_ON =
  /[、，,（(《“〔]$|(?<!目|标|有)的$|(?<!缓|温|总|谐|饱|平|共)和$|(?<!参|给|赋|付)与$|(?<!普|涉|触|推|波|顾|危)及$|或者?$|以及$|并且$|(?<!应|核|相|绝|针|校|结)对$|(?<!行|作|成|视|认|分|列|称|更|较|名|改|不|何|约)为了$|按照$|根据$|通过$|围绕$|关于$|有关$|相关$|进一步$|[于把被]$/u;

/** Unfinished words at the end of a cut text: …的通(知), 有关情(况), 监督检(查). A character alone would often end a word of its own, so each stands with what goes before it. */
const TORN =
  /(?:的|专项|印发|关于.{2,30})通$|(?:有关|相关|落实|进展|办理|具体|实际|整改|完成|开展|执行|公开|工作)情$|(?:政府|政务|公开|有关|相关|发布|解读)信$|(?:政策|配套|有关|相关|具体|重大|得力|整改|工作)措$|(?:管理|工作|责任|公开|配套|规章|各项|相关)制$|(?:抓好|贯彻|狠抓|推动|推进|任务|严格|督促|工作|责任)落$|(?:持续|稳步|统筹|协同|深入|全面|加快)推$|(?:平台|队伍|制度|机制|能力|体系|作风|规范化|标准化)建$|(?:指导|跟踪|社会|强化|加强|接受)监$|(?:监督|专项|督导|开展)检$|(?:政策|深度|多元|多元化|解)解$|(?:政府|政务|门户)网$|(?:办公|政府办公)$|(?:有关|相关|各|主管)部$|(?:责任|各|有关|相关|所属)单$|(?:工作|任务|重点)台$|(?:数据|服务|公开|政务)平$|(?:重点|具体|各项)任$/u;

/** A limit of old programs at which texts were cut. */
const OLD_LIMIT = 255;

/** From this share on, every other row ends as a sentence does, and one that does not at least wants its full stop. */
const NEARLY_ALL = 0.9;
const ENOUGH_ROWS = 8;

/**
 * 请核对: a requirement is cut at its end — in a sheet whose requirements end as sentences do it stops within a word, or
 * where the task of the parent goes straight on. 可改: it merely lacks the full stop that nearly all others have.
 */
export const textComplete = defineSheetRule({
  meta: { id: "text-complete", title: "文字没有截断", found: "文字像是截断了", group: "text", severity: "warning", needs: ["requirement"], looksAt: ["requirement"] },
  messages: {
    torn: (d: { row: number; column: string; end: string }) => `第${d.row}行“${d.column}”到“…${d.end}”就没有了，像是没写完。`,
    open: (d: { row: number; column: string; end: string }) => `第${d.row}行“${d.column}”到“…${d.end}”结束，没有句号，别的行都有。`,
  },
  docs: {
    why: "后半句可能在粘贴、换页时丢了。",
    howToFix: "对照原文补全。",
    bad: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "落实政务公开工作有关要求的通", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"], ["3", "更新政府信息公开指南。", "办公室", "全年"], ["4", "组织开展业务培训。", "人事科", "全年"], ["5", "建立政务公开工作台账。", "办公室", "全年"]] }],
    good: [{ rows: [["序号", "具体要求", "责任单位", "完成时限"], ["1", "落实政务公开工作有关要求的通知", "办公室", "年底前"], ["2", "做好政策解读材料的发布。", "法规科", "全年"], ["3", "更新政府信息公开指南。", "办公室", "全年"], ["4", "组织开展业务培训。", "人事科", "全年"], ["5", "建立政务公开工作台账。", "办公室", "全年"]] }],
  },
  check(context, report) {
    const rows = context.ledger.rows.filter((row) => (row.cells.requirement?.text ?? "") !== "");
    const open = rows.filter((row) => !ENDED.test(row.cells.requirement!.text));
    if (rows.length < FEWEST_ROWS || rows.length - open.length < rows.length * MOST) return;
    for (const row of open) {
      const cell = row.cells.requirement!;
      const { text } = cell;
      const rest = restInParent(context, row);
      const data = { row: rowNumber(row), column: labelOf(context, "requirement"), end: [...text].slice(-8).join("") };
      if (!GOES_ON.test(text) && !TORN.test(text) && rest === "" && [...text].length !== OLD_LIMIT) {
        if (rows.length < ENOUGH_ROWS || rows.length - open.length < rows.length * NEARLY_ALL) continue;
        const ended = text === cell.raw ? cellEdit(context, row, "requirement", `${text}。`) : undefined;
        report({
          messageId: "open",
          data,
          row,
          field: "requirement",
          at: cell.at,
          severity: "info",
          because: "可能没写完，也可能只是漏了句号。",
          suggestions: ended ? [{ label: "加上句号", edits: [ended] }] : [],
        });
        continue;
      }
      const after = rest === "" || cell.text !== cell.raw ? undefined : text + rest;
      const edit = after === undefined ? undefined : cellEdit(context, row, "requirement", after);
      report({
        messageId: "torn",
        data,
        row,
        field: "requirement",
        at: cell.at,
        ...(rest !== "" && { because: `上级原文接着是“${[...rest].slice(0, 20).join("")}${[...rest].length > 20 ? "…" : ""}”。` }),
        suggestions: edit ? [{ label: "照上级补全", edits: [edit] }] : [],
      });
    }
  },
});

/** How many of the last characters must stand in the task alike before it is taken to go on from there. */
const ANCHOR = 12;

/** What the row's task says right behind the row's last words, up to the end of the sentence; "" where it pauses there itself, or says something else. */
function restInParent(context: RuleContext, row: LedgerRow): string {
  const text = row.cells.requirement!.text;
  const task = linkedTask(context, row)?.requirement;
  if (!task || text.length < ANCHOR) return "";
  const end = text.slice(-ANCHOR);
  const at = task.indexOf(end);
  if (at < 0 || task.indexOf(end, at + 1) >= 0) return "";
  const rest = /^[^。；]*[。；]?/u.exec(task.slice(at + ANCHOR))![0];
  // Where the task pauses too, the office shortened it on purpose; where it only adds its full stop nothing is lost.
  return /^\p{Script=Han}/u.test(rest) && normalizeForCompare(rest).length >= 1 ? rest : "";
}
