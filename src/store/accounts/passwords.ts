import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { AccountRules } from './account-rules.ts';

/** Resolves to the argon2id hash of a password. However it was typed, the same characters count. */
export async function hashPassword(
  password: string,
  hashing: AccountRules['hashing'],
): Promise<string> {
  return await hash(password.normalize('NFKC'), { ...hashing, parallelism: 1 });
}

/**
 * Resolves to whether a password is the one of a hash. Without a hash another one is computed all
 * the same: how long the answer takes does not tell whether there is such an account.
 */
export async function isPassword(
  password: string,
  known: string | null,
  hashing: AccountRules['hashing'],
): Promise<boolean> {
  const right = await verify(known ?? (await hashOfNobody(hashing)), password.normalize('NFKC'));
  return right && known !== null;
}

const nobody = new Map<string, Promise<string>>();

/** Of a password nobody knows, once for each cost. */
function hashOfNobody(hashing: AccountRules['hashing']): Promise<string> {
  const key = JSON.stringify(hashing);
  const made = nobody.get(key) ?? hashPassword(randomBytes(32).toString('hex'), hashing);
  nobody.set(key, made);
  return made;
}

/** Neither 0 nor O, 1 nor l: it is read off a screen and typed. */
const signs = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Returns a password that holds once: about 116 bits in five groups of four. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return Array.from({ length: 5 }, group).join('-');
}
