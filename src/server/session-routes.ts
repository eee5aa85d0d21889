import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Endpoint } from '../api/endpoint.ts';
import { sessionEndpoints } from '../api/session.ts';
import { changePassword } from '../store/accounts/change-password.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  giveCode,
  removeSecondFactor,
} from '../store/accounts/second-factor.ts';
import type { OpenedSession } from '../store/accounts/sessions.ts';
import { signIn, signOut } from '../store/accounts/sign-in.ts';
import { methodAndRoute, parseInput } from './api-routes.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';
import { readJson } from './request-body.ts';
import { refuseOtherOrigins } from './same-origin.ts';
import { readSession, type SessionParts } from './session-answer.ts';
import { sessionCookie, sessionToken } from './session-cookie.ts';

/** What such a route is given beside its input. */
interface Asking extends SessionParts {
  /** Empty where there is none. */
  readonly token: string;
  readonly origin: string;
}

/** A session that begins, goes on under another token, or (null) ends. */
type Changed = OpenedSession | null;

/** Registers signing in and out and the secrets of one's own account: what sets the cookie. */
export function addSessionRoutes(app: Hono, parts: SessionParts): void {
  const { session, beginSecondFactor: begin } = sessionEndpoints;
  app.get(session.path, async (context) => {
    const { ip, secure } = parts.senderOf(context);
    return noStore(await readSession(parts, sessionToken(context.req.raw, secure), ip));
  });
  const strict = rateLimit(parts.accounts.perMinute.signIns);
  post(app, parts, begin, strict, async (asking) =>
    noStore(await beginSecondFactor(asking.store.owner, asking.accounts.rules, asking)),
  );
  for (const name of Object.keys(changes) as (keyof typeof changes)[]) {
    const change = changes[name] as (asking: Asking, input: unknown) => Promise<Changed>;
    // Each route has its own count: who mistypes a password may still give the code.
    const limit = rateLimit(parts.accounts.perMinute.signIns);
    post(app, parts, sessionEndpoints[name], limit, async (asking, input, secure) => {
      const changed = await change(asking, input);
      const answer = await readSession(parts, changed?.token ?? null, asking.origin);
      return noStore(answer, sessionCookie(changed?.token ?? null, secure));
    });
  }
}

type InputOf<Name extends keyof typeof sessionEndpoints> = z.output<
  (typeof sessionEndpoints)[Name]['input']
>;

const changes = {
  signIn: ({ store, accounts, origin }: Asking, input: InputOf<'signIn'>) =>
    signIn(store.owner, accounts.rules, { ...input, origin }),
  secondFactor: ({ store, accounts, token, origin }: Asking, input: InputOf<'secondFactor'>) =>
    giveCode(store.owner, accounts.rules, { ...input, token, origin }),
  changePassword: ({ store, accounts, token, origin }: Asking, input: InputOf<'changePassword'>) =>
    changePassword(store.owner, accounts.rules, { ...input, token, origin }),
  confirmSecondFactor: (
    { store, accounts, token, origin }: Asking,
    input: InputOf<'confirmSecondFactor'>,
  ) => confirmSecondFactor(store.owner, accounts.rules, { ...input, token, origin }),
  removeSecondFactor: (
    { store, accounts, token, origin }: Asking,
    input: InputOf<'removeSecondFactor'>,
  ) => removeSecondFactor(store.owner, accounts.rules, { ...input, token, origin }),
  signOut: async ({ store, accounts, token, origin }: Asking): Promise<null> => {
    await signOut(store.owner, accounts.rules, token, origin);
    return null;
  },
} as const;

function post(
  app: Hono,
  parts: SessionParts,
  endpoint: Endpoint,
  limit: RateLimit,
  handle: (asking: Asking, input: unknown, secure: boolean) => Promise<Response>,
): void {
  const { method, route } = methodAndRoute(endpoint);
  app.on(method, route, async (context: Context) => {
    refuseOtherOrigins(context.req.raw);
    const { ip, secure } = parts.senderOf(context);
    limit(ip);
    const token = sessionToken(context.req.raw, secure) ?? '';
    const input = parseInput(context, endpoint, await readJson(context.req.raw));
    return await handle({ ...parts, token, origin: ip }, input, secure);
  });
}

function noStore(answer: unknown, cookie?: string): Response {
  const headers = { 'cache-control': 'no-store', ...(cookie && { 'set-cookie': cookie }) };
  return Response.json(answer, { headers });
}
