import { BlockList, isIP } from 'node:net';

/** Whose X-Forwarded-* headers are believed: nobody's, everybody's, or those of some addresses. */
export type Trust = 'none' | 'all' | BlockList;

/** What is known of a request's sender. */
export interface Sender {
  readonly ip: string;
  /** Over TLS, here or at a trusted proxy. */
  readonly secure: boolean;
}

/** Returns the setting's meaning, or null when it has none. */
export function parseTrust(text: string): Trust | null {
  const word = text.trim().toLowerCase();
  if (['off', 'false', '0', 'no'].includes(word)) return 'none';
  if (['on', 'true', '1', 'yes'].includes(word)) return 'all';
  const list = new BlockList();
  for (const entry of word.split(',').map((item) => item.trim())) {
    if (!addTo(list, entry)) return null;
  }
  return list;
}

/**
 * Returns who sent a request. Without a trusted proxy headers say nothing. Of the forwarded
 * addresses the last that is no trusted proxy counts: those before it are the sender's own words.
 */
export function senderOf(
  peer: { readonly ip: string; readonly secure: boolean },
  headers: {
    readonly forwardedFor: string | undefined;
    readonly forwardedProto: string | undefined;
  },
  trust: Trust,
): Sender {
  if (!isTrusted(peer.ip, trust)) return peer;
  const hops = (headers.forwardedFor ?? '').split(',').map((hop) => hop.trim());
  const addresses = hops.filter((hop) => isIP(hop) !== 0);
  const untrusted = trust === 'all' ? undefined : addresses.findLast((ip) => !isTrusted(ip, trust));
  const proto = headers.forwardedProto?.split(',').at(-1)?.trim();
  return {
    ip: untrusted ?? (trust === 'all' ? addresses.at(-1) : addresses[0]) ?? peer.ip,
    secure: proto ? proto === 'https' : peer.secure,
  };
}

function addTo(list: BlockList, entry: string): boolean {
  if (entry === 'loopback') {
    list.addSubnet('127.0.0.0', 8, 'ipv4');
    list.addAddress('::1', 'ipv6');
    return true;
  }
  const [address = '', bits] = entry.split('/');
  const version = isIP(address);
  if (version === 0) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  if (bits === undefined) {
    list.addAddress(address, family);
    return true;
  }
  const length = Number(bits);
  if (!/^\d+$/.test(bits) || length > (version === 6 ? 128 : 32)) return false;
  list.addSubnet(address, length, family);
  return true;
}

function isTrusted(ip: string, trust: Trust): boolean {
  if (trust === 'none' || trust === 'all') return trust === 'all';
  // An IPv4 peer of an IPv6 socket.
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(plain) !== 0 && trust.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}
