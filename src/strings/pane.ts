/** Words of the frame around the views: tabs, progress, help, fields. */
export const paneStrings = {
  product: "台账校核",
  tabsLabel: "窗格的各部分",
  views: { check: "检查", match: "对照", fill: "分工", output: "出稿", settings: "设置" },
  help: "使用说明",
  closeHelp: "收起说明",
  back: "返回",
  close: "关闭",
  cancel: "取消",
  /** Progress line of a running command. */
  busy: (d: { readonly label: string; readonly done: number; readonly total: number }): string =>
    d.total > 0 ? `${d.label}：${d.done.toLocaleString("zh-CN")}/${d.total.toLocaleString("zh-CN")}` : `${d.label}，请稍候`,
  loading: "正在打开，请稍候。",
  chunkFailed: "这一部分没有装载成功，可能是网络断了。请接好网络，点“重新打开”；您的表没有改动。",
  crashed: "界面出错了，您的表没有改动。请关闭窗格后重新打开。",
  reload: "重新打开",
  levels: { error: "必改", warning: "请核对", info: "可改" },
  noSheet: "还没有打开台账。",
  notExcel: "这一页要在 Excel 里打开：在“开始”或“插入”选项卡的加载项里选“台账校核”。没有 Excel，请用网页工作台。",
} as const;

const FIELD_NAMES = {
  seq: "序号",
  level1: "工作任务（一级）",
  level2: "工作任务（二级）",
  level3: "工作任务（三级）",
  requirement: "具体要求",
  units: "责任单位",
  leadUnits: "牵头单位",
  cooperateUnits: "配合单位",
  implementUnits: "落实单位",
  persons: "责任人",
  contact: "联系人及电话",
  deadline: "时限要求",
  measures: "工作措施",
  progress: "进展情况",
  status: "完成状态",
  problem: "存在问题",
  source: "来源依据",
  result: "成果形式",
  remarks: "备注",
} as const;

export type FieldName = keyof typeof FIELD_NAMES;

/** What a column is called when the program speaks of it in general; messages use the sheet's own label. */
export function fieldName(field: FieldName): string {
  return FIELD_NAMES[field];
}

export const helpStrings: Readonly<Record<"check" | "match" | "fill" | "output" | "settings", readonly string[]>> = {
  check: [
    "点“一键检查”，只看不改。最上面一句是结论，下面按类列出问题。",
    "点一条问题，表格会跳到那一格；再看为什么、怎么改，需要改再点“改这1处”或“同类都改”。",
    "不打算改的，点“不改…”写明理由，下次就不再提示，检查情况表里会列出来。",
    "没查的项目写在结论旁边，例如没有选上级文件时，漏项和时限宽严查不了。",
    "键盘：上下键选，回车跳到单元格，F8 下一处，Shift+F8 上一处，Ctrl+. 看怎么改。",
  ],
  match: [
    "先选上级文件：拖进来、选文件，或从网页、Word 里复制表格粘贴。",
    "再写明本单位，工具就能分出哪些任务与本单位有关。",
    "“可能漏项”是上级有、本表没有的；“文字有出入”把不同的字标出来，供您核对，不判断谁对。",
    "对应得不对的，点“改对应”另选。您选定的会记在文件里。",
  ],
  fill: [
    "把去年的台账、工作簿里的“责任分工”表、上级文件里的责任单位或通用模板，套用到空着的格里。",
    "先列给您看：原来是什么、要填什么、依据是什么。点了“照填”才写。",
    "默认只填空格。已经填好的不动，除非您勾选“已填的也看”。",
    "有几个答案的，选一个再填；勾选“记下来，下次照用”，下次就不用再选。",
    "换处室：把一个处室换成另一个，可以只换选中的行。只换名称，牵头、配合不变。",
    "按单位拆分：列在一张表上，或拆成新工作簿发给各处室；填好返回后，用“收回答复”收进台账，答得不同的由您选。",
    "存成模板：把本表的分工存成小文件，明年或别的台账照着填。",
  ],
  output: [
    "检查情况表：把这次检查的结果列成一张表，可打印，供审核参考，不代替审核签批。",
    "存报送稿：另存一份干净的表，不带检查记录。存公开稿：先查手机号、身份证号、隐藏行列等不宜公开的内容。",
    "修改记录：本工具改过的每一笔都在这里，可以撤销一处、一笔或全部。",
    "定稿以后，修改记录和“不改”的理由不再变动，明年的台账从头开始。",
  ],
  settings: [
    "本单位：决定上级哪些任务与您有关。检查口径：决定查哪些、严不严。",
    "表头认得不对时，在“表头与列”里指定，检查会照您指定的来。",
    "本工具的记录存在这份文件里，可以一次清除。",
  ],
};
