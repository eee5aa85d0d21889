import { addressOf } from '../api/endpoint.ts';
import { formPaths, planPaths, statisticsPagePaths, statisticsPaths } from '../api/paths.ts';
import type { ClauseLink, PlanSummary } from '../api/plan.ts';

/** What is known of the plan when a page is sent. */
export interface PageFacts {
  readonly plan: PlanSummary;
  readonly clause: (id: string) => ClauseLink | null;
  readonly names: (agency: string) => boolean;
  /** Names of places and indicators; null where the statistics have none of that id. */
  readonly territory: (id: string) => string | null;
  readonly indicator: (id: string) => string | null;
}

/** What a page's address says before its script runs: whether it is one, its name, what it will ask. */
export interface PageHead {
  readonly status: 200 | 404;
  readonly title: string;
  readonly description: string;
  /** Addresses of the API the page will ask first. */
  readonly preload: readonly string[];
}

/**
 * Returns the head of the page at `path`. `query` has the names of what else the address says: with
 * some of them the page asks for something else than what it usually begins with.
 */
export function pageHead(path: string, facts: PageFacts, query: readonly string[] = []): PageHead {
  const [, section = '', item, ...rest] = path.replace(/\/$/, '').split('/').map(decoded);
  const page = rest.length > 0 ? undefined : pages[section];
  const found = page?.(facts, item) ?? unknown(facts);
  const other = query.some((name) => askedOtherwise[section]?.includes(name));
  return other ? { ...found, preload: [] } : found;
}

const askedOtherwise: Readonly<Record<string, readonly string[]>> = {
  territories: ['basis', 'asOf'],
  indicators: ['p', 'asOf'],
};

/**
 * Returns index.html with the head of a page: its title for the window and for a shared link, and a
 * preload of what it will ask, so that the answer travels with the script.
 */
