import { expect, test } from 'vitest';
import { parseTrust, senderOf, type Trust } from '../../src/server/proxy.ts';

const peer = { ip: '10.0.0.5', secure: false };

function sender(setting: string, forwardedFor?: string, forwardedProto?: string) {
  return senderOf(peer, { forwardedFor, forwardedProto }, parseTrust(setting) as Trust);
}

test.each([
  ['off', '1.2.3.4', 'https', '10.0.0.5', false],
  ['loopback', '1.2.3.4', 'https', '10.0.0.5', false],
  ['10.0.0.0/8', '1.2.3.4', 'https', '1.2.3.4', true],
  // What the sender wrote itself stands left of what the proxy added.
  ['10.0.0.0/8', '6.6.6.6, 1.2.3.4', 'https', '1.2.3.4', true],
  ['10.0.0.0/8', '6.6.6.6, 1.2.3.4, 10.0.0.9', undefined, '1.2.3.4', false],
  ['10.0.0.5,192.168.0.0/16', 'nonsense', 'http', '10.0.0.5', false],
  ['on', '6.6.6.6, 1.2.3.4', 'https', '1.2.3.4', true],
])('TRUST_PROXY=%s: %s, %s', (setting, forwardedFor, proto, ip, secure) => {
  expect(sender(setting, forwardedFor, proto)).toEqual({ ip, secure });
});

test('an IPv4 peer of an IPv6 socket is the same peer', () => {
  const trust = parseTrust('127.0.0.1') as Trust;
  const headers = { forwardedFor: '1.2.3.4', forwardedProto: undefined };
  expect(senderOf({ ip: '::ffff:127.0.0.1', secure: false }, headers, trust).ip).toBe('1.2.3.4');
});

test.each(['proxy', '10.0.0.0/33', '10.0.0.0/x', '::1/129', '1.2.3'])(
  '%s is no setting',
  (text) => {
    expect(parseTrust(text)).toBeNull();
  },
);
