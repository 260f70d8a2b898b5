/**
 * One sentence for each expected failure: what happened and what to do, without codes. The parameter is described
 * here by its shape, so that strings depend on nothing; `Failure` of commands fits it.
 */

type HostCode =
  | "protected"
  | "editing-cell"
  | "sheet-missing"
  | "workbook-gone"
  | "too-large"
  | "busy"
  | "no-answer"
  | "access-denied"
  | "not-supported"
  | "read-only"
  | "unknown";

type DocumentCode = "empty" | "unknown-format" | "damaged" | "encrypted" | "scanned" | "ofd" | "rtf" | "too-large" | "too-slow";

type LedgerCode = "sheet-empty" | "no-header" | "no-rows" | "no-such-table";

type CommandFailureLike =
  | { readonly code: "unknown-unit" | "unit-not-named"; readonly unit: string; readonly candidates: readonly string[] }
  | { readonly code: "template-invalid" | "profile-invalid"; readonly detail: string }
  | { readonly code: "sheet-exists" | "no-split-sheet"; readonly sheet: string }
  | { readonly code: "answers-open"; readonly sheet: string; readonly count: number }
  | { readonly code: "no-answers"; readonly file: string }
  | { readonly code: "public-problems"; readonly count: number }
  | { readonly code: "half-written"; readonly cause: { readonly code: HostCode; readonly place?: string } }
  | { readonly code: "cancelled" | "no-parent" | "no-unit" | "nothing-to-undo" | "nothing-to-fill" | "no-template" | "no-units" | "nothing-to-keep" | "closed" | "parent-not-kept" | "correction-empty" | "engine-gone" };

export type FailureLike =
  | { readonly from: "host"; readonly failure: { readonly code: HostCode; readonly place?: string } }
  | { readonly from: "document"; readonly failure: { readonly code: DocumentCode } }
  | { readonly from: "ledger"; readonly failure: { readonly code: LedgerCode; readonly tables?: readonly { readonly number: number; readonly title: string }[] } }
  | { readonly from: "parent"; readonly failure: { readonly code: "no-tasks" | "document-empty" } }
  | { readonly from: "command"; readonly failure: CommandFailureLike };

/** The sentence for a failure, ready to show; it ends with 。 */
export function failureSentence(failure: FailureLike): string {
  switch (failure.from) {
    case "host":
      return hostSentence(failure.failure.code, failure.failure.place);
    case "document":
      return DOCUMENT_SENTENCES[failure.failure.code];
    case "ledger":
      return ledgerSentence(failure.failure.code, failure.failure.tables ?? []);
    case "parent":
      return failure.failure.code === "no-tasks"
        ? "这份文件里没有找到任务表，也没有找到带责任单位的条目。请换一份文件，或只复制任务表粘贴过来。"
        : "这份文件里没有内容。请看看是不是选错了文件。";
    case "command":
      return commandSentence(failure.failure);
  }
}

function hostSentence(code: HostCode, place: string | undefined): string {
  switch (code) {
    case "protected":
      return "这张表有保护，只能查、不能改。请取消保护后再改，或照清单手工改。";
    case "editing-cell":
      return place === undefined ? "您正在编辑单元格，请先按回车。" : `您正在编辑${place}，请先按回车。`;
    case "sheet-missing":
      return "找不到这张工作表，可能已改名或删除。请选好工作表后再点“一键检查”。";
    case "workbook-gone":
      return "原来的工作簿已经关闭或切换。请回到台账后再试。";
    case "too-large":
      return "这张表太大，一次读不完。请删去多余的空行空列，或把表拆开后再查。";
    case "busy":
      return "Excel正忙。请稍等几秒再试。";
    case "no-answer":
      return "Excel没有回应。请关掉打开着的对话框，再试一次。";
    case "access-denied":
      return "没有权限读写这份文件。请另存一份到本机后再试。";
    case "not-supported":
      return "这个版本的Excel不支持这项操作。请在网页工作台里打开文件来做。";
    case "read-only":
      return "这份文件是只读的，只能查、不能改。请另存一份后再改。";
    case "unknown":
      return "没有做成，表没有改动。请再试一次；还不行，请到“设置”里复制诊断信息。";
  }
}

