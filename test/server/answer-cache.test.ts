import { expect, test } from 'vitest';
import { answerCache } from '../../src/server/answer-cache.ts';
import { representation } from '../../src/server/representation.ts';

const item = (text: string) => representation(new TextEncoder().encode(text), 'text/plain');

test('an answer is made once, until the plan is another', async () => {
  let version = 'a';
  let made = 0;
  const cache = answerCache(async () => version, 0);
  const get = () =>
    cache.get('key', async () => {
      made += 1;
      return item(`${version}${made}`);
    });
  const answers = await Promise.all([get(), get(), get()]);
  expect([made, new Set(answers).size]).toEqual([1, 1]);
  version = 'b';
  await get();
  expect(made).toBe(2);
});

test('a failure is not kept', async () => {
  const cache = answerCache(async () => 'a', 0);
  const failing = cache.get('key', async () => {
    throw new Error('once');
  });
  await expect(failing).rejects.toThrow('once');
  expect((await cache.get('key', async () => item('then'))).bytes).toHaveLength(4);
});
