import { beforeAll, expect, test } from 'vitest';
import { collectionPaths } from '../../src/api/paths.ts';
import { defineCollection, type Person, signedIn } from '../store/collection-desk.ts';
import { exampleStore } from '../store/example-store.ts';
import { accountApp } from './account-app.ts';

const store = exampleStore();
let publisher: Person;

beforeAll(async () => {
  await defineCollection(store(), 'example');
  publisher = await signedIn(store(), 'publisher', 'publisher@s');
});

test('whoever sends slowly keeps nobody from publishing', async () => {
  const app = accountApp(store());
  const headers = { 'x-xingbian': 'test', 'content-type': 'application/json' };
  let end = () => {};
  // A body that began and does not go on.
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode('{'));
      end = () => stream.close();
    },
  });
  const slow = app.request(
    new Request(`http://xb.test${collectionPaths.publish}`, {
      ...{ method: 'POST', headers, body },
      duplex: 'half',
    } as RequestInit),
  );
  const published = await app.request(`http://xb.test${collectionPaths.publish}`, {
    method: 'POST',
    headers: { ...headers, cookie: `xingbian=${publisher.token}` },
    body: JSON.stringify({
      ...{ title: '试公布', submissions: [{ id: 1, revision: 0 }], dryRun: true },
    }),
  });
  // There is no such submission: what counts is that it was answered.
  expect(published.status).toBe(404);
  end();
  expect((await slow).status).toBe(400);
}, 10_000);

test('a request that breaks off is refused, and nothing for the log', async () => {
  const lines: string[] = [];
  const app = accountApp(store(), { log: (line) => lines.push(line) });
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode('{'));
      stream.error(new Error('aborted'));
    },
  });
  const response = await app.request(
    new Request(`http://xb.test${collectionPaths.publish}`, {
      ...{ method: 'POST', headers: { 'x-xingbian': 'test' }, body },
      duplex: 'half',
    } as RequestInit),
  );
  expect(response.status).toBe(400);
  expect(lines.filter((line) => line.includes('aborted'))).toEqual([]);
});
