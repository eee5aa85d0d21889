import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { enrol, tokenOf } from '../store/example-accounts.ts';
import { exampleStore } from '../store/example-store.ts';
import { accountApp } from './account-app.ts';

const storeOf = exampleStore();
let store: Store;
let cookie = '';
const acts = 120_000;

beforeAll(async () => {
  store = storeOf();
  await enrol(store, 'auditor', [['auditor', '']]);
  cookie = `xingbian=${await tokenOf(store, 'auditor')}`;
  await sql`insert into xingbian.audit (origin, act, subject, outcome)
    select 'test', 'test.many', 'n/' || n, 'done' from generate_series(1, ${acts}) n`.execute(
    store.owner,
  );
}, 120_000);

const download = async (query: string) => {
  const answer = await accountApp(store).request(`http://xb.test/api/audit.csv?${query}`, {
    headers: { host: 'xb.test', cookie },
  });
  expect(answer.status).toBe(200);
  return answer;
};

test('the record of acts comes as a file whole, newest first, each act once', async () => {
  const answer = await download('act=test.many');
  expect(answer.headers.get('content-type')).toContain('text/csv');
  let chunks = 0;
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    chunks += 1;
    expect(chunk.length).toBeLessThan(1_000_000);
    text += decoder.decode(chunk, { stream: true });
  }
  expect(chunks).toBeGreaterThan(10);
  const numbers = text
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => Number(line.split(',')[0]));
  expect(numbers.length).toBe(acts);
  expect(numbers.every((number, at) => at === 0 || number < (numbers[at - 1] ?? 0))).toBe(true);
  expect(text).toContain('n/1,');
}, 60_000);

test('that it was read is on record, with how many acts', async () => {
  const { rows } = await sql<{ new: { entries: number } }>`select new from xingbian.audit
    where act = 'audit.csv'`.execute(store.owner);
  expect(rows.map((row) => row.new.entries)).toEqual([acts]);
});

test('nothing that fits is a file with its header alone', async () => {
  const text = await (await download('act=none.such')).text();
  expect(text.trimEnd().split('\r\n')).toHaveLength(1);
});

test('who hangs up ends the reading', async () => {
  const reader = (await download('act=test.many')).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  const { rows } = await sql<{ open: number }>`select count(*)::int as open
    from pg_stat_activity where state = 'idle in transaction'`.execute(store.owner);
  expect(rows[0]?.open).toBe(0);
});
