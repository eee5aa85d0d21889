import { randomBytes } from 'node:crypto';
import { AppError, type ErrorCode } from '../domain/app-error.ts';
import { errorTable } from '../domain/app-error-table.ts';
import { type FindingParams, fill } from '../domain/finding.ts';
import { refusalOfDatabase } from '../store/database-refusal.ts';

/** The one shape of every error. */
export interface ErrorBody {
  readonly error: {
    readonly code: string;
    readonly message: { readonly zh: string; readonly en: string };
    readonly hint: { readonly zh: string; readonly en: string };
    readonly details: FindingParams;
  };
}

/**
 * Returns the answer to a request that failed. An expected refusal says what it is; a database that
 * cannot be reached is 503; anything else is a bug: it gets a number, and only the log gets the rest.
 */
export function answerError(error: unknown, log: (line: string) => void): Response {
  const refusal = refusalOfDatabase(error, { server: '', user: '', database: '' });
  if (refusal instanceof AppError) {
    if (refusal.code in errorTable) return refuse(refusal.code as ErrorCode, refusal.details);
    log(`database: ${error instanceof Error ? error.message : String(error)}`);
    return refuse('database-unavailable');
  }
  const id = randomBytes(4).toString('hex');
  log(`${id} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return refuse('internal', { id });
}

/** Returns the answer of a refusal. */
export function refuse(
  code: ErrorCode,
  details: FindingParams = {},
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { status, message, hint } = errorTable[code];
  const body: ErrorBody = {
    error: {
      code,
      message: { zh: fill(message.zh, details, 'zh'), en: fill(message.en, details, 'en') },
      hint: { zh: hint.zh, en: hint.en },
      details,
    },
  };
  const wait = code === 'too-many-requests' && { 'retry-after': String(details.seconds) };
  return Response.json(body, {
    status,
    headers: { 'cache-control': 'no-store', ...wait, ...headers },
  });
}
