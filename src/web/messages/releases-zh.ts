/** The words of the page of publishing in Chinese. */
export const releasesZh = {
  title: '公布',
  finding: (ready: number, scheduled: number) =>
    [
      ready > 0 ? `${ready}张报表审核完毕，可以公布` : '没有可以公布的报表',
      scheduled > 0 ? `${scheduled}次定时公布未到时` : '',
    ]
      .filter(Boolean)
      .join('，'),
  lede: '公布是一次记录在案的行为：所选报表的数同时进入统计信息库，此后任何人可见。',
  nothingHint: '各级审核全部通过的报表列在这里，由有公布权的人公布。',
  coordinatorHint: '公布由公布人办理；协调人在此查看记录。',
  choose: '一、选择报表',
  name: '二、名称与时间',
  check: '三、试算并公布',
  releaseTitle: '名称',
  releaseTitleHint: '如：2024年县级年报',
  embargo: '定时公布（北京时间，可不填）',
  embargoHint: '不填即时公布；填了到时自动公布，之前可以取消。',
  dryRun: '试算',
  again: '重新试算',
  checkHint: '先试算：列出会被修订的已公布数，每处写明理由后才能公布。',
  noRevisions: (count: number) => `${count}张报表，没有已公布的数会被修订。`,
  revisions: (count: number) => `${count}个已公布的数会被修订，每个都要写理由`,
  indicator: '指标',
  change: '已公布 → 新',
  noFigure: '无数',
  reason: '修订理由',
  reasonFor: (body: string, name: string) => `${body} ${name}的修订理由`,
  reasonForAll: '同一理由用于所有未写的',
  useForAll: '填入',
  missing: (count: number) => `还有${count}处没写理由`,
  summary: (added: number, revised: number, unchanged: number) =>
    `新增${added}个数，修订${revised}个，不变${unchanged}个。`,
  publish: (count: number) => (count > 0 ? `公布${count}张` : '公布'),
  schedule: (count: number) => (count > 0 ? `定时公布${count}张` : '定时公布'),
  working: (count: number) => `正在办理${count}张，请勿关闭页面`,
  published: (number: number) => `已公布，为统计信息库第${number}号。`,
  scheduled: (at: string) => `已定于${at}公布。`,
  recorded: '已公布，没有数改变。',
  toExplorer: '到统计中查看',
  list: '公布记录',
  listEmpty: '还没有公布过。',
  number: '库号',
  by: '公布人',
  at: '时间',
  submissions: '张数',
  state: '状态',
  states: {
    out: '已公布',
    waiting: (at: string) => `待${at}公布`,
    withdrawn: '已取消',
  },
  withdraw: '取消公布',
  keep: '不取消',
};

export type ReleasesWords = typeof releasesZh;
