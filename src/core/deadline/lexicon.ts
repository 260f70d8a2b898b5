/**
 * The kinds of words the grammar is made of. `value` of a word: which third, half, shift or weekday it names.
 * "other" is everything the grammar has no word for; it never takes part in a deadline.
 */
export type TokenKind =
  | "number" | "year" | "yearEnd" | "yearIn" | "yearStart" | "yearMiddle" | "wholeYear" | "plan"
  | "month" | "monthEnd" | "monthStart" | "monthMiddle" | "tenDays" | "half" | "quarter" | "quarterEnd" | "quarterStart" | "day"
  | "workday" | "days" | "weeks" | "months" | "hours" | "halfMonth" | "halfYear" | "of" | "ordinal" | "clock"
  | "yearShift" | "monthShift" | "weekShift" | "quarterShift" | "weekday" | "end" | "begin" | "during" | "today"
  | "before" | "within" | "from" | "after" | "to" | "until" | "dayOf"
  | "each" | "by" | "times" | "everyOther" | "routine" | "issue"
  | "ongoing" | "vague" | "status" | "sync"
  | "at" | "hyphen" | "dot" | "slash" | "colon" | "enumeration" | "and" | "comma" | "stop" | "open" | "close"
  | "past" | "span" | "other";

export interface LexiconEntry {
  readonly word: string;
  readonly kind: TokenKind;
  readonly value: number;
}

function words(kind: TokenKind, list: string, value = 0): LexiconEntry[] {
  return list.split(" ").map((word) => ({ word, kind, value }));
}

/** Words that begin like, or contain, a word of the grammar but are none. */
const stopWords =
  "学年 财年 日期 日程 日益 日报社 假日 节日 生日 今日 近日 昨日 往日 次日起 年报 年检 年审 年鉴 年龄 年轻 年限 年味 年货 年均 年会 年薪 年代 年级 年夜 " +
  "往年 历年 近年 每年度报告 老年 青年 少年 青少年 中年 成年 幼年 童年 多年 几年 常年性 " +
  "月球 岁月 蜜月 号召 号线 文号 编号 账号 型号 口号 信号 季节 换季 旺季 淡季 目前 当前 提前 此前 空前 超前 眼前 面前 跟前 前期 前提 前置 前往 前述 前款 前列 前沿 前瞻 " +
  "前线 前来 前景 前后 前端 前台 前进 前移 前一 前三名 前十 之前的 生前 史前 最后 后续 后期 今后 落后 后勤 后方 先后 后备 后台 后果 后评估 背后 前年度 以前年度 售后 后端 后顾 善后 " +
  "内容 内部 内控 内设 内外 内涵 内网 内审 国内 市内 省内 县内 区内 境内 室内 体内 院内 校内 域内 网内 场内 范围内 辖区内 系统内 行业内 单位内 部门内 库内 站内 党内 界内 业内 户内 " +
  "起草 起诉 起步 起点 起重 起用 起来 兴起 掀起 发起 引起 一起 提起 开始时 次数 次要 层次 档次 场次 批次 首次 再次 依次 多次 历次 此次 本次 屡次 名次 车次 班次 其次 两次党 " +
  "底数 底线 底色 底册 底层 底稿 兜底 到底 彻底 托底 底部 末端 末梢 末位 周边 周期 周到 周围 周转 周密 周知 四周 天然 天气 天津 天河 天水 今天 明天 昨天 天桥 天台 " +
  "到位 到达 到人 到期 到户 到村 到岗 到账 到场 达到 得到 受到 收到 接到 做到 找到 遇到 提到 直到位 落到 看到 感到 到会 至少 至多 甚至 以至 冬至 夏至 乃至 " +
  "每次 每项 每人 每户 每村 每条 每笔 每家 每件 每宗 每个单位 每亩 每吨 每平方 每名 每位 每股 每一项 每起 每处 每套 每批 每期 每场 每年来 按时 逐步 逐项 逐条 逐一 逐级 逐户 逐村 按照 按规定 按要求 " +
  "小时候 半年报 初步 初期 初审 中期 中央 中心 中小 中国 中共 中级 中高 中医 末级 点多 重点 要点 点位 节点 焦点 热点 难点 亮点 试点 网点 站点 终点 观点 优点 特点 盲点 堵点 痛点 时点 点击 点评 定点 " +
  "号文 号令 第三方 第三产业 第一书记 第一责任 第一时间 第一线 第二课堂 一号文件 元旦 元宵 元年 一季度经济 上半年经济 一体化 一网 一件事 一次性 统一 第一次 旬邑 周口 周村 周宁 千年 百年 跨年 新年 一年来 多年来 " +
  "五一 六一 七一 八一 今年以来 去年以来 年以来 月以来 以来 期满 期间的";

