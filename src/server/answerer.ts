import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Endpoint } from '../api/endpoint.ts';
import type { Tables } from '../store/schema.ts';

/** A file to be downloaded. */
export interface FileAnswer {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What an endpoint answers with: what its schema says, or a file where it has none. */
export type AnswerOf<Value> =
  Value extends Endpoint<infer _Input, infer Schema>
    ? unknown extends z.output<Schema>
      ? FileAnswer
      : z.output<Schema>
    : never;

/** One function an endpoint, which finds its answer in the database. */
export type Answerers<Endpoints extends Readonly<Record<string, Endpoint>>> = {
  readonly [Name in keyof Endpoints]: (
    db: Kysely<Tables>,
    plan: string,
    input: z.output<Endpoints[Name]['input']>,
  ) => Promise<AnswerOf<Endpoints[Name]>>;
};
