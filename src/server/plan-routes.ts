import type { Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Endpoint } from '../api/endpoint.ts';
import { planEndpoints } from '../api/plan.ts';
import { AppError } from '../domain/app-error.ts';
import { reasonOf } from '../domain/schema-reason.ts';
import { planHash } from '../store/plan.ts';
import type { Tables } from '../store/schema.ts';
import { type AnswerCache, answerCache } from './answer-cache.ts';
import { type FileAnswer, planAnswers } from './plan-answers.ts';
import { representation, respond } from './representation.ts';

/** The plan an instance serves. */
export interface Served {
  readonly db: Kysely<Tables>;
  readonly plan: string;
}

/** Registers every endpoint of the plan from its value. */
export function addPlanRoutes(app: Hono, served: Served): void {
  const cache = answerCache(() => planHash(served.db, served.plan));
  for (const name of Object.keys(planEndpoints) as (keyof typeof planEndpoints)[]) {
    const endpoint: Endpoint = planEndpoints[name];
    const answer = planAnswers[name] as (
      db: Kysely<Tables>,
      plan: string,
      input: unknown,
    ) => Promise<unknown>;
    app.get(routeOf(endpoint.path), (context) =>
      handle(context, endpoint, cache, (input) => answer(served.db, served.plan, input)),
    );
  }
}

/** Returns an endpoint's path as the router writes it: {id} becomes :id. */
export function routeOf(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

async function handle(
  context: Context,
  endpoint: Endpoint,
  cache: AnswerCache,
  find: (input: unknown) => Promise<unknown>,
): Promise<Response> {
  const input = parseInput(context, endpoint);
  const key = `${endpoint.id} ${JSON.stringify(input)}`;
  const item = await cache.get(key, async () => encode(endpoint, await find(input)));
  return await respond(item, context.req.raw);
}

/** Refuses with `input-invalid`, naming the first parameter that is wrong. */
function parseInput(context: Context, endpoint: Endpoint): unknown {
  const given = { ...context.req.query(), ...context.req.param() };
  const parsed = endpoint.input.safeParse(given, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (!issue) throw new AppError('input-invalid');
  throw new AppError('input-invalid', { field: issue.path.join('.'), ...reasonOf(issue) });
}

function encode(endpoint: Endpoint, answer: unknown) {
  if (endpoint.answer.kind === 'json') {
    const bytes = new TextEncoder().encode(JSON.stringify(answer));
    return representation(bytes, 'application/json; charset=utf-8');
  }
  const file = answer as FileAnswer;
  return representation(new Uint8Array(file.bytes), endpoint.answer.mediaType, {
    headers: { 'content-disposition': attachment(file.name) },
  });
}

/** A name in Chinese goes as RFC 5987; an old client gets one in ASCII. */
function attachment(name: string): string {
  const ascii = /^[\w.-]+$/.test(name) ? name : `xingbian${name.slice(name.lastIndexOf('.'))}`;
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