/** Longest match wins; among words of one length the order does not matter, each stands once. */
export const lexicon: readonly LexiconEntry[] = [
  ...words("year", "年 年度"),
  ...words("yearEnd", "年底 年末 年终 年尾 岁末 年度末 年度底"),
  ...words("yearIn", "年内 年度内 年之内 年以内"),
  ...words("yearStart", "年初"),
  ...words("yearMiddle", "年中"),
  ...words("wholeYear", "全年 全年度 整年"),
  ...words("month", "月 月份"),
  ...words("monthEnd", "月底 月末 月份底 月份末 月终"),
  ...words("monthStart", "月初 月份初"),
  ...words("monthMiddle", "月中"),
  ...words("tenDays", "上旬", 1),
  ...words("tenDays", "中旬 上中旬", 2),
  ...words("tenDays", "下旬 中下旬", 3),
  ...words("half", "上半年 上半年度 前半年", 1),
  ...words("half", "下半年 下半年度 后半年", 2),
  ...words("quarter", "季度 季 个季度"),
  ...words("quarterEnd", "季度末 季末 季度底 季底"),
  ...words("quarterStart", "季度初 季初"),
  ...words("day", "日 号"),
  ...words("workday", "个工作日 工作日 个工作天 工作天"),
  ...words("days", "天 个自然日 自然日 个日历日 日历日"),
  ...words("weeks", "周 个周 星期 个星期"),
  ...words("months", "个月"),
  ...words("hours", "小时 个小时"),
  ...words("halfMonth", "半个月 半月"),
  ...words("halfYear", "半年 半年度"),
  ...words("of", "个"),
  ...words("ordinal", "第"),
  ...words("clock", "时 点 点钟"),
  ...words("yearShift", "今年 本年 本年度 今年度 当年 当年度 本年内 今年内", 0),
  ...words("yearShift", "明年 明年度 次年 次年度 翌年 来年 下年 下年度 下一年 下一年度 第二年", 1),
  ...words("yearShift", "去年 上年 上年度", -1),
  ...words("yearShift", "后年", 2),
  ...words("monthShift", "本月 当月 这个月 本月份 当月份", 0),
  ...words("monthShift", "下月 次月 下个月 下月份 次月份", 1),
  ...words("weekShift", "本周 这周 本星期", 0),
  ...words("weekShift", "下周 下星期", 1),
  ...words("quarterShift", "本季度 本季 当季度 当季 这个季度", 0),
  ...words("quarterShift", "下季度 下一季度 下季 下一个季度 次季度 下个季度", 1),
  ...words("weekday", "周一 星期一", 1),
  ...words("weekday", "周二 星期二", 2),
  ...words("weekday", "周三 星期三", 3),
  ...words("weekday", "周四 星期四", 4),
  ...words("weekday", "周五 星期五", 5),
  ...words("weekday", "周六 星期六", 6),
  ...words("weekday", "周日 周天 星期日 星期天 周末", 7),
  ...words("end", "底 末 期末 末期"),
  ...words("begin", "初"),
  ...words("during", "期间 时期 期内"),
  ...words("today", "即日 即日起 从即日起 自即日起"),
  ...words("before", "前 之前 以前"),
  ...words("within", "内 之内 以内"),
  ...words("from", "起 开始 之日起 始 起始 伊始"),
  ...words("after", "后 之后 以后"),
  ...words("to", "至 到 直至 直到 延续至 延至 持续到 持续至 — —— – ― ─ ── ~ 〜 ∼ →"),
  ...words("until", "止 为止 截止"),
  ...words("dayOf", "之日 当日 当天 次日 翌日"),
  ...words("each", "每 每个 每一 每一个 每逢"),
  ...words("each", "每隔", 1),
  ...words("by", "按 逐 分 以"),
  ...words("times", "次 场 期 轮 回 篇 批 场次 遍"),
  ...words("everyOther", "双月 隔月 单月", 2),
  ...words("everyOther", "双周 隔周 隔日 隔年"),
  ...words("routine", "月度", 1),
  ...words("issue", "印发 下发 发文 制发"),
  ...words(
    "ongoing",
    "持续推进 持续推进中 长期坚持 长期推进 持续 长期 常态化 常态 常态长效 经常性 常抓不懈 常年 长年 常年坚持 长效 永久 一以贯之 坚持不懈 持之以恒 实时 动态更新 动态管理 动态调整 滚动推进 全过程 日常工作 贯穿始终 不断推进 不断深化 不断完善 不断提升 不断加强 不断巩固 日常 日常化 久久为功 全天候 至今",
  ),
  ...words(
    "vague",
    "适时 及时 尽快 定期 不定期 抓紧 随时 立即 立刻 即刻 马上 近期 即时 限期 限时 按时 如期 按期 尽早 早日 择机 视情 待定 另行通知 酌情 第一时间 立行立改 立查立改 即知即改 即查即改 边查边改 按计划 按进度 按序时进度 条件成熟时 根据需要 根据工作需要 根据工作安排 根据工作进展 中长期 短期 中期",
  ),
  ...words("status", "正在 正在开展 推进中 进行中 整改中 办理中 落实中 实施中 建设中 开展中 正在推进 正在办理 正在整改 正在进行 正在落实 正在实施 已完成 已办结 已整改 已落实 已销号 已公开 已结束 已推进 已开展 已启动 已解决 未完成 未启动 未开展 未整改 未落实 已整改到位 已整改完成"),
  ...words("sync", "同步 同时"),
  ...words("at", "于 在 从 自 由 截至 截止到 截止至 不晚于 不迟于 不超过 最迟 最晚 力争 争取 确保 原则上 预计 拟 计划"),
  ...words("hyphen", "- --"),
  ...words("dot", ". ·"),
  ...words("slash", "/"),
  ...words("colon", ":"),
  ...words("enumeration", "、"),
  ...words("and", "和 及 以及 与 或 或者"),
  ...words("comma", ","),
  ...words("stop", "; 。 ! ? |"),
  ...words("open", "( [ { 【 “ ‘ \" 「 〖 <"),
  ...words("close", ") ] } 】 ” ’ 」 〗 >"),
  ...words("past", "已 已于 已经 曾 曾于 业已 截至目前"),
  ...words("span", "共 为期 历时 总计 合计 共计 用时"),
  ...words("other", stopWords),
];
