import type { z } from 'zod';
import type { ErrorCode } from '../domain/app-error.ts';

/** What an endpoint answers with: JSON of a schema, or bytes of a media type. */
export type Answer<Output extends z.ZodType> =
  | { kind: 'json'; schema: Output }
  | { kind: 'file'; mediaType: string };

/**
 * An endpoint as a value: the server registers it, the web calls it, /openapi.json prints it.
 * `path` holds parameters as `{name}`; `input` is the schema of path and query parameters together.
 */
export interface Endpoint<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: 'GET';
  readonly path: `/${string}`;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly input: Input;
  readonly answer: Answer<Output>;
  readonly errors: readonly ErrorCode[];
}

/** Returns the endpoint unchanged; exists so that its types are inferred and checked. */
export function endpoint<Input extends z.ZodObject, Output extends z.ZodType>(
  value: Endpoint<Input, Output>,
): Endpoint<Input, Output> {
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
