import { AppError } from '../domain/app-error.ts';
import type { ConnectionName } from './database-url.ts';

const unreachable: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOTFOUND: ['找不到该主机', 'no such host'],
  EAI_AGAIN: ['找不到该主机', 'no such host'],
  ECONNREFUSED: ['连接被拒绝', 'connection refused'],
  ECONNRESET: ['连接中断', 'connection reset'],
  ETIMEDOUT: ['连接超时', 'timed out'],
  EHOSTUNREACH: ['主机不可达', 'host unreachable'],
  ENETUNREACH: ['网络不可达', 'network unreachable'],
  ENOENT: ['没有这个套接字', 'no such socket'],
  EACCES: ['无权使用该套接字', 'no permission to use the socket'],
  '57P03': ['服务器正在启动', 'the server is starting up'],
  '53300': ['连接数已满', 'too many connections'],
};

/**
 * Returns the refusal behind an error of the database driver. What is no such error (a refusal
 * already made, a bug in our SQL) is returned as it is.
 */
export function refusalOfDatabase(error: unknown, name: ConnectionName): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = (error as { code?: string }).code ?? codeInside(error);
  const known = unreachable[code ?? ''] ?? brokenConnection(error);
  if (known) {
    const [reason, reasonEn] = known;
    return new AppError('database-unreachable', { server: name.server, reason, reasonEn });
  }
  if (code === '28P01' || code === '28000' || /client password must be|SASL/.test(error.message)) {
    return new AppError('database-login', { ...name });
  }
  if (code === '3D000') return new AppError('database-missing', { ...name });
  if (code === '42501') return new AppError('database-denied', { ...name, reason: error.message });
  if (code === '53100') return new AppError('disk-full', { folder: name.server });
  if (isBug(code, error)) return error;
  return new AppError('database-failed', { reason: error.message });
}

/** Several addresses of a host fail together. */
function codeInside(error: Error): string | undefined {
  const first = error instanceof AggregateError ? error.errors[0] : error.cause;
  return (first as { code?: string } | undefined)?.code;
}

/** The driver's own words, which carry no code. */
function brokenConnection(error: Error): readonly [string, string] | undefined {
  if (/timeout/i.test(error.message)) return unreachable.ETIMEDOUT;
  return /^Connection terminated/.test(error.message) ? unreachable.ECONNRESET : undefined;
}

/** A programming error, or SQL that is wrong (class 42) or breaks a constraint (class 23). */
function isBug(code: string | undefined, error: Error): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return !code;
  return code !== undefined && /^(42|23|22)/.test(code);
}
