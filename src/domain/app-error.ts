import type { errorTable } from './app-error-table.ts';
import type { FindingParams } from './finding.ts';
import type { StartRefusalCode } from './start-refusal-table.ts';

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
