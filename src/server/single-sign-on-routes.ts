import type { Context, Hono } from 'hono';
import { sessionEndpoints } from '../api/session.ts';
import { AppError } from '../domain/app-error.ts';
import { signInAs } from '../store/accounts/single-sign-on.ts';
import { parseInput } from './api-routes.ts';
import { rateLimit } from './rate-limit.ts';
import type { SessionParts } from './session-answer.ts';
import { sessionCookie } from './session-cookie.ts';
import { type Flow, openProvider, type Provider } from './single-sign-on.ts';

const flowCookie = 'xingbian-oidc';
const flowSeconds = 600;

/**
 * Registers the way to the single sign-on and back. Whatever goes wrong leads to the page of signing
 * in, which says so; the log has the kind of fault and nothing of what was sent.
 */
export function addSingleSignOnRoutes(
  app: Hono,
  parts: SessionParts,
  log: (line: string) => void,
): void {
  const settings = parts.accounts.singleSignOn;
  const provider = settings && openProvider(settings);
  const limit = rateLimit(parts.accounts.perMinute.signIns);
  app.get(sessionEndpoints.beginSingleSignOn.path, async (context) => {
    if (!provider) throw new AppError('not-found');
    limit(parts.senderOf(context).ip);
    return await begin(context, parts, provider).catch((error) => failed(error, log));
  });
  app.get(sessionEndpoints.endSingleSignOn.path, async (context) => {
    if (!provider) throw new AppError('not-found');
    limit(parts.senderOf(context).ip);
    return await end(context, parts, provider).catch((error) => failed(error, log));
  });
}

async function begin(context: Context, parts: SessionParts, provider: Provider): Promise<Response> {
  const { to } = parseInput(context, sessionEndpoints.beginSingleSignOn) as { to?: string };
  const { secure } = parts.senderOf(context);
  const { address, flow } = await provider.begin(callbackOf(context, secure).href, pageOf(to));
  const value = Buffer.from(JSON.stringify(flow)).toString('base64url');
  return redirect(address, [flowHeader(value, secure, flowSeconds)]);
}

async function end(context: Context, parts: SessionParts, provider: Provider): Promise<Response> {
  const { ip, secure } = parts.senderOf(context);
  const flow = flowOf(context.req.header('cookie') ?? '');
  if (flow === null) throw new AppError('sign-in-refused');
  const address = callbackOf(context, secure);
  address.search = new URL(context.req.url).search;
  const identity = await provider.end(address, flow);
  const { rules } = parts.accounts;
  const { token, stage } = await signInAs(parts.store.owner, rules, { identity, origin: ip });
  const to = pageOf(flow.to);
  const next = stage === 'full' ? to : `/sign-in?to=${encodeURIComponent(to)}`;
  return redirect(next, [sessionCookie(token, secure), flowHeader('', secure, 0)]);
}

function failed(error: unknown, log: (line: string) => void): Response {
  if (error instanceof AppError && error.code === 'sign-in-refused')
    return redirect('/sign-in?refused=account', []);
  const { code, name } = error as { code?: unknown; name?: unknown };
  log(`single sign-on: ${String(code ?? name ?? 'failed')}`);
  return redirect('/sign-in?refused=provider', []);
}

/** Strict would not come back from the provider's site; Lax does. */
function flowHeader(value: string, secure: boolean, seconds: number): string {
  const path = sessionEndpoints.endSingleSignOn.path;
  return `${flowCookie}=${value}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
}

function flowOf(cookies: string): Flow | null {
  const value = cookies.match(/(?:^|;\s*)xingbian-oidc=([\w-]+)/)?.[1];
  if (value === undefined) return null;
  try {
    const flow: unknown = JSON.parse(Buffer.from(value, 'base64url').toString());
    return isFlow(flow) ? flow : null;
  } catch {
    return null;
  }
}

function isFlow(value: unknown): value is Flow {
  const { state, nonce, verifier, to } = (value ?? {}) as Partial<Flow>;
  return [state, nonce, verifier, to].every((item) => typeof item === 'string' && item !== '');
}

/** The provider knows this address; the host is what the browser asked for. */
function callbackOf(context: Context, secure: boolean): URL {
  const url = new URL(context.req.url);
  const host = context.req.header('host') ?? url.host;
  return new URL(`${secure ? 'https' : 'http'}://${host}${sessionEndpoints.endSingleSignOn.path}`);
}

/** A page of this site and nothing else. */
function pageOf(to: string | undefined): string {
  return to && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/account';
}

function redirect(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 302, headers });
}