const DOCUMENT_SENTENCES: Readonly<Record<DocumentCode, string>> = {
  empty: "这份文件里没有文字，也没有表格。请看看是不是选错了文件。",
  "unknown-format": "认不出这是什么文件。可以用 Word、WPS、Excel、PDF 或网页文件，也可以复制表格粘贴。",
  damaged: "这份文件打不开，可能已损坏或没有下载完。请重新要一份，或用 Word、WPS 打开后另存一次。",
  encrypted: "这份文件有打开密码。请先用 Word 或 WPS 去掉密码，另存后再选。",
  scanned: "这份PDF是扫描件，读不出文字。请向来文单位要可编辑版，或打开公开网页复制表格。",
  ofd: "暂不能直接读OFD。请用阅读器复制表格后粘贴，或另存为Word。",
  rtf: "暂不能直接读RTF。请用 Word 打开后另存为 .docx 再选。",
  "too-large": "这份文件太大。请只留任务表所在的几页，另存后再选。",
  "too-slow": "这份PDF一直读不完，可能已损坏或太复杂。请用阅读器打开后复制表格粘贴，或另存为Word。",
};

function ledgerSentence(code: LedgerCode, tables: readonly { readonly number: number; readonly title: string }[]): string {
  switch (code) {
    case "sheet-empty":
      return "这张工作表是空的。请换一张工作表。";
    case "no-header":
      return "这张表里没有找到“责任单位、时限”一类的表头。";
    case "no-rows":
      return "表头下面没有任务。请看看是不是选错了工作表。";
    case "no-such-table":
      return tables.length === 0
        ? "这张工作表里没有您选的那张表。"
        : `这张工作表里没有您选的那张表，现有${tables.length}张：${tables.map((table) => `${table.number}.${table.title === "" ? "（没有标题）" : table.title}`).join("；")}。`;
  }
}

function commandSentence(failure: CommandFailureLike): string {
  switch (failure.code) {
    case "cancelled":
      return "已取消，表没有改动。";
    case "no-parent":
      return "还没选上级文件，漏项和时限宽严暂时查不了。把文件拖进来，或从网页、Word 里复制表格粘贴。";
    case "no-unit":
      return "还没选本单位。请先在“设置”里填写本单位的名称。";
    case "unknown-unit":
      return failure.candidates.length === 0
        ? `单位名录里没有“${failure.unit}”。请写全称，如“省民政厅”“市教育局”。`
        : `单位名录里没有“${failure.unit}”，是不是${failure.candidates.map((name) => `“${name}”`).join("、")}？`;
    case "nothing-to-undo":
      return "本工具没有改过这份表。";
    case "nothing-to-fill":
      return "没有可以填的空格。";
    case "no-template":
      return "还没有可套用的分工。请选去年的台账，或在表里建一张“责任分工”。";
    case "no-units":
      return "表里没有写责任单位，没有可拆的。请先把责任单位填上。";
    case "no-split-sheet":
      return `工作簿里没有“${failure.sheet}”这张表。请先按单位拆分，或选处室返回的文件。`;
    case "unit-not-named":
      return `这些行的责任单位里没有“${failure.unit}”${failure.candidates.length === 0 ? "。" : `，是不是${failure.candidates.map((name) => `“${name}”`).join("、")}？`}`;
    case "answers-open":
      return `“${failure.sheet}”里还有${failure.count}格答复没有收回，重新拆会清掉。请先点“收回答复”，或把那张表改个名。`;
    case "no-answers":
      return `“${failure.file}”里没有找到任务清单。请选按单位拆分后发出去、填好返回的表。`;
    case "nothing-to-keep":
      return "没有可以存成模板的分工。请先把责任单位填上。";
    case "template-invalid":
      return failure.detail === "" ? "这份文件不能用来套用分工：没有找到责任单位一栏。" : `这份文件不能用来套用分工：${failure.detail}。`;
    case "profile-invalid":
      return failure.detail === "" || failure.detail === "JSON" || failure.detail === "taizhangProfile" ? "这不是本工具的检查口径文件。请在“设置”里重新导出一份再用。" : `检查口径文件里的“${failure.detail}”写得不对。请改好，或在“设置”里重新导出一份。`;
    case "sheet-exists":
      return `工作簿里已有“${failure.sheet}”，是您自己的表，没有改动它。请把它改个名再试。`;
    case "closed":
      return "这份台账已经定稿，修改记录不再变动。";
    case "parent-not-kept":
      return "文件里没有留这份上级文件的原文，不能重新读。请再选一次这份文件。";
    case "correction-empty":
      return "照这样认，一项任务也读不出来，没有改动。请看看“具体要求”选得对不对。";
    case "engine-gone":
      return "检查中断了，表没有改动。请再点一次。";
    case "half-written":
      return `${failure.cause.code === "unknown" ? "没有全部做完。" : hostSentence(failure.cause.code, failure.cause.place)}表可能已改了一部分，可以点“撤销修改”恢复，再做一次。`;
    case "public-problems":
      return `还有${failure.count}处不宜公开的内容，请先处理，再存公开稿。`;
  }
}
