import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { sql } from 'kysely';
import { accountEndpoints } from '../api/accounts.ts';
import type { Endpoint } from '../api/endpoint.ts';
import { apiEndpoints } from '../api/endpoints.ts';
import { fillingEndpoints } from '../api/filling.ts';
import { reminderEndpoints } from '../api/reminders.ts';
import { reviewEndpoints } from '../api/review.ts';
import { downloadEndpoints } from '../api/statistics-downloads.ts';
import { systemEndpoints } from '../api/system.ts';
import { workEndpoints } from '../api/work-endpoints.ts';
import type { ReminderChannel } from '../domain/reminder.ts';
import type { Store } from '../store/open-store.ts';
import type { AccountSettings } from './account-settings.ts';
import { accountWorkers } from './account-workers.ts';
import { addApiRoutes, routeOf, type Served } from './api-routes.ts';
import { addDownloadRoutes } from './download-routes.ts';
import { answerError, refuse } from './error-answer.ts';
import { fillingWorkers } from './filling-workers.ts';
import { openApi } from './openapi.ts';
import { addPageRoutes } from './page-routes.ts';
import { type Sender, senderOf, type Trust } from './proxy.ts';
import { rateLimit } from './rate-limit.ts';
import { reminderWorkers } from './reminder-workers.ts';
import { representation, respond } from './representation.ts';
import { reviewWorkers } from './review-workers.ts';
import { securityHeaders, strictTransport } from './security-headers.ts';
import { addSessionRoutes } from './session-routes.ts';
import { addSingleSignOnRoutes } from './single-sign-on-routes.ts';
import type { WebFiles } from './web-files.ts';
import { addWorkRoutes } from './work-routes.ts';

/** What the server needs to answer. */
export interface AppParts extends Served {
  readonly store: Store;
  readonly accounts: AccountSettings;
  /** How reminders leave the product beside being shown; left out: in no way. */
  readonly channels?: readonly ReminderChannel[];
  readonly web: WebFiles;
  readonly version: string;
  readonly trust: Trust;
  readonly logRequests: boolean;
  /** Takes a line for the operator. */
  readonly log: (line: string) => void;
}

/** Returns the server's routes: API, description, health, pages; with the same headers on all. */
export function createApp(parts: AppParts): Hono {
  const app = new Hono({ strict: false });
  const limit = rateLimit(parts.accounts.perMinute.requests);
  app.use(async (context, next) => {
    const started = performance.now();
    const sender = senderOfRequest(context, parts.trust);
    await next();
    setHeaders(context, sender);
    if (parts.logRequests) parts.log(requestLine(context, sender, performance.now() - started));
  });
  app.use('/api/*', async (context, next) => {
    limit(senderOfRequest(context, parts.trust).ip);
    await next();
  });
  app.onError((error) => answerError(error, parts.log));
  addApiRoutes(app, parts);
  addDownloadRoutes(app, parts);
  addRoutesOfWork(app, parts);
  addOwnRoutes(app, parts);
  refuseOtherMethods(app);
  app.all('/api/*', () => refuse('not-found'));
  addPageRoutes(app, parts, parts.web);
  app.all('*', (context) => methodNotAllowed(context.req.method));
  return app;
}

/** Every endpoint there is. */
const endpoints = { ...apiEndpoints, ...downloadEndpoints, ...systemEndpoints, ...workEndpoints };

function addRoutesOfWork(app: Hono, parts: AppParts): void {
  const { store, plan, accounts, trust, channels = [] } = parts;
  const senderOf = (context: Context) => senderOfRequest(context, trust);
  const work = { store, plan, limits: accounts.rules.session, senderOf };
  addSessionRoutes(app, { ...work, accounts });
  addSingleSignOnRoutes(app, { ...work, accounts }, parts.log);
  addWorkRoutes(app, accountEndpoints, accountWorkers(accounts.rules), work);
  addWorkRoutes(app, fillingEndpoints, fillingWorkers, work);
  addWorkRoutes(app, reviewEndpoints, reviewWorkers, work);
  addWorkRoutes(app, reminderEndpoints, reminderWorkers(channels), work);
}

function addOwnRoutes(app: Hono, { db, version }: AppParts): void {
  const description = new TextEncoder().encode(JSON.stringify(openApi(endpoints, version)));
  const item = representation(description, 'application/json; charset=utf-8');
  app.get(systemEndpoints.openApi.path, (context) => respond(item, context.req.raw));
  app.get(systemEndpoints.health.path, async () => {
    await sql`select 1`.execute(db);
    return Response.json({ status: 'ok', version }, { headers: { 'cache-control': 'no-store' } });
  });
}

function refuseOtherMethods(app: Hono): void {
  const list: readonly Endpoint[] = Object.values(endpoints);
  for (const { path } of list) {
    const methods = list.filter((other) => other.path === path).map(({ method }) => method);
    const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
    app.all(routeOf(path), (context) => methodNotAllowed(context.req.method, allowed));
  }
}

function methodNotAllowed(method: string, allowed = 'GET, HEAD'): Response {
  return refuse('method-not-allowed', { method }, { allow: allowed });
}

function senderOfRequest(context: Context, trust: Trust): Sender {
  const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
  const socket = incoming?.socket;
  const peer = {
    ip: socket?.remoteAddress ?? '',
    secure: socket !== undefined && 'encrypted' in socket,
  };
  const headers = {
    forwardedFor: context.req.header('x-forwarded-for'),
    forwardedProto: context.req.header('x-forwarded-proto'),
  };
  return senderOf(peer, headers, trust);
}

function setHeaders(context: Context, sender: Sender): void {
  for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value);
  if (sender.secure) context.header('strict-transport-security', strictTransport);
}

/** One line of JSON. Without the query: what people search for is theirs. */
function requestLine(context: Context, sender: Sender, ms: number): string {
  const { method, path } = context.req;
  return JSON.stringify({
    time: new Date().toISOString(),
    method,
    path,
    status: context.res.status,
    ms: Math.round(ms * 10) / 10,
    ip: sender.ip,
  });
}