export function renderPage(index: string, head: PageHead): string {
  const title = escaped(head.title);
  const description = escaped(head.description);
  const tags = [
    `<meta name="description" content="${description}" />`,
    `<meta property="og:title" content="${title}" />`,
    `<meta property="og:description" content="${description}" />`,
    ...head.preload.map(
      (href) => `<link rel="preload" as="fetch" crossorigin="anonymous" href="${escaped(href)}" />`,
    ),
  ];
  return index
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`)
    .replace('</head>', () => `  ${tags.join('\n    ')}\n  </head>`);
}

type Page = (facts: PageFacts, item: string | undefined) => PageHead | null;

const pages: Readonly<Record<string, Page>> = {
  '': (facts) => reader(facts, undefined),
  plan: (facts, item) => reader(facts, item),
  responsibilities: single(({ plan }) =>
    head(plan, '责任矩阵', responsibilities(plan), [planPaths.matrix]),
  ),
  agencies: (facts, item) => agencies(facts, item),
  commitments: single(({ plan }) =>
    head(plan, '规划事项', `${named(plan)}规划事项${plan.counts.commitments}条`, [
      planPaths.ledger,
    ]),
  ),
  statistics: single(({ plan }) =>
    head(plan, '统计', `${named(plan)}统计信息库：分地区、指标、年份的数据，可下载`, [
      statisticsPaths.catalog,
    ]),
  ),
  ribbon: single(({ plan }) =>
    head(plan, '边境长卷', `${named(plan)}所涉地方沿边境线依次排列，各项数据同轴对照`, [
      statisticsPaths.catalog,
    ]),
  ),
  territories: (facts, item) => territory(facts, item),
  indicators: (facts, item) => indicator(facts, item),
  search: single(({ plan }) => head(plan, '搜索', `在${named(plan)}中全文检索`, [])),
  'sign-in': single(({ plan }) => head(plan, '登录', `登录${named(plan)}报送与审核`, [])),
  account: single(({ plan }) => head(plan, '账号', named(plan), [])),
  accounts: single(({ plan }) => head(plan, '账号与权限', named(plan), [])),
  audit: single(({ plan }) => head(plan, '审计日志', named(plan), [])),
  collect: (facts, item) => work(facts, '报送', item),
  review: (facts, item) => work(facts, '审核', item),
  rounds: (facts, item) => work(facts, '报送进度', item),
  releases: single((facts) => work(facts, '公布', undefined)),
  import: single((facts) => work(facts, '导入', undefined)),
  forms: single(({ plan }) =>
    head(plan, '报表制度', `${named(plan)}的报表、填报单位、报送时间和填报负担`, [formPaths.forms]),
  ),
  about: single(({ plan }) => head(plan, '关于', `${named(plan)}的监测、评价与报告`, [])),
};

/**
 * A page of those who are signed in says nothing before they are: whether a submission is there is
 * not for everyone to know.
 */
function work({ plan }: PageFacts, name: string, item: string | undefined): PageHead {
  const isOne = item === undefined || /^[1-9]\d{0,8}$/.test(item);
  return { ...head(plan, name, `${named(plan)}报送与审核`, []), status: isOne ? 200 : 404 };
}

function single(page: (facts: PageFacts) => PageHead): Page {
  return (facts, item) => (item === undefined ? page(facts) : null);
}

function reader({ plan, clause }: PageFacts, item: string | undefined): PageHead | null {
  if (item === undefined) {
    return head(plan, plan.title.zh, `${plan.title.zh}（${plan.number}）全文`, [
      planPaths.document,
    ]);
  }
  const link = clause(item);
  if (!link) return null;
  const title = `${link.number ?? ''}${link.heading}`;
  return head(plan, title, `${named(plan)}：${title}`, [planPaths.document]);
}

function agencies({ plan, names }: PageFacts, item: string | undefined): PageHead | null {
  if (item === undefined) {
    const description = `${named(plan)}责任分工列名的${plan.counts.agencies}个部门`;
    return head(plan, '部门', description, [planPaths.agencies]);
  }
  if (!names(item)) return null;
  const preload = [addressOf(planPaths.agency, { name: item })];
  return head(plan, item, `${named(plan)}对${item}的要求`, preload);
}

function territory(facts: PageFacts, id: string | undefined): PageHead | null {
  const name = id === undefined ? null : facts.territory(id);
  if (id === undefined || name === null) return null;
  const { plan } = facts;
  const description = `${name}：${named(plan)}统计信息库中的主要数据、变化、待核实的数和还缺什么`;
  return head(plan, name, description, [addressOf(statisticsPagePaths.territory, { id })]);
}

function indicator(facts: PageFacts, id: string | undefined): PageHead | null {
  const { plan } = facts;
  if (id === undefined) {
    const description = `${named(plan)}统计信息库的指标：定义、来源、覆盖`;
    return head(plan, '指标', description, [statisticsPaths.catalog]);
  }
  const name = facts.indicator(id);
  if (name === null) return null;
  const description = `${name}：定义、所服务的条款、覆盖、排序与分布`;
  return head(plan, name, description, [addressOf(statisticsPagePaths.indicator, { id })]);
}

function unknown({ plan }: PageFacts): PageHead {
  return { ...head(plan, '没有这个页面', named(plan), []), status: 404 };
}

function head(
  plan: PlanSummary,
  title: string,
  description: string,
  preload: readonly string[],
): PageHead {
  const parts = title === plan.title.zh ? [title] : [title, plan.shortTitle.zh];
  return { status: 200, title: [...parts, '兴边'].join(' · '), description, preload };
}

function responsibilities(plan: PlanSummary): string {
  const { responsibilities: rows, agencies: bodies, cells } = plan.counts;
  return `${named(plan)}责任分工：${rows}条×${bodies}个部门，列名${cells}处`;
}

function named(plan: PlanSummary): string {
  return `《${plan.title.zh}》（${plan.number}）`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}
