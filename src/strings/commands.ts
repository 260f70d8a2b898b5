/** Labels of the commands, and what they say when they are done. */

type RefusalCode =
  | "changed-since"
  | "formula"
  | "locked"
  | "covered-by-merge"
  | "has-validation"
  | "list-too-long"
  | "already-there"
  | "not-restorable"
  | "area-not-empty"
  | "row-not-found"
  | "sheet-missing";

const REFUSALS: Readonly<Record<RefusalCode, string>> = {
  "changed-since": "内容已被改过",
  formula: "单元格里是公式",
  locked: "单元格有保护",
  "covered-by-merge": "在合并单元格里面",
  "has-validation": "已有下拉选项",
  "list-too-long": "下拉选项太多或带逗号",
  "already-there": "已经加过",
  "not-restorable": "有公式、批注或图片，删了不能还原",
  "area-not-empty": "区域里还有别的内容",
  "row-not-found": "找不到原来那一行",
  "sheet-missing": "找不到工作表",
};

/** Why one change was not written. */
export function refusalReason(code: RefusalCode): string {
  return REFUSALS[code];
}

function refusalList(refusals: readonly { readonly reason: RefusalCode; readonly count: number }[]): string {
  return refusals.map(({ reason, count }) => `${count} 处${REFUSALS[reason]}`).join("，");
}

function counted(reasons: readonly RefusalCode[]): { reason: RefusalCode; count: number }[] {
  return [...new Set(reasons)].map((reason) => ({ reason, count: reasons.filter((other) => other === reason).length }));
}

