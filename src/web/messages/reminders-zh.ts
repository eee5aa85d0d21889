/** How reminding went, in numbers. */
export interface Outcome {
  readonly reminded: number;
  readonly already: number;
  readonly accounts: number;
  readonly mails: number;
  readonly unreached: number;
}

/** The words of reminders in Chinese. */
export const remindersZh = {
  day: (month: number, day: number) => `${month}月${day}日`,
  program: '系统',
  byHand: (by: string, day: string, note: string | null) =>
    `${by} ${day}催报${note === null ? '' : `：${note}`}`,
  raised: (day: string, what: string) => `系统 ${day}提醒：${what}`,
  kinds: {
    'due-soon': '即将截止',
    overdue: '已过截止日',
    'very-late': '宽限期已过',
    returned: '已退回，请更正后再报',
    waiting: '已等待多日',
    'by-hand': '催报',
  },
  last: (day: string) => `${day}催过`,
  lastByProgram: (day: string) => `${day}系统提醒过`,
  remind: '催报',
  remindOf: (name: string) => `催报${name}`,
  allOutstanding: (count: number) => `催报全部未报${count}张`,
  chosen: (count: number) => `催报所选${count}张`,
  choose: (owed: number, waiting: number) =>
    `全选${[owed > 0 ? `未报${owed}张` : '', waiting > 0 ? `待审核${waiting}张` : ''].filter(Boolean).join('、')}`,
  note: '附言（可不填，只在系统内显示）',
  called: (count: number) => `今天已催${count}张。`,
  done: ({ reminded, already, accounts, mails, unreached }: Outcome) =>
    [
      `已催报${reminded}张，${accounts}个账号在系统中可见`,
      mails > 0 ? `其中${mails}个另发邮件` : '没有发邮件',
      unreached > 0 ? `${unreached}个单位没有相应角色的账号，请另行通知` : '',
      already > 0 ? `${already}张今天已催过` : '',
    ]
      .filter(Boolean)
      .join('，')
      .concat('。'),
  trouble: (channel: 'mail' | 'webhook', givenUp: boolean, error: string) =>
    `${channel === 'mail' ? '邮件' : '通知接口'}${givenUp ? '没有送达' : '暂未送达，将再试'}（${error}）`,
  owed: (count: number) => `${count}项待办`,
  address: {
    title: '邮箱',
    hint: '只用来收催报提醒；只有本人和发信程序能看到，注销账号时删除。邮件只写报表、时期、单位和日期，不含数据。',
    none: '没有填写，提醒只在系统中显示。',
    off: '本系统没有配置邮件，提醒只在系统中显示，不必填写邮箱。',
    field: '邮箱地址',
    set: '保存',
    forget: '删除',
    saved: '已保存。',
    forgotten: '已删除。',
  },
};

/** What every language supplies. */
export type ReminderWords = typeof remindersZh;
