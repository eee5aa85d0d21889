import { isIPv6 } from 'node:net';
import { AppError } from '../domain/app-error.ts';

/** Counts a request of an address; refuses with `too-many-requests` where it is one too many. */
export type RateLimit = (ip: string) => void;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

const mostBuckets = 50_000;

/**
 * Returns a limit of so many requests a minute for each address: a bucket that holds a minute's worth
 * and fills steadily. 0 is no limit. In memory: each program counts for itself, and anew at a start.
 */
export function rateLimit(perMinute: number, now: () => number = Date.now): RateLimit {
  const buckets = new Map<string, Bucket>();
  return (ip) => {
    if (perMinute === 0) return;
    const at = now();
    const key = networkOf(ip);
    const before = buckets.get(key) ?? { left: perMinute, at };
    const left = Math.min(perMinute, before.left + ((at - before.at) / 60_000) * perMinute);
    buckets.delete(key);
    buckets.set(key, { left: left >= 1 ? left - 1 : left, at });
    const [oldest] = buckets.keys();
    if (buckets.size > mostBuckets && oldest !== undefined) buckets.delete(oldest);
    if (left < 1)
      throw new AppError('too-many-requests', {
        seconds: Math.ceil(((1 - left) / perMinute) * 60),
      });
  };
}

/** Whoever has an IPv6 address has a network of them: its first 64 bits count as one. */
function networkOf(ip: string): string {
  if (!isIPv6(ip) || ip.includes('.')) return ip;
  const [head = '', tail = ''] = ip.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const zeros = ip.includes('::') ? Array(8 - front.length - back.length).fill('0') : [];
  return [...front, ...zeros, ...back].slice(0, 4).join(':');
}