export const strings = {
  checkSheet: "一键检查",
  nextProblem: "下一处",
  showProblem: "跳到",
  tidyFormat: "统一格式",
  applyFix: "改",
  applySuggestion: "照选定的改",
  undoEdits: "撤销修改",
  ignoreProblem: "不改（写明理由）",
  unignoreProblem: "重新提示",
  markKnown: "已知问题，本次不提示",
  forgetKnown: "重新提示已知问题",
  loadParent: "选上级文件",
  removeParent: "去掉上级文件",
  correctParent: "重新读上级文件",
  setUnit: "本单位",
  setProfile: "检查口径",
  setReading: "表头与列",
  setUnits: "单位名录",
  matchParent: "对照上级",
  decideLink: "改对应关系",
  generateDraft: "生成初稿",
  writeMatchSheet: "对照表",
  fillUnits: "套用分工",
  applyFill: "填上",
  enrichSheet: "加列",
  replaceUnit: "换处室",
  splitByUnit: "按单位拆分",
  splitToWorkbook: "拆成新工作簿",
  collectAnswers: "收回答复",
  saveTemplate: "存成模板",
  forgetRules: "清除选定",
  tidyToSheet: "整理到新表",
  writeReport: "检查情况表",
  saveSubmission: "存报送稿",
  savePublic: "存公开稿",
  copyVerdict: "复制结论",
  finalise: "定稿",
  clearKeptData: "清除本工具数据",
  copyDiagnostics: "复制诊断信息",

  bug: "程序出了问题，表没有改坏。请重试；还不行，请到“设置”里复制诊断信息。",
  keptDamaged: "文件里有一部分检查记录读不出来（可能被“检查文档”清过），已按没有处理；表格内容不受影响。",
  checkFirst: "先点“一键检查”。",
  noProblems: "没有要看的问题。",
  beganAgain: "已到末尾，从头开始。",
  problemGone: "这个问题已经不在了。",
  changeGone: "找不到改过的那一行了，可能已删去或改写。",
  reasonNeeded: "请写明不改的理由。",
  nothingToTidy: "没有可以直接统一的格式。",
  nothingToEnrich: "没有可加的内容。",
  ignored: "已记下理由，不再提示。",
  unignored: "已恢复提示。",
  parentRemoved: "已去掉上级文件。",
  parentGone: "这份上级文件已经不在了。",
  profileSet: "已换检查口径。",
  readingSet: "已按您指定的表头和列重新读表。",
  linkDecided: "已记下对应关系。",
  enriched: "已加到表里。",
  replaceNeedsBoth: "请写明把哪个处室换成哪个处室。",
  replaceSame: "两个名称一样，不用换。",
  nothingReplaced: "没有可以换的地方，原因见下。",
  noAnswers: "没有新的答复，情况见下。",
  rulesForgotten: "已清除您选定的分工。",
  keptTemplate: "本表记下的分工",
  finalised: "已定稿。检查记录不再变动。",
  cleared: "已清除本工具留在文件里的数据，表格内容没有动。",
  copied: "已复制。",
  cannotCopy: "这里不能复制，请手工选中文字复制。",

  tidied: (d: { readonly count: number }) => `统一格式，改了 ${d.count} 处。`,
  changed: (d: { readonly count: number }) => `改了 ${d.count} 处。`,
  /** After writing, by what was asked for; also the title in 修改记录. */
  fillWritten: {
    template: (d: { readonly count: number; readonly source: string }) => `填了 ${d.count} 格。`,
    replacement: (d: { readonly count: number; readonly source: string }) => `${d.source}，改了 ${d.count} 格。`,
    answers: (d: { readonly count: number; readonly source: string }) => `收回${d.source}，填了 ${d.count} 格。`,
  },
  replaceProposed: (d: { readonly count: number; readonly from: string; readonly to: string }) => `“${d.from}”换成“${d.to}”，有 ${d.count} 格要改。还没有写进表里。`,
  answersProposed: (d: { readonly sure: number; readonly others: number }) => `有 ${d.sure} 格可以照填${d.others > 0 ? `，另有 ${d.others} 格请您看` : ""}。还没有写进表里。`,
  splitName: (d: { readonly sheet: string }) => `${d.sheet}（按单位拆分）.xlsx`,
  splitSaved: (d: { readonly name: string; readonly units: number }) => `已拆成“${d.name}”，${d.units}个单位各一张。`,
  templateOfUnit: (d: { readonly unit: string }) => `${d.unit}分工`,
  templateName: (d: { readonly name: string }) => `${d.name.replace(/[\\/:*?"<>|《》“”]/gu, "")}.json`,
  templateSaved: (d: { readonly name: string; readonly rules: number }) => `已存成模板“${d.name}”，${d.rules}条。`,
  markedKnown: (d: { readonly count: number }) => `${d.count} 处已知问题本次不再提示，结论里仍然计算。`,
  writtenWithRefusals: (d: { readonly done: string; readonly refusals: readonly { readonly reason: RefusalCode; readonly count: number }[] }) => `${d.done}没有改：${refusalList(d.refusals)}。`,
  tookBack: (d: { readonly undone: number; readonly already: number; readonly refusals: readonly RefusalCode[] }) => `恢复了 ${d.undone} 处。${d.already === 0 ? "" : `另有 ${d.already} 处已经是原来的内容。`}${d.refusals.length === 0 ? "" : `没有恢复：${refusalList(counted(d.refusals))}。`}`,
  parentRead: (d: { readonly name: string; readonly tasks: number; readonly notes: readonly string[] }) => `已读取 ${d.name}，${d.tasks}项。${d.notes.map((note) => `${note}。`.replace(/。。$/u, "。")).join("")}`,
  parentCorrected: (d: { readonly name: string; readonly tasks: number; readonly isOwn: boolean }) => `${d.isOwn ? "已照您指定的重新读取" : "已恢复自动识别，读取"} ${d.name}，${d.tasks}项。`,
  parentChanged: (d: { readonly added: readonly string[]; readonly dropped: readonly string[]; readonly changed: readonly string[]; readonly counts: { readonly added: number; readonly dropped: number; readonly changed: number } }) => {
    const part = (word: string, count: number, seqs: readonly string[]) => (count === 0 ? [] : [`${word} ${count} 项${seqs.length === 0 ? "" : `（第${seqs.slice(0, 8).join("、")}${seqs.length > 8 ? "等" : ""}项）`}`]);
    const parts = [...part("新增", d.counts.added, d.added), ...part("去掉", d.counts.dropped, d.dropped), ...part("改动", d.counts.changed, d.changed)];
    return parts.length === 0 ? "和原来的版本内容一样。" : `和原来的版本比：${parts.join("，")}。`;
  },
  unitSet: (d: { readonly unit: string }) => (d.unit === "" ? "没有选本单位。" : `本单位：${d.unit}。`),
  unitsSet: (d: { readonly count: number }) => `单位名录里有 ${d.count} 个单位。`,
  matched: (d: { readonly sure: number; readonly confirm: number; readonly local: number }) => `对应 ${d.sure} 行，请确认 ${d.confirm} 行，本单位新增 ${d.local} 行。`,
  drafted: (d: { readonly sheet: string; readonly rows: number }) => `已生成“${d.sheet}”，${d.rows}项。`,
  sheetWritten: (d: { readonly sheet: string }) => `已写好“${d.sheet}”。`,
  fillProposed: (d: { readonly sure: number; readonly others: number }) => `可填 ${d.sure} 格${d.others > 0 ? `，另有 ${d.others} 格请您选` : ""}。还没有写进表里。`,
  copyName: (d: { readonly sheet: string; readonly forPublic: boolean }) => `${d.sheet}（${d.forPublic ? "公开稿" : "报送稿"}）.xlsx`,
  copySaved: (d: { readonly name: string; readonly forPublic: boolean; readonly errors: number }) => `已另存${d.forPublic ? "公开稿" : "报送稿"}“${d.name}”。${d.errors > 0 ? `表里还有必改 ${d.errors} 处，改完再报。` : ""}`,
  time: (at: Date) => `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ${at.getHours()}:${String(at.getMinutes()).padStart(2, "0")}`,
} as const;
