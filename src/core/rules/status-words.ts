/** Whether a status says that the work is done: 已完成, 完成, 已销号, 已办结, 是, 100%. */
export function isDone(status: string): boolean {
  return /^(?:已?(?:全部|基本)?(?:完成|办结|销号|整改到位|落实)|已(?:全部)?(?:整改|化解|解决)|是|√|✓|100%|绿灯?)(?:整改|销号)?[。！]?$/u.test(status.trim());
}

/** Whether a status says that the work is not done: 未完成, 正在推进, 进行中, 否, 红灯. */
export function isOpen(status: string): boolean {
  return /未(?:完成|办结|销号|启动|开始|整改|化解|解决|消除|答复|落实|开工)|部分(?:完成|整改|落实|化解)|进行中|推进中|正在|(?:整改|办理|化解|实施|建设|施工)中|滞后|^否$|^×$|^红灯?$|^黄灯?$/u.test(status.trim());
}

/** Whether a report of progress begins by saying that the work goes on: 正在推进, 推进中，已处置3户; not where it ends with 已完成. */
export function beginsOpen(progress: string): boolean {
  return /^(?:正在|仍在|尚未|未(?:完成|办结|启动|开展|整改|开工)|(?:项目|工作)?(?:推进|进行|整改|办理|实施|建设|施工|落实)中)/u.test(progress.trim()) && !/已(?:全部|全面)?(?:完成|办结|销号|整改到位)/u.test(progress);
}
