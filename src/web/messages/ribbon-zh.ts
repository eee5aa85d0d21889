import type { TrackForm } from '../../charts/ribbon/track.ts';

/** What is said of a track in counts. */
export interface TrackCounts {
  readonly periods: readonly string[];
  readonly unit: string;
  readonly setback: 'rise' | 'fall';
  readonly present: number;
  readonly comparable: number;
  readonly rose: number;
  readonly fell: number;
  readonly up: number;
  readonly down: number;
  readonly noBase: number;
  /** Places with figures at both ends whose area changed between them. */
  readonly changed: number;
  /** The period from which on the series is another one. */
  readonly broken: string | null;
  /** The period a change is counted from. */
  readonly since: string | null;
}

const span = (periods: readonly string[]) =>
  periods.length < 2 ? `${periods[0] ?? ''}年` : `${periods[0]} → ${periods.at(-1)}年`;
const unless = (count: number, words: string) => (count > 0 ? words : '');

/** The words of the border ribbon in Chinese. */
export const ribbonZh = {
  name: '边境长卷',
  label: (places: number, tracks: number) =>
    `${places}个地方沿边境线依次排列，${tracks}条轨道同轴；左右方向键逐个读数，回车进入，加减号缩放`,
  unit: (unit: string) => unit,
  amount: (figure: string, unit: string) => `${figure}${unit}`,
  bracketed: (words: string) => `（${words}）`,
  percent: '%',
  doubtful: '待核实',
  median: '中位县',
  places: (count: number) => String(count),
  indicator: '指标',
  otherIndicator: '更多指标',
  form: '画法',
  forms: {
    'level-rise': '水位与增量',
    dumbbell: '前后两点',
    diverging: '增减',
    plumb: '悬线',
    squares: '方块',
    'stacked-years': '逐年',
  } satisfies Record<TrackForm, string>,
  addTrack: '加一条轨道',
  addTrackHere: '＋加一条轨道',
  noTracks: '下方还没有轨道。再选一项指标、名单或设施，即与上图同轴，逐县对读。',
  emptyTrack: '这一段没有可画的数据：可看全线，换一项指标或换一种画法',
  tracks: '轨道',
  removeTrack: (name: string) => `移去轨道：${name}`,
  groupsAndSites: '名单与设施',
  stretch: '范围',
  wholeFrontier: '全线',
  someStretch: (first: string, last: string) => `${first}—${last}`,
  zoomIn: '放大',
  zoomOut: '缩小',
  picture: '图片',
  data: '数据CSV',
  order: (order: number) => `第${order}位`,
  borders: (names: readonly string[]) => `邻${names.join('、')}`,
  bordersOpen: '毗邻一侧资料未列国名',
  bordersNone: '不直接接壤',
  probable: '是否在列为大概率',
  openPlace: (name: string) => `进入${name}`,
  period: (period: string) => `${period}年`,
  notListed: '不在名单',
  none: '无',
  absence: {
    missing: '未报送',
    'not-applicable': '不适用',
    'not-due': '未到期',
    suppressed: '不公布',
  },
  ofPeriod: (period: string, figure: string) => `${period}年${figure}`,
  withoutBase: (period: string) => `${period}年无数据`,
  incomparable: (period: string, before: string, why: string) =>
    `${period}年${before}，${why}不可比`,
  changedSince: (period: string) => `区划变动，无可比的${period}年数据`,
  areaChanged: '区划变动',
  seriesBroken: (period: string) => `${period}年起口径有变`,
  withheld: {
    partial: '成员不全',
    overlap: '口径重叠',
    'not-comparable': '区划变动，不可比',
    'not-computable': '无法计算',
  },
  noFigure: '无数据',
  trackNote: (form: TrackForm, counts: TrackCounts) => {
    const { periods, unit, comparable, up, down, rose, fell, noBase, present, since } = counts;
    const missing =
      unless(noBase, `；${noBase}个无${periods[0]}年数据`) +
      unless(counts.changed, `；${counts.changed}个区划有变动，不比较`) +
      (counts.broken === null ? '' : `；${counts.broken}年起口径有变，不比较`);
    switch (form) {
      case 'diverging':
        return `${span(since === null ? periods : [since, ...periods])}，${unit}。${comparable}个可比，${up}个增加、${down}个减少；灰格为不可比或无数据`;
      case 'dumbbell':
        return periods.length < 2
          ? `${span(periods)}，${unit}。${present}个有数据`
          : `${periods[0]}年（细端）→ ${periods.at(-1)}年（圆点），${unit}。${comparable}个可比，${rose}个上升、${fell}个下降${missing}；赭色为${counts.setback === 'fall' ? '下降' : '上升'}`;
      case 'stacked-years':
        return `${periods[0]}—${periods.at(-1)}年，${unit}。自上而下逐年，按所示界限分五级，每级数目大致相同；右列为当年有数据的个数`;
      default:
        if (periods.length < 2) return `${span(periods)}，${unit}。${present}个有数据`;
        return `${span(periods)}，${unit}。${comparable}个可比，${rose}个上升、${fell}个下降${missing}`;
    }
  },
  leaving: (group: string) => `退出${group}名单`,
  leavingNote: (at: { first: number; last: number; count: number; others: number }) =>
    `${at.first}—${at.last}年。名单内${at.count}个，悬线由短到长即退出由先到后，右列为当年数·累计数；其余${at.others}个不在名单`,
  siteNote: (count: number, unverified: number) =>
    unverified >= count
      ? `已收录${count}个，均待核实`
      : `已收录${count}个${unless(unverified, `，其中${unverified}个待核实`)}`,
  legend: {
    was: (period: string) => `${period}年已有`,
    gain: (first: string, last: string) => `${first}—${last}年新增`,
    gap: '尚未达到',
    lost: (period: string) => `低于${period}年`,
    noBase: (period: string) => `${period}年无数据`,
    noComparable: (period: string) => `无可比的${period}年数据`,
    absent: (period: string) => `${period}年无数据（整柱）`,
    level: (period: string) => `${period}年`,
    rise: '增加',
    fall: '减少',
    noChange: '不可比，或无数据',
    now: (period: string) => `${period}年`,
    before: (period: string) => `${period}年`,
    setback: '逆向变化',
    missing: '无数据',
    within: (from: string | null, to: string | null, unit: string) =>
      from === null ? `不到${to}${unit}` : to === null ? `${from}${unit}以上` : `${from}—${to}`,
    date: '退出年份',
    site: '一处',
  },
  title: {
    reaching: (at: {
      name: string;
      member: string;
      was: number;
      now: number;
      first: string;
      last: string;
    }) => `${at.name}：达到九成的${at.member}，${at.first}年${at.was}个，${at.last}年${at.now}个`,
    reachingNow: (at: { name: string; member: string; now: number; last: string }) =>
      `${at.name}：${at.last}年达到九成的${at.member}有${at.now}个`,
    changing: (at: {
      name: string;
      comparable: number;
      up: number;
      down: number;
      change: boolean;
    }) =>
      `${at.name}：${at.comparable}个可比县中${at.up}个${at.change ? '为正' : '增加'}、${at.down}个${at.change ? '为负' : '减少'}`,
    level: (at: { name: string; was: string; now: string; rose: number; fell: number }) =>
      `${at.name}：中位县由${at.was}到${at.now}，${at.rose}个上升、${at.fell}个下降`,
    levelNow: (at: { name: string; now: string; last: string; present: number }) =>
      `${at.name}：${at.last}年${at.present}个有数据，中位县${at.now}`,
    years: (at: {
      name: string;
      member: string;
      ever: number;
      both: number;
      first: string;
      last: string;
    }) =>
      `${at.name}：${at.first}—${at.last}年${at.ever}个${at.member}有过数据，首尾两年都有的${at.both}个`,
    incomparable: (name: string, member: string) => `${name}：前后两期没有可比的${member}`,
    none: (name: string) => `${name}：沿边境线还没有数据`,
  },
  lede: {
    along: (at: { first: string; last: string; count: number; member: string }) =>
      `从${at.first}到${at.last}，${at.count}个${at.member}沿陆地边境线依次排开，一柱一县；上为邻国，下为省区。`,
    median: (was: string, now: string) => `中位县由${was}到${now}。`,
    half: (count: number, most: { name: string; count: number } | null) =>
      count === 0
        ? '没有一个低于一半。'
        : `仍有${count}个不到一半${most && most.count < count ? `，其中${most.count}个在${most.name}` : most ? `，都在${most.name}` : ''}。`,
    lost: (count: number) => `${count}个比基年低。`,
    doubts: (names: readonly string[]) => `${names.join('、')}的数据待核实。`,
    absent: (count: number, total: number, period: string) =>
      `${total}个中有${count}个没有${period}年数据，照样占一柱。`,
  },
  how: '怎么读',
  howText:
    '横轴是次序，不是里程：每县等宽，省区之间略留空隙。上方粗线为毗邻国家，两国交界的县同时属于两段；虚线段资料未列邻国，空白处不直接接壤。移动指针或按←→沿边境线逐县前行，红线贯穿各轨同步读数；回车或单击进入该县；横向拖动选一段放大，按Esc回到全线。',
  basis: '口径',
  beyondPlan: (names: string, first: string, last: string) =>
    `${names}的对比期为${first}—${last}年，始于规划期之前，其变化不能单独归于本规划。`,
  unlikeArea: (names: string, first: string, last: string) =>
    `${names}在${first}—${last}年间区划有变动，前后不可比，只画${last}年，不画增减。`,
  brokenSeries: (name: string, period: string, note: string) =>
    `${name}自${period}年起口径有变，前后不作比较：${note}`,
  neverAveraged: '百分比不作平均，正文只用中位数与计数。',
  sources: '来源与把握',
  instant: (number: number, day: string | null) =>
    day === null ? `时点：第${number}次发布` : `时点：第${number}次发布，${day}`,
  certainty: (at: { member: string; certain: number; probable: readonly string[] }) =>
    at.probable.length === 0
      ? `所列${at.member}均为确定。`
      : `${at.probable.join('、')}是否在列为“大概率”（名后加*），余${at.certain}个确定。`,
  orderBasis: '次序与毗邻由公开图形计算，未逐县核对官方文本。',
  proposed: '拟设',
  points: '点位取县域内一点，不表示边界',
  pointsOf: (name: string, period: string) => `${period}年${name}`,
  pointsKey: { low: '低', high: '高' },
  approval: (number: string) => `审图号：${number}`,
  table: '数据表',
  tableCaption: (count: number) => `沿边境线次序的${count}行`,
  columns: {
    order: '次序',
    place: '县',
    code: '代码',
    province: '省区',
    prefecture: '地级',
    neighbours: '邻国',
    certainty: '把握',
    certain: '确定',
    probable: '大概率',
  },
  begin: '移动指针，或按←→沿边境线逐县读数',
  touch: '轻点一行读数',
  empty:
    '统计信息库里还没有沿边境线次序的地方，或没有它们的数据；由管理员用xingbian import导入后即可显示。',
  locator: (name: string, order: number, count: number) =>
    `${name}在沿边境线${count}个地方中居第${order}位`,
};

/** The same words in another language. */
export type RibbonMessages = typeof ribbonZh;
