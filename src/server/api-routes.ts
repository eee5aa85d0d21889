import type { Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Endpoint } from '../api/endpoint.ts';
import { apiEndpoints } from '../api/endpoints.ts';
import { AppError } from '../domain/app-error.ts';
import type { BoundaryLayer } from '../domain/boundary.ts';
import { reasonOf } from '../domain/schema-reason.ts';
import { newestFormVersion } from '../store/collection/form-sets.ts';
import { readFormViews } from '../store/collection/forms-page.ts';
import { planHash } from '../store/plan.ts';
import type { Tables } from '../store/schema.ts';
import { newestNumber } from '../store/statistics/instant.ts';
import { type AnswerCache, answerCache } from './answer-cache.ts';
import type { FileAnswer } from './answerer.ts';
import { attachment } from './attachment.ts';
import { planAnswers } from './plan-answers.ts';
import { representation, respond } from './representation.ts';
import { storable } from './request-body.ts';
import { statisticsAnswers, statisticsPageAnswers } from './statistics-answers.ts';

/** The plan an instance serves. */
export interface Served {
  readonly db: Kysely<Tables>;
  readonly plan: string;
  /** The operator's layer; without one no boundary is drawn. */
  readonly boundary?: BoundaryLayer | null;
}

/** Registers every endpoint from its value. */
export function addApiRoutes(app: Hono, served: Served): void {
  const caches = cachesOf(served);
  const boundary = async () => ({ layer: served.boundary ?? null });
  const forms = readFormViews;
  const answers = {
    ...planAnswers,
    ...statisticsAnswers,
    ...statisticsPageAnswers,
    boundary,
    forms,
  };
  for (const name of Object.keys(apiEndpoints) as (keyof typeof apiEndpoints)[]) {
    const endpoint: Endpoint = apiEndpoints[name];
    const answer = answers[name] as (
      db: Kysely<Tables>,
      plan: string,
      input: unknown,
    ) => Promise<unknown>;
    app.get(routeOf(endpoint.path), (context) =>
      handle(context, endpoint, caches, (input) => answer(served.db, served.plan, input)),
    );
  }
}

interface Caches {
  /** Until the plan or the newest publication is another; a new definition is one too. */
  readonly newest: AnswerCache;
  /** Of a past publication: a later one changes nothing. */
  readonly past: AnswerCache;
}

function cachesOf({ db, plan }: Served): Caches {
  const past = () => planHash(db, plan);
  const newest = async () =>
    `${await past()} ${await newestNumber(db, plan)} ${await newestFormVersion(db, plan)}`;
  return { newest: answerCache(newest), past: answerCache(past) };
}

/** Returns an endpoint's path as the router writes it: {id} becomes :id. */
export function routeOf(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

async function handle(
  context: Context,
  endpoint: Endpoint,
  caches: Caches,
  find: (input: unknown) => Promise<unknown>,
): Promise<Response> {
  const input = parseInput(context, endpoint);
  const key = `${endpoint.id} ${JSON.stringify(input)}`;
  const cache = isOfPublication(input) ? caches.past : caches.newest;
  const item = await cache.get(key, async () => encode(endpoint, await find(input)));
  return await respond(item, context.req.raw);
}

/** A number is a publication; of an instant it is not known which one until it is asked. */
function isOfPublication(input: unknown): boolean {
  const { asOf } = input as { asOf?: unknown };
  return typeof asOf === 'string' && /^\d+$/.test(asOf);
}

/** Returns method and path of an endpoint for the router. */
export function methodAndRoute(endpoint: Endpoint): { method: string; route: string } {
  return { method: endpoint.method, route: routeOf(endpoint.path) };
}

/**
 * Returns the input of a request: its parameters, and the fields of its body. Refuses with
 * `input-invalid`, naming the first that is wrong.
 */
export function parseInput(
  context: Context,
  endpoint: Endpoint,
  fields: Readonly<Record<string, unknown>> = {},
): unknown {
  const asked = Object.entries({ ...context.req.query(), ...context.req.param() });
  const given = {
    ...fields,
    ...Object.fromEntries(asked.map(([name, value]) => [name, storable(value)])),
  };
  const parsed = endpoint.input.safeParse(given, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (!issue) throw new AppError('input-invalid');
  throw new AppError('input-invalid', { field: issue.path.join('.'), ...reasonOf(issue) });
}

function encode(endpoint: Endpoint, answer: unknown) {
  if (endpoint.answer.kind !== 'file') {
    const bytes = new TextEncoder().encode(JSON.stringify(answer));
    return representation(bytes, 'application/json; charset=utf-8');
  }
  const file = answer as FileAnswer;
  return representation(new Uint8Array(file.bytes), endpoint.answer.mediaType, {
    headers: { 'content-disposition': attachment(file.name) },
  });
}
