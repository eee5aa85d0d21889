import { vocabularyZh } from '../../domain/vocabulary.ts';
import { accountsZh } from './accounts-zh.ts';
import { collectionZh } from './collection-zh.ts';
import { explorerZh } from './explorer-zh.ts';
import { fillingZh } from './filling-zh.ts';
import { formsZh } from './forms-zh.ts';
import { importZh } from './import-zh.ts';
import { indicatorsZh } from './indicators-zh.ts';
import { readerZh } from './reader-zh.ts';
import { releasesZh } from './releases-zh.ts';
import { remindersZh } from './reminders-zh.ts';
import { reviewZh } from './review-zh.ts';

import { ribbonZh } from './ribbon-zh.ts';
import { roundsZh } from './rounds-zh.ts';
import { territoriesZh } from './territories-zh.ts';

/** The words of the interface in Chinese; every other language has the same shape. */
export const zh = {
  tag: 'zh-CN',
  product: '兴边',
  tagline: '规划实施监测评估',
  ...vocabularyZh,
  ribbon: ribbonZh,
  filling: fillingZh,
  accounts: accountsZh,
  collection: collectionZh,
  review: reviewZh,
  rounds: roundsZh,
  reminders: remindersZh,
  releases: releasesZh,
  forms: formsZh,
  importing: importZh,
  itemsOf: (count: number) => `${count}项`,
  wholeFile: (name: string, count: number) => `${name}（全部${count}项）`,
  listOf: (items: readonly string[]) => items.join('、'),
  frame: {
    skip: '跳到正文',
    navigation: '主导航',
    menu: '菜单',
    close: '关闭',
    plan: '规划',
    responsibilities: '责任',
    agencies: '部门',
    commitments: '规划事项',
    statistics: '统计',
    ribbon: '边境长卷',
    collect: '报送',
    about: '关于',
    search: '查条款、县、指标、部门',
    searchLabel: '全站检索',
    language: 'English',
    languageLabel: '切换为英文界面',
    theme: '外观',
    themes: { auto: '跟随系统', light: '浅色', dark: '深色' },
    issued: (date: string) => `${date}印发`,
    printed: (date: string) => `${date}打印`,
    interfaces: '开放接口',
    officialNote: '原文为宋体，本系统的说明为黑体。',
  },
  states: {
    loading: '正在读取',
    retry: '重试',
    back: '返回规划',
    unknownPage: '没有这个页面',
    unknownPageHint: '地址可能有误，可从上方导航或检索进入。',
    toAgencies: '查看部门名单',
    toIndicators: '查看全部指标',
  },
  date: (iso: string) => {
    const [year, month, day] = iso.split('-').map(Number);
    return [year && `${year}年`, month && `${month}月`, day && `${day}日`].filter(Boolean).join('');
  },
  period: (start: number, end: number) => `${start}—${end}年`,
  reader: readerZh,
  matrix: {
    finding: (rows: number, cells: number, half: number) =>
      `${rows}项责任、${cells}处列名，${half}个部门占去一半`,
    lede: (first: string, count: number, once: number) =>
      `${first}列名${count}项，居首；${once}个部门只列名1项。`,
    noLead: '原文只有按印发次序排列的部门名单，没有指定牵头。',
    respectively: '同列一项的部门按职责分工分别负责。',
    print: '打印 A3',
    kinds: '条目类别',
    all: '全部',
    order: '部门次序',
    orders: { count: '按项数', printed: '按印发名序', similar: '按同伴相近' },
    area: '领域',
    allAreas: '全部领域',
    filter: '筛选部门或条款',
    view: '显示方式',
    views: { grid: '矩阵', items: '按条款', agencies: '按部门' },
    caption: (rows: number, agencies: number, cells: number) =>
      `${rows}项责任与${agencies}个部门的矩阵，共${cells}处列名`,
    item: '条款',
    total: '合计',
    itemsCount: (count: number) => `${count}项`,
    cellsCount: (count: number) => `${count}处`,
    named: '列名',
    shown: (cells: number, all: number) => `显示${cells}处，全部${all}处`,
    moreColumns: (count: number) => `右侧还有${count}个部门 →`,
    clear: '清除筛选',
    nothing: '没有符合条件的条款或部门。',
    usage: '点部门名或条款名可固定一列或一行；方向键移动，空格固定部门，回车打开条款。',
    agencySummary: (count: number, parts: string) => `列名${count}项：${parts}`,
    often: (list: string) => `最常同列：${list}`,
    itemSummary: (count: number) => `${count}个部门，按印发次序`,
    openAgency: '部门页',
    openClause: '看原文',
    unpin: '取消固定',
    note: '部门名称依印发时原文；其后的机构改革情况见各部门页。',
    box: '栏 = 专栏。',
  },
  agencies: {
    finding: (count: number, many: number) => `${count}个部门列名，其中${many}个列名10项以上`,
    lede: '按列名项数排列；印发次序不代表主次。',
    filter: '筛选部门',
    name: '印发名称',
    fullName: '全称',
    count: '列名项数',
    duties: '正文职责',
    successor: '机构改革后',
    none: '没有符合条件的部门。',
    unsourced: '未查到来源',
    noSuccessor: '没有登记承继机构',
    page: {
      finding: (name: string, items: number, areas: number) =>
        `${name}：${items}项责任，分布在${areas}个部分`,
      onlyDuties: (name: string, duties: number) => `${name}：正文所列职责${duties}项`,
      strip: '在全部责任条款中的位置',
      stripLabel: (name: string, count: number, all: number) =>
        `${all}项责任中，${name}列名${count}项`,
      items: '列名的条款',
      with: '同列部门',
      alone: '只列名本部门',
      duties: '正文所列职责',
      dutiesNote: '不在条末部门名单中，由正文直接写明',
      commonDuties: '对各有关部门的共同要求',
      commonDutiesNote: '正文只写“有关部门”等，没有点名',
      noDuties: '正文没有另外写明本部门的职责。',
      companions: '最常同列的部门',
      companionsNote: '同列条款数',
      allCompanions: (count: number) => `全部${count}个`,
      fullName: '规划印发时全称',
      successors: '机构改革后',
      when: (date: string) => `${date}起`,
      source: (text: string) => `来源：${text}`,
      note: '说明',
      inMatrix: '在责任矩阵中查看',
      citation: (title: string, number: string, name: string, items: number) =>
        `《${title}》（${number}）列名${name}的责任条款${items}项`,
      back: '部门名单',
    },
  },
  ledger: {
    finding: (all: number, evaluable: number) => `${all}项规划事项，按原文可评估的${evaluable}项`,
    lede: (not: number, projects: number, duties: number) =>
      `其余${not}项按原文不可评估，逐项写明理由。另有具名项目${projects}个、正文所列职责${duties}项。动词分级由本系统拟设，不是规划原文。`,
    crossTable: '动词分级与目标类型',
    crossNote: '点数字筛选',
    grade: '动词分级',
    target: '目标类型',
    area: '领域',
    total: '合计',
    show: (count: number, grade: string, target: string) =>
      `只看${[grade, target].filter(Boolean).join('、')}，${count}项`,
    evaluability: '可否评估',
    evaluable: '可评估',
    unevaluable: '不可评估',
    all: '全部',
    filter: '筛选文字或条款',
    clear: '清除筛选',
    shown: (count: number, all: number) => `显示${count}项，全部${all}项`,
    commitments: '规划事项',
    projects: '具名项目',
    projectsNote: '原文点名的线路、路段、园区，各为一项；按类型与动词分级',
    duties: '正文所列职责',
    dutiesNote: '不在条末部门名单中，由正文直接写明',
    deadlinePeriod: '规划期末',
    deadlineNone: '—',
    nothing: '没有符合条件的规划事项。',
    noProjects: '没有符合条件的具名项目。',
    noDuties: '没有符合条件的职责。',
    nothingHint: '可减少筛选条件。',
    conditions: (list: string) => `条件：${list}`,
    jump: '本页内容',
  },
  search: {
    title: (
      words: string,
      names: { places: number; indicators: number; agencies: number },
      text: { clauses: number; hits: number },
    ) => {
      const named = [
        names.places > 0 ? `${names.places}个地区` : '',
        names.indicators > 0 ? `${names.indicators}项指标` : '',
        names.agencies > 0 ? `${names.agencies}个部门` : '',
      ].filter(Boolean);
      const found = [
        named.join('、'),
        text.clauses > 0 ? `见于${text.clauses}条，共${text.hits}处` : '',
      ];
      return `“${words}”${named.length > 0 ? '：' : ''}${found.filter(Boolean).join('；')}`;
    },
    none: (words: string) => `没有找到“${words}”`,
    noneHint:
      '可缩短检索词，或换用原文中的说法；地区可用现名、曾用名、简称或代码，部门请用印发名称或全称。',
    empty: '查条款、县、指标、部门',
    emptyHint: '在上方输入检索词后按回车；任何页面按 / 可直接输入。',
    places: '地区',
    indicators: '指标',
    former: (name: string, until: string | null) =>
      until === null ? `曾用${name}` : `${until}年前为${name}`,
    moreNames: (shown: number, all: number) => `列出前${shown}个，共${all}个`,
    agencies: '部门',
    clauses: '条款',
    hits: (count: number) => `${count}处`,
    more: (shown: number) => `列出前${shown}条，可增加检索词缩小范围。`,
    label: '检索词',
    submit: '检索',
  },
  about: {
    title: '关于',
    headline: '把一份规划读成条款、责任和规划事项',
    lede: '本系统把国务院公文按其自身的编号体例编译为条款，逐条列出规划事项、责任部门、数量和具名项目，供查阅、检索和引用。无需登录。',
    source: '原文与来源',
    compiled:
      '条款、责任、规划事项由程序从原文得出；程序无法判断之处由人工更正，更正均注明理由和提供者，并在所涉条款处标出。',
    marks: '标注的含义',
    gradesNote: '下划线越实，规划事项的动词越确定。动词分级由本系统拟设，不是规划原文。',
    unevaluable:
      '“不可评估”是指按原文写法无法判断是否完成：未写明衡量标准、数量，或只用“基本”“初步”等程度用语。它说明的是文字，不是工作。',
    noLead: '部门按印发次序列出，次序不代表主次；原文没有指定牵头的，一律写明“未指定牵头”。',
    downloads: '下载与接口',
    files: {
      matrixCsv: '责任矩阵 CSV',
      matrixXlsx: '责任矩阵 XLSX',
      ledgerCsv: '规划事项台账 CSV',
      ledgerXlsx: '规划事项台账 XLSX',
    },
    openapi: '接口说明 openapi.json',
    licence: '程序以 Apache-2.0 许可发布；规划原文属公开发布的公文。',
  },
  explorer: explorerZh,
  indicators: indicatorsZh,
  territories: territoriesZh,
};

/** What every language supplies. */
export type Messages = Omit<typeof zh, 'tag'> & { tag: string };
