import type { z } from 'zod';
import { addressOf, type Endpoint } from '../api/endpoint.ts';
import type { apiEndpoints } from '../api/endpoints.ts';
import { apiPaths } from '../api/paths.ts';

type Endpoints = typeof apiEndpoints;
export type EndpointName = keyof Endpoints;

/** The endpoints that answer with JSON; the others are files and are only linked to. */
export type JsonName = {
  [Name in EndpointName]: unknown extends AnswerOf<Name> ? never : Name;
}[EndpointName];

export type Input<Name extends EndpointName> = z.input<Endpoints[Name]['input']>;

export type Output<Name extends JsonName> = AnswerOf<Name>;

/** A file has no schema, so of its content nothing is known. */
type AnswerOf<Name extends EndpointName> =
  Endpoints[Name] extends Endpoint<infer _Input, infer Schema> ? z.output<Schema> : never;

/** What the server says when it refuses; `unreachable` is ours, for no answer or a broken one. */
export interface Refusal {
  readonly code: string;
  readonly status: number;
  readonly message: { readonly zh: string; readonly en: string };
  readonly hint: { readonly zh: string; readonly en: string };
}

const unreachable: Refusal = {
  code: 'unreachable',
  status: 0,
  message: { zh: '没有收到服务器的答复', en: 'The server did not answer' },
  hint: { zh: '请检查网络后重试', en: 'Check the network and try again' },
};

/** Returns the address of an endpoint with its input filled in. */
export function address<Name extends EndpointName>(name: Name, input: Input<Name>): string {
  return addressOf(apiPaths[name], input as Record<string, string | number | undefined>);
}

/** Returns what the endpoint answers. Throws an Error whose `cause` is a `Refusal`. */
export async function request<Name extends JsonName>(
  name: Name,
  input: Input<Name>,
  signal?: AbortSignal,
): Promise<Output<Name>> {
  const response = await answer(address(name, input), signal);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as Output<Name>;
  throw refused(parseRefusal(body, response.status));
}

/** Returns the refusal an error carries, or `unreachable` for any other error. */
export function refusalOf(error: unknown): Refusal {
  const cause = error instanceof Error ? error.cause : undefined;
  return isRefusal(cause) ? cause : unreachable;
}

async function answer(url: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(url, { headers: { accept: 'application/json' }, ...(signal && { signal }) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw refused(unreachable);
  }
}

function parseRefusal(body: unknown, status: number): Refusal {
  const error = (body as { error?: unknown } | null)?.error;
  return isRefusal(error) ? { ...error, status } : { ...unreachable, status };
}

function isRefusal(value: unknown): value is Refusal {
  const { code, message, hint } = (value ?? {}) as Partial<Refusal>;
  return (
    typeof code === 'string' && typeof message?.zh === 'string' && typeof hint?.zh === 'string'
  );
}

function refused(refusal: Refusal): Error {
  return new Error(refusal.message.en, { cause: refusal });
}
