import { z } from 'zod';
import type { Endpoint } from '../api/endpoint.ts';
import * as planSchemas from '../api/plan.ts';
import * as statisticsSchemas from '../api/statistics.ts';
import { workEndpoints } from '../api/work-endpoints.ts';
import type { ErrorCode } from '../domain/app-error.ts';
import { errorTable } from '../domain/app-error-table.ts';

/** Returns the OpenAPI 3.1 description of the endpoints. */
export function openApi(endpoints: Readonly<Record<string, Endpoint>>, version: string): unknown {
  const list = Object.values(endpoints);
  return {
    openapi: '3.1.0',
    info: {
      title: '兴边 Xingbian',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: Object.fromEntries(
      list.map((endpoint) => [
        endpoint.path,
        { [endpoint.method.toLowerCase()]: operation(endpoint) },
      ]),
    ),
    components: {
      schemas: { ...namedSchemas(), Error: errorSchema },
      securitySchemes: {
        // Over TLS the cookie is named __Host-xingbian.
        session: { type: 'apiKey', in: 'cookie', name: 'xingbian' },
      },
    },
  };
}

function operation(endpoint: Endpoint): unknown {
  return {
    operationId: endpoint.id,
    summary: `${endpoint.summary.zh} ${endpoint.summary.en}`,
    ...access(endpoint),
    parameters: parameters(endpoint),
    ...(endpoint.method === 'POST' && { requestBody: requestBody(endpoint) }),
    responses: {
      ...success(endpoint),
      ...Object.fromEntries(errorsOf(endpoint).map((response) => [response.status, response.body])),
    },
  };
}

/** The roles stand beside: OpenAPI has no word for them. */
function access({ access }: Endpoint): object {
  if (access === 'public') return {};
  return {
    security: [{ session: [] }],
    ...(access !== 'signed-in' && { 'x-roles': access }),
  };
}

function success(endpoint: Endpoint): object {
  const { summary, answer, method } = endpoint;
  if (answer.kind === 'redirect') return { 302: { description: summary.zh } };
  const cached = method === 'GET' && !(endpoint.id in workIds);
  return {
    200: { description: summary.zh, content: content(endpoint) },
    ...(cached && { 304: { description: 'Not modified since the given ETag' } }),
  };
}

const workIds = Object.fromEntries(Object.values(workEndpoints).map(({ id }) => [id, true]));

/** What is in the path, and what is in the query: of a POST with JSON that is nothing. */
function parameters(endpoint: Endpoint): unknown[] {
  return fieldsOf(endpoint)
    .filter(({ place }) => place !== 'body')
    .map(({ name, place, required, schema }) => ({ name, in: place, required, schema }));
}

function requestBody(endpoint: Endpoint): unknown {
  if (endpoint.takes === 'file') {
    const schema = { type: 'string', format: 'binary' };
    return { required: true, content: { 'application/octet-stream': { schema } } };
  }
  const fields = fieldsOf(endpoint).filter(({ place }) => place === 'body');
  const schema = {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, field.schema])),
    required: fields.filter((field) => field.required).map((field) => field.name),
  };
  return { required: fields.length > 0, content: { 'application/json': { schema } } };
}

function fieldsOf(endpoint: Endpoint) {
  const schema = z.toJSONSchema(endpoint.input, { io: 'input' });
  const other = endpoint.method === 'POST' && endpoint.takes !== 'file' ? 'body' : 'query';
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const place = endpoint.path.includes(`{${name}}`) ? 'path' : other;
    const required = place === 'path' || (schema.required ?? []).includes(name);
    return { name, place, required, schema: property };
  });
}

function content({ answer }: Endpoint): unknown {
  if (answer.kind === 'redirect') return {};
  if (answer.kind === 'file') {
    return { [answer.mediaType]: { schema: { type: 'string', format: 'binary' } } };
  }
  const id = registry().get(answer.schema)?.id;
  const schema = id ? { $ref: `#/components/schemas/${id}` } : z.toJSONSchema(answer.schema);
  return { 'application/json': { schema } };
}

/** One response a status: the codes that share it are listed. */
function errorsOf(endpoint: Endpoint): { status: number; body: unknown }[] {
  const always: ErrorCode[] = ['database-unavailable', 'internal'];
  const parsed: ErrorCode[] = Object.keys(endpoint.input.shape).length > 0 ? ['input-invalid'] : [];
  const codes = [...new Set([...(endpoint.errors as ErrorCode[]), ...parsed, ...always])];
  const statuses = [...new Set(codes.map((code) => errorTable[code].status))];
  return statuses.map((status) => {
    const same = codes.filter((code) => errorTable[code].status === status);
    const description = same.map((code) => `${code}: ${errorTable[code].message.en}`).join('; ');
    const schema = { $ref: '#/components/schemas/Error' };
    return { status, body: { description, content: { 'application/json': { schema } } } };
  });
}

/** The schemas of src/api by their names. */
function registry() {
  const named = z.registry<{ id: string }>();
  for (const [id, value] of Object.entries({ ...planSchemas, ...statisticsSchemas })) {
    if (value instanceof z.ZodType) named.add(value, { id });
  }
  return named;
}

function namedSchemas(): Record<string, unknown> {
  const { schemas } = z.toJSONSchema(registry(), {
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]),
  );
}

const inLanguages = {
  type: 'object',
  required: ['zh', 'en'],
  properties: { zh: { type: 'string' }, en: { type: 'string' } },
};

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'hint', 'details'],
      properties: {
        code: { enum: Object.keys(errorTable) },
        message: inLanguages,
        hint: inLanguages,
        details: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
      },
    },
  },
};
