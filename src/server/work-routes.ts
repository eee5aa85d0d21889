import { Readable } from 'node:stream';
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Access, Endpoint } from '../api/endpoint.ts';
import { AppError } from '../domain/app-error.ts';
import { recordActs } from '../store/accounts/audit.ts';
import type { Store } from '../store/open-store.ts';
import { type SessionLimits, type Visit, type Visitor, visit } from '../store/visit.ts';
import type { FileAnswer } from './answerer.ts';
import { methodAndRoute, parseInput } from './api-routes.ts';
import { attachment } from './attachment.ts';
import { readBytes, readJson } from './request-body.ts';
import { refuseOtherOrigins } from './same-origin.ts';
import { sessionToken } from './session-cookie.ts';

/** What an answerer of work is given beside its input. */
export interface Work extends Visit {
  readonly plan: string;
  /** For what needs the owner: publishing, secrets of accounts. */
  readonly store: Store;
  /** The bytes of a file, for endpoints that take one. */
  readonly file: Uint8Array;
  /** Another transaction of whoever asks, for what is read while the answer is being sent. */
  readonly again: <Result>(body: (visit: Visit) => Promise<Result>) => Promise<Result>;
  /** Whom the endpoint lets in without a session it is null for. */
  readonly who: Visitor;
}

/** A file that is sent as it is read, after the transaction of the work has ended. */
export interface StreamAnswer {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** What work answers with: what its schema says, or a file where it has none. */
export type WorkAnswer<Value> =
  Value extends Endpoint<infer _Input, infer Schema>
    ? unknown extends z.output<Schema>
      ? FileAnswer | StreamAnswer
      : z.output<Schema>
    : never;

/** One function an endpoint, which does its work in the transaction of the visit. */
export type Workers<Endpoints extends Readonly<Record<string, Endpoint>>> = {
  readonly [Name in keyof Endpoints]: (
    work: Work,
    input: z.output<Endpoints[Name]['input']>,
  ) => Promise<WorkAnswer<Endpoints[Name]>>;
};

/** What the routes of work need. */
export interface WorkParts {
  readonly store: Store;
  readonly plan: string;
  readonly limits: SessionLimits;
  /** The address a request came from, as far as it can be believed. */
  readonly senderOf: (context: Context) => { readonly ip: string; readonly secure: boolean };
}

/** Registers endpoints whose answers depend on who asks; none of them is cached. */
export function addWorkRoutes<Endpoints extends Readonly<Record<string, Endpoint>>>(
  app: Hono,
  endpoints: Endpoints,
  workers: Workers<Endpoints>,
  parts: WorkParts,
): void {
  const turns = oneByOne();
  for (const name of Object.keys(endpoints) as (keyof Endpoints & string)[]) {
    const endpoint = endpoints[name] as Endpoint;
    const inTurn = endpoint.alone ? turns : atOnce;
    const worker = workers[name] as (work: Work, input: unknown) => Promise<unknown>;
    const { method, route } = methodAndRoute(endpoint);
    app.on(method, route, (context) => handle(context, endpoint, worker, { ...parts, inTurn }));
  }
}

type Turn = <Result>(work: () => Promise<Result>) => Promise<Result>;

const atOnce: Turn = async (work) => await work();

/** Returns what runs one request after the other, whatever becomes of the one before. */
function oneByOne(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}

async function handle(
  context: Context,
  endpoint: Endpoint,
  worker: (work: Work, input: unknown) => Promise<unknown>,
  parts: WorkParts & { readonly inTurn: Turn },
): Promise<Response> {
  if (endpoint.method === 'POST') refuseOtherOrigins(context.req.raw);
  const { ip, secure } = parts.senderOf(context);
  const token = sessionToken(context.req.raw, secure);
  const asked = { token, origin: ip, limits: parts.limits };
  // A file is read for whoever may send one, and before the transaction: it may come slowly.
  if (endpoint.takes === 'file')
    await visit(parts.store.server, asked, async ({ visitor }) => admit(endpoint.access, visitor));
  const file = endpoint.takes === 'file' ? await readBytes(context.req.raw) : new Uint8Array();
  const fields =
    endpoint.method === 'POST' && endpoint.takes !== 'file' ? await readJson(context.req.raw) : {};
  const again: Work['again'] = (body) => visit(parts.store.server, asked, body);
  try {
    // Whoever sends slowly keeps nobody waiting: the turn begins when all has been read.
    const answer = await parts.inTurn(() =>
      visit(parts.store.server, asked, async (made) => {
        const who = admit(endpoint.access, made.visitor);
        const input = parseInput(context, endpoint, fields);
        const { plan, store } = parts;
        return await worker({ ...made, who, plan, store, file, again }, input);
      }),
    );
    return encode(endpoint, answer);
  } catch (error) {
    if (error instanceof AppError && refusalsOfRights.includes(error.code))
      await visit(parts.store.server, asked, async (made) => {
        if (made.visitor?.stage !== 'full') return;
        const subject = context.req.path.slice(0, 300);
        const why = error.code;
        await recordActs(made, [{ act: endpoint.id, subject, new: { why }, outcome: 'refused' }]);
      });
    throw error;
  }
}

/** What goes on record. What one may not see is answered as if it were not there. */
const refusalsOfRights: readonly string[] = [
  'not-permitted',
  'not-found',
  'officers-apart',
  'officer-last',
];

/**
 * Returns who asks, if the endpoint is open to them. Refuses with `sign-in-needed` or
 * `not-permitted`. Whoever has yet to give a code or to change the password is not signed in.
 */
function admit(access: Access, visitor: Visitor | null): Visitor {
  if (access === 'public') return visitor ?? nobody;
  if (visitor === null || visitor.stage !== 'full') throw new AppError('sign-in-needed');
  if (access === 'signed-in' || visitor.roles.some((role) => access.includes(role))) return visitor;
  throw new AppError('not-permitted');
}

const nobody: Visitor = { id: 0, login: '', name: '', stage: 'second-factor', roles: [] };

function encode(endpoint: Endpoint, answer: unknown): Response {
  const headers = { 'cache-control': 'no-store' };
  if (endpoint.answer.kind !== 'file') return Response.json(answer, { headers });
  const file = answer as FileAnswer | StreamAnswer;
  return new Response('chunks' in file ? streamOf(file) : new Uint8Array(file.bytes), {
    headers: {
      ...headers,
      'content-type': endpoint.answer.mediaType,
      'content-disposition': attachment(file.name),
    },
  });
}

/** Reads on only as fast as it is taken; whoever hangs up ends the reading. */
function streamOf({ chunks }: StreamAnswer): ReadableStream<Uint8Array> {
  const waiting = { objectMode: true, highWaterMark: 1 };
  return Readable.toWeb(Readable.from(chunks, waiting)) as ReadableStream<Uint8Array>;
}
