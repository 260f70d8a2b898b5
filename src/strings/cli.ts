/** What the command line says. */
export const cliStrings = {
  usage: `用法：taizhang 命令 文件 [选项]

  tasks 上级文件                         读出任务
  ledger 台账                            读出台账各行
  check 台账 [--fix safe] [--report] [--out 文件]   检查；--public 只查公开前要看的
  match 台账 --parent 上级文件           对照上级
  generate 上级文件 --as 单位 --out 文件 生成初稿
  fill 台账 --template 文件 --out 文件   套用分工；--from parent（上级，--adapt 按对口换名称）、sheet（“责任分工”表）、
                                         kept（以前选定的）、provincial-department、city-government-office（通用模板）
       --replace 旧处室=新处室           换处室        --answers 返回的清单（可多个）  收回答复
       --enrich 名称 [--after 列]        整理与加列    --rows 3-8,12 只管这些行；--accept probable 多半是的也填
  split 台账 [--one-sheet] --out 文件    按单位拆分，每个单位一张工作表
  template 台账 [--from …] --out 文件    把分工存成模板
  undo 台账 [--last | --all] --out 文件  撤销修改
  deadline --jsonl / units --jsonl       逐行读时限、责任单位（标准输入）

常用选项：--json --sheet 工作表 --table 第几张表 --year 年 --issued 日期 --as 本单位
          --parent 上级文件（可多个） --profile 口径文件 --units 单位名录 --today 日期 --force
退出码：0 没有必改；1 有必改；2 没有查成。`,
  unknownCommand: (d: { readonly command: string }) => `没有“${d.command}”这个命令。请用 taizhang --help 查看用法。`,
  badOption: (d: { readonly detail: string }) => `认不出选项 ${d.detail}。请用 taizhang --help 查看用法。`,
  badValue: (d: { readonly option: string; readonly value: string }) => `选项 ${d.option} 的值“${d.value}”不对。请用 taizhang --help 查看用法。`,
  optionNotHere: (d: { readonly option: string; readonly command: string }) => `命令 ${d.command} 不用选项 ${d.option}。请用 taizhang --help 查看用法。`,
  outNeeded: "这项操作要写文件，请用 --out 指明写到哪里。",
  outExists: (d: { readonly file: string }) => `文件“${d.file}”已经有了，没有覆盖。要覆盖请加 --force。`,
  outFailed: (d: { readonly file: string }) => `文件“${d.file}”写不进去，请看看文件夹在不在、有没有权限。`,
  oneFile: (d: { readonly command: string }) => `命令 ${d.command} 要一个文件。请用 taizhang --help 查看用法。`,
  noFile: (d: { readonly file: string }) => `找不到文件“${d.file}”。请看看路径对不对。`,
  isFolder: (d: { readonly file: string }) => `“${d.file}”是文件夹，不是文件。请指明一个文件。`,
  noSheet: (d: { readonly sheet: string; readonly sheets: readonly string[] }) => `没有叫“${d.sheet}”的工作表。这份文件里有：${d.sheets.join("、")}。`,
  otherTables: (d: { readonly count: number; readonly read: string; readonly others: readonly { readonly number: number; readonly title: string }[] }) =>
    `这张工作表里有 ${d.count} 张表，读的是第1张${d.read === "" ? "" : `“${d.read}”`}。要读别的，请加 --table：${d.others.map(({ number, title }) => `${number}${title === "" ? "" : `“${title}”`}`).join("、")}。`,
  otherSheets: (d: { readonly sheets: readonly string[] }) => `这份文件的${d.sheets.map((sheet) => `“${sheet}”`).join("、")}里有，请用 --sheet 指明。`,
  parentNeeded: "请用 --parent 指明上级文件。",
  unitNeeded: "请用 --as 指明本单位。",
  templateNeeded: "请用 --template 指明从哪里套用：去年的台账、“责任分工”表或模板文件；也可以用 --from、--replace、--answers 或 --enrich。",
  oneSource: "--template、--from、--replace、--answers 一次只能用一个。",
  badReplacement: (d: { readonly value: string }) => `选项 --replace 的值“${d.value}”不对。请写成 --replace 旧处室=新处室。`,
  split: (d: { readonly units: readonly { readonly unit: string; readonly total: number }[]; readonly file: string }) => `${d.units.map(({ unit, total }) => `${unit}\t${total}项`).join("\n")}\n已拆成 ${d.units.length} 个单位：${d.file}`,
  templateKept: (d: { readonly rules: number; readonly file: string }) => `已存成模板，${d.rules} 条：${d.file}`,
  unknownUnit: (d: { readonly unit: string; readonly candidates: readonly string[] }) => `认不出单位“${d.unit}”。${d.candidates.length > 0 ? `是不是：${d.candidates.join("、")}？` : "请写全称，如“省民政厅”“淮南市政府办公室”。"}`,
  savedAsXlsx: (d: { readonly file: string }) => `原文件不是 .xlsx，结果已另存为 .xlsx：${d.file}`,
  badUnits: (d: { readonly file: string }) => `单位名录“${d.file}”读不出来。请每行写一个单位名称。`,
  badJsonLine: (d: { readonly line: number }) => `标准输入第${d.line}行不是一条 JSON。请每行写一条。`,
  task: (d: { readonly seq: string; readonly requirement: string; readonly units: string; readonly deadline: string }) => `${d.seq}\t${d.requirement}\t${d.units}\t${d.deadline}`,
  ignoredCount: (d: { readonly count: number }) => `另有 ${d.count} 处写明理由不改。`,
  level: { error: "必改", warning: "请核对", info: "可改" },
  place: (d: { readonly cell: string | null; readonly count: number }) => `${d.cell ?? "全表"}${d.count > 1 ? `等${d.count}处` : ""}`,
  filled: (d: { readonly filled: number }) => `填了 ${d.filled} 格。`,
  /** One line per reason, with the first cells of each. */
  notFilled: (d: { readonly reason: string; readonly cells: readonly string[]; readonly count: number }) => `${d.count} 格没有填（${d.cells.join("、")}${d.count > d.cells.length ? " 等" : ""}）：${d.reason}。`,
  notFilledReasons: { sure: "没有写进去", probable: "多半是，请看一下，加 --accept probable 一起填", choose: "有几个答案，请您选", refused: "表格变了或写不进去" },
  drafted: (d: { readonly rows: number; readonly file: string }) => `已生成 ${d.rows} 项：${d.file}`,
  undone: (d: { readonly undone: number; readonly refused: number }) => `恢复了 ${d.undone} 处，没有恢复 ${d.refused} 处。`,
  sheetRow: (d: { readonly row: number }) => `第${d.row}行`,
  damage: {
    "repeated-header": "表头重复",
    "shifted-columns": "内容和表头错开",
    "cut-row": "换页断开的行",
    "seam-overlap": "接缝处有重字",
    "several-items": "一格几项",
    "split-heading": "标题拆成几格",
    "lost-digits": "数字不全",
    "page-line": "页码",
    "blank-row": "空行",
  },
  missing: (d: { readonly seq: string; readonly binding: "named" | "counterpart" | "all" | "some" | "localities" | "none"; readonly words: string }) =>
    `上级第${d.seq}项\t${d.binding === "some" ? "不一定涉及本单位" : d.binding === "localities" ? "由各地落实" : "可能漏项"}\t${d.words}`,
  linkState: { sure: "对应", confirm: "请确认", local: "本单位新增" },
} as const;
