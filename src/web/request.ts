import type { z } from 'zod';
import { addressOf, type Endpoint } from '../api/endpoint.ts';
import type { apiEndpoints } from '../api/endpoints.ts';
import { apiPaths } from '../api/paths.ts';
import type { workEndpoints } from '../api/work-endpoints.ts';

type Endpoints = typeof apiEndpoints & typeof workEndpoints;
export type EndpointName = keyof Endpoints;

/** The endpoints that answer a GET with JSON; files are only linked to. */
export type JsonName = NameOf<'GET'>;

/** The endpoints that do something. */
export type PostName = NameOf<'POST'>;

type NameOf<Method extends 'GET' | 'POST'> = {
  [Name in EndpointName]: unknown extends AnswerOf<Name>
    ? never
    : Endpoints[Name]['method'] extends Method
      ? Name
      : never;
}[EndpointName];

export type Input<Name extends EndpointName> = z.input<Endpoints[Name]['input']>;

export type Output<Name extends JsonName | PostName> = AnswerOf<Name>;

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
  return (await answer(address(name, input), { ...(signal && { signal }) })) as Output<Name>;
}

/**
 * Returns what an endpoint answers that does something: parameters of its path go there, the other
 * fields into a JSON body. Throws as `request` does.
 */
export async function post<Name extends PostName>(
  name: Name,
  input: Input<Name>,
  signal?: AbortSignal,
): Promise<Output<Name>> {
  const given = Object.entries(input as Record<string, string | number | undefined>);
  const inPath = ([field]: [string, unknown]) => apiPaths[name].includes(`{${field}}`);
  const url = addressOf(apiPaths[name], Object.fromEntries(given.filter(inPath)));
  const body = JSON.stringify(Object.fromEntries(given.filter((field) => !inPath(field))));
  const headers = { 'content-type': 'application/json' };
  const sent = { method: 'POST', headers, body, ...(signal && { signal }) };
  return (await answer(url, sent)) as Output<Name>;
}

/** Returns what an endpoint answers that takes a file. Throws as `request` does. */
export async function postFile<Name extends PostName>(
  name: Name,
  input: Input<Name>,
  file: Blob,
): Promise<Output<Name>> {
  const headers = { 'content-type': 'application/octet-stream' };
  const sent = { method: 'POST', headers, body: file };
  return (await answer(address(name, input), sent)) as Output<Name>;
}

/** Returns the refusal an error carries, or `unreachable` for any other error. */
export function refusalOf(error: unknown): Refusal {
  const cause = error instanceof Error ? error.cause : undefined;
  return isRefusal(cause) ? cause : unreachable;
}

/** Returns the error of an answer that is none, its refusal as `cause`. */
export function refusedBy(body: unknown, status: number): Error {
  return refused(parseRefusal(body, status));
}

async function answer(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetched(url, init);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  throw refusedBy(body, response.status);
}

async function fetched(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, {
      ...init,
      headers: { accept: 'application/json', ...(init.headers as Record<string, string>) },
    });
  } catch (error) {
    if (init.signal?.aborted) throw error;
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
