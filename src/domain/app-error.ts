import type { FindingParams, Language } from './finding.ts';
import type { StartRefusalCode } from './start-refusal-table.ts';

/**
 * Every refusal of a request: HTTP status, message and hint. Bugs throw; refusals are these, and
 * those of a start in start-refusal-table.ts (apart, so that the pages do not carry them).
 */
export const errorTable = {
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

/** The code of a refused request. */
export type ErrorCode = keyof typeof errorTable;

/** An expected refusal. The only class of the code base. */
export class AppError extends Error {
  readonly code: ErrorCode | StartRefusalCode;
  readonly details: FindingParams;

  constructor(code: ErrorCode | StartRefusalCode, details: FindingParams = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
