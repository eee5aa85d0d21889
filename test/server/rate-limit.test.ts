import { expect, test } from 'vitest';
import { rateLimit } from '../../src/server/rate-limit.ts';

/** How many of so many requests of an address are answered. */
function answered(limit: (ip: string) => void, addresses: readonly string[]): number {
  return addresses.filter((ip) => {
    try {
      limit(ip);
      return true;
    } catch {
      return false;
    }
  }).length;
}

test('a minute’s worth at once, then one as often as they come back', () => {
  let now = 0;
  const limit = rateLimit(6, () => now);
  const ten = Array(10).fill('192.0.2.1');
  expect(answered(limit, ten)).toBe(6);
  now += 10_000;
  expect(answered(limit, ten)).toBe(1);
  expect(answered(limit, ['192.0.2.2'])).toBe(1);
  now += 3_600_000;
  expect(answered(limit, ten)).toBe(6);
});

test('says how long to wait', () => {
  const limit = rateLimit(6, () => 0);
  answered(limit, Array(6).fill('192.0.2.1'));
  expect(() => limit('192.0.2.1')).toThrow(
    expect.objectContaining({ code: 'too-many-requests', details: { seconds: 10 } }),
  );
});

test('addresses of one IPv6 network are one', () => {
  const limit = rateLimit(3, () => 0);
  const one = ['2001:db8:0:1::1', '2001:db8:0:1:a:b:c:d', '2001:db8::1:0:0:0:9', '2001:db8:0:1::2'];
  expect(answered(limit, one)).toBe(3);
  expect(answered(limit, ['2001:db8:0:2::1', '::1'])).toBe(2);
});

test('0 is no limit', () => {
  expect(answered(rateLimit(0), Array(1_000).fill('192.0.2.1'))).toBe(1_000);
});
