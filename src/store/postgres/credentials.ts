import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../domain/app-error.ts';

/** The names inside the embedded cluster. */
export const embedded = {
  superuser: 'postgres',
  owner: 'xingbian_owner',
  database: 'xingbian',
} as const;

const Credentials = z.object({ owner: z.string().min(20) });

/** Writes a new random password for the owner role, readable by this account only, and returns it. */
export function makeCredentials(file: string): string {
  const owner = randomBytes(32).toString('base64url');
  writeFileSync(file, `${JSON.stringify({ owner })}\n`, { mode: 0o600, flag: 'wx' });
  return owner;
}

/** Returns the owner role's password. Refuses with `cluster-credentials` when it cannot be read. */
export function readCredentials(file: string): string {
  try {
    return Credentials.parse(JSON.parse(readFileSync(file, 'utf8'))).owner;
  } catch {
    throw new AppError('cluster-credentials', { file });
  }
}

/**
 * Returns the password of a role made for the owner: derived, so that several programs on one
 * database agree on it and nothing more has to be kept.
 */
export function derivedPassword(ownerPassword: string, role: string): string {
  return createHmac('sha256', ownerPassword).update(`xingbian role ${role}`).digest('base64url');
}
