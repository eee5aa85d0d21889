import { accountErrorTable } from './account-error-table.ts';
import type { Language } from './finding.ts';
import { roundRefusalTable } from './round-refusal-table.ts';

/**
 * Every refusal of a request: HTTP status, message and hint. Bugs throw; refusals are these, and
 * those of a start in start-refusal-table.ts (apart, so that the pages do not carry them).
 */
export const errorTable = {
  ...accountErrorTable,
  'not-found': {
    status: 404,
    message: { zh: '没有这个地址', en: 'There is nothing at this address' },
    hint: { zh: '接口清单见 /openapi.json', en: 'The endpoints are listed in /openapi.json' },
  },
  'clause-not-found': {
    status: 404,
    message: { zh: '规划中没有条款“{clause}”', en: 'The plan has no clause “{clause}”' },
    hint: { zh: '可从大纲或搜索进入', en: 'Use the outline or the search' },
  },
  'agency-not-found': {
    status: 404,
    message: { zh: '规划没有列名“{agency}”', en: 'The plan does not name “{agency}”' },
    hint: {
      zh: '请使用印发名称，见部门名单',
      en: 'Use the printed name; see the list of agencies',
    },
  },
  'input-invalid': {
    status: 400,
    message: {
      zh: '请求参数“{field}”不正确：{reason}',
      en: 'Parameter “{field}” is not valid: {reason}',
    },
    hint: { zh: '参数说明见 /openapi.json', en: 'Parameters are described in /openapi.json' },
  },
  'statistics-missing': {
    status: 404,
    message: { zh: '本规划没有统计信息', en: 'This plan has no statistics' },
    hint: {
      zh: '规划目录中须有 indicators.yaml 和 territory/',
      en: 'Its folder needs indicators.yaml and territory/',
    },
  },
  'place-unknown': {
    status: 404,
    message: { zh: '没有地区或地区分组“{place}”', en: 'There is no place or group “{place}”' },
    hint: {
      zh: '写法如 530000、border-county@530000、border-county@530000/*；清单见 /api/statistics',
      en: 'Written as 530000, border-county@530000, border-county@530000/*; /api/statistics lists them',
    },
  },
  'indicator-unknown': {
    status: 404,
    message: { zh: '没有指标“{indicator}”', en: 'There is no indicator “{indicator}”' },
    hint: { zh: '指标清单见 /api/statistics', en: '/api/statistics lists the indicators' },
  },
  'period-invalid': {
    status: 400,
    message: { zh: '时期“{period}”不正确', en: '“{period}” is not a period' },
    hint: {
      zh: '写法如 2020、2020-H1、2020-Q3、2020-07，多个用逗号分开，连续的如 2010..2020',
      en: 'Written as 2020, 2020-H1, 2020-Q3, 2020-07, several with commas, a run as 2010..2020',
    },
  },
  'as-of-invalid': {
    status: 400,
    message: { zh: '“{asOf}”不是发布号或时点', en: '“{asOf}” is no publication number or instant' },
    hint: {
      zh: '写法如 12、2021-03-01、2021-03-01T08:00:00+08:00',
      en: 'Written as 12, 2021-03-01, 2021-03-01T08:00:00+08:00',
    },
  },
  'as-of-ahead': {
    status: 400,
    message: { zh: '“{asOf}”尚未到来', en: '“{asOf}” has not come yet' },
    hint: {
      zh: '请用不晚于最新发布的编号或已过去的时点；当日尚未结束时，请写明时刻',
      en: 'Use a number up to the newest publication, or a past instant; while the day lasts, say the time',
    },
  },
  'too-many-cells': {
    status: 400,
    message: {
      zh: '所查数据 {cells} 个，超过上限 {limit} 个',
      en: '{cells} figures were asked for; at most {limit} are given',
    },
    hint: {
      zh: '请减少地区、指标或时期，或下载数据',
      en: 'Ask for fewer places, indicators or periods, or download the data',
    },
  },
  'sheet-full': {
    status: 400,
    message: {
      zh: '数据超过一张工作表的 {limit} 行',
      en: 'There are more rows than the {limit} of a sheet',
    },
    hint: {
      zh: '请改用 CSV、JSON-stat 或数据包，或减少指标和时期',
      en: 'Take CSV, JSON-stat or a Data Package, or fewer indicators and periods',
    },
  },
  'origin-refused': {
    status: 403,
    message: {
      zh: '请求不是从本网站的页面发出的',
      en: 'The request did not come from a page of this site',
    },
    hint: {
      zh: '请在本网站的页面上操作；程序调用请带 Origin 或 X-Xingbian 请求头',
      en: 'Use the pages of this site; programs send the header Origin or X-Xingbian',
    },
  },
  'too-many-requests': {
    status: 429,
    message: {
      zh: '请求过于频繁，请 {seconds} 秒后再试',
      en: 'Too many requests; try again in {seconds} seconds',
    },
    hint: { zh: '稍候自动恢复', en: 'It passes by itself' },
  },
  'body-unknown': {
    status: 404,
    message: { zh: '没有填报单位“{body}”', en: 'There is no reporting body “{body}”' },
    hint: {
      zh: '地区用代码，部门写作 agency:印发名称',
      en: 'A place goes by its id, an agency as agency: and its printed name',
    },
  },
  'form-unknown': {
    status: 404,
    message: { zh: '没有报表“{form}”', en: 'There is no form “{form}”' },
    hint: { zh: '报表清单见 /api/forms', en: '/api/forms lists the forms' },
  },
  ...roundRefusalTable,
  'embargo-past': {
    status: 400,
    message: {
      zh: '定时公布的时间已经过去',
      en: 'The instant of the embargo has passed',
    },
    hint: {
      zh: '请改为将来的时间；要即时公布，请留空',
      en: 'Give a later one, or none to publish at once',
    },
  },
  'move-not-allowed': {
    status: 409,
    message: {
      zh: '报表现在的状态不允许这样操作',
      en: 'Where the submission stands now does not allow that',
    },
    hint: { zh: '请刷新页面，看它现在在哪一级', en: 'Reload the page to see where it stands' },
  },
  'nothing-to-remind': {
    status: 409,
    message: { zh: '没有可催报的报表', en: 'There is nothing to remind of' },
    hint: { zh: '已报、已审、免报的不必催', en: 'What is in, reviewed or exempt waits for nobody' },
  },
  'reminded-today': {
    status: 409,
    message: { zh: '今天已经催过', en: 'It was reminded of today already' },
    hint: { zh: '同一张报表一天只催一次，请明天再催', en: 'Once on a day; remind again tomorrow' },
  },
  'changed-meanwhile': {
    status: 409,
    message: {
      zh: '报表在您查看之后有了变化',
      en: 'The submission changed after you looked at it',
    },
    hint: { zh: '请刷新页面再审', en: 'Reload it and look again' },
  },
  'file-too-large': {
    status: 413,
    message: { zh: '文件超过 {limit} MB', en: 'The file is larger than {limit} MB' },
    hint: {
      zh: '请拆分文件，或用命令行 xingbian import',
      en: 'Divide it, or use xingbian import on the command line',
    },
  },
  'file-classified': {
    status: 422,
    message: {
      zh: '文件带有密级标志“{mark}”，本系统不接收涉密材料',
      en: 'The file is marked “{mark}”; this system takes no classified material',
    },
    hint: {
      zh: '请按保密规定处理；文件没有保存',
      en: 'Handle it as the rules of secrecy say; it was not kept',
    },
  },
  'method-not-allowed': {
    status: 405,
    message: { zh: '此地址不接受 {method} 请求', en: 'This address does not accept {method}' },
    hint: { zh: '接口清单见 /openapi.json', en: 'The endpoints are listed in /openapi.json' },
  },
  'database-unavailable': {
    status: 503,
    message: { zh: '数据库暂时不可用', en: 'The database is not available at the moment' },
    hint: {
      zh: '请稍候重试；若持续出现，请联系管理员',
      en: 'Try again shortly; if it persists, tell the operator',
    },
  },
  internal: {
    status: 500,
    message: {
      zh: '程序出错，已记录（编号 {id}）',
      en: 'Something went wrong and was logged (number {id})',
    },
    hint: { zh: '请将编号告知管理员', en: 'Give the number to the operator' },
  },
} as const satisfies Record<
  string,
  { status: number; message: Record<Language, string>; hint: Record<Language, string> }
>;
