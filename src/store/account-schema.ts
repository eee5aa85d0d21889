import type { Generated } from 'kysely';
import type { SessionStage } from '../domain/account.ts';

export interface AccountTable {
  id: Generated<number>;
  /** In lower case. */
  login: string;
  name: string;
  state: Generated<'active' | 'locked' | 'left'>;
  created: Generated<Date>;
  left_at: Date | null;
}

/** What proves who somebody is; read by the owner only. */
export interface CredentialTable {
  account: number;
  password_hash: string | null;
  password_changed: Date | null;
  former_hashes: Generated<string[]>;
  must_change: Generated<boolean>;
  failures: Generated<number>;
  locked_until: Date | null;
  totp_secret: string | null;
  totp_confirmed: Generated<boolean>;
  /** The last time step a code was accepted of: a code counts once. */
  totp_step: string | null;
  oidc_issuer: string | null;
  oidc_subject: string | null;
}

/** Where mail to an account goes; read by its holder and the program only. */
export interface AccountAddressTable {
  account: number;
  address: string;
}

/** Known by the SHA-256 of its token. */
export interface SessionTable {
  token_hash: Buffer;
  account: number;
  stage: SessionStage;
  created: Generated<Date>;
  seen: Generated<Date>;
  origin: string;
}

export interface RoleGrantTable {
  id: Generated<number>;
  account: number;
  role: string;
  body: string;
  from_at: Generated<Date>;
  until_at: Date | null;
  deputy_for: number | null;
  granted_by: number | null;
  revoked_at: Date | null;
  revoked_by: number | null;
}

/** Every body and all it lies within, itself included. */
export interface BodyWithinTable {
  plan_id: string;
  body: string;
  within: string;
}

/** The record of acts; only added to. */
export interface AuditTable {
  number: Generated<string>;
  at: Generated<Date>;
  account: number | null;
  role: string | null;
  origin: string;
  act: string;
  body: string | null;
  subject: string;
  /** JSON. */
  old: string | null;
  new: string | null;
  outcome: 'done' | 'refused';
  key: string | null;
}

export interface AccountTables {
  account: AccountTable;
  credential: CredentialTable;
  account_address: AccountAddressTable;
  session: SessionTable;
  role_grant: RoleGrantTable;
  body_within: BodyWithinTable;
  audit: AuditTable;
}
