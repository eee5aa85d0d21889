import type { FindingParams, Language } from './finding.ts';
import type { StartRefusalCode } from './start-refusal.ts';

/**
 * Every refusal of a request: HTTP status, message and hint. Bugs throw; refusals are these, and
 * those of a start in start-refusal.ts (apart, so that the pages do not carry them).
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
