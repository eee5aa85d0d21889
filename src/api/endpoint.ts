import type { z } from 'zod';
import type { Role } from '../domain/account.ts';
import type { ErrorCode } from '../domain/app-error.ts';

/** What an endpoint answers with: JSON of a schema, bytes of a media type, or another address. */
export type Answer<Output extends z.ZodType> =
  | { kind: 'json'; schema: Output }
  | { kind: 'file'; mediaType: string }
  | { kind: 'redirect' };

/**
 * Who may call an endpoint: anyone; whoever is signed in; or who holds one of the roles anywhere.
 * For which places the role counts is held by the database, row by row.
 */
export type Access = 'public' | 'signed-in' | readonly Role[];

/**
 * An endpoint as a value: the server registers it, the web calls it, /openapi.json prints it.
 * `path` holds parameters as `{name}`; `input` is the schema of the parameters of path and query
 * together with, for POST, the fields of a JSON body.
 */
export interface Endpoint<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
  Method extends 'GET' | 'POST' = 'GET' | 'POST',
> {
  readonly id: string;
  readonly method: Method;
  readonly access: Access;
  readonly path: `/${string}`;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly input: Input;
  /** A POST that takes a file instead of JSON: its bytes are the body, `input` is path and query. */
  readonly takes?: 'file';
  /** Answered one at a time: it waits for a lock that others hold, and must not wait with a connection. */
  readonly alone?: true;
  readonly answer: Answer<Output>;
  readonly errors: readonly ErrorCode[];
}

/** Returns the endpoint unchanged; exists so that its types are inferred and checked. */
export function endpoint<
  Input extends z.ZodObject,
  Output extends z.ZodType,
  Method extends 'GET' | 'POST',
>(value: Endpoint<Input, Output, Method>): Endpoint<Input, Output, Method> {
  return value;
}

/** Returns the address of a call: path parameters filled and encoded, the rest as a query string. */
export function addressOf(
  path: string,
  input: Readonly<Record<string, string | number | undefined>>,
): string {
  const query: string[] = [];
  let filled = path;
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue;
    const encoded = encodeURIComponent(String(value));
    if (filled.includes(`{${name}}`)) filled = filled.replace(`{${name}}`, encoded);
    else query.push(`${name}=${encoded}`);
  }
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
}
