import type { PasswordRules } from '../../domain/password-rules.ts';
import type { SessionLimits } from '../visit.ts';

/** What holds for signing in, as the operator set it. */
export interface AccountRules {
  readonly session: SessionLimits;
  readonly password: PasswordRules;
  /** Wrong tries after which an account is locked, and for how many minutes. */
  readonly lockAfter: number;
  readonly lockMinutes: number;
  /** Whether every account needs an authenticator. */
  readonly secondFactor: 'optional' | 'required';
  /** What a hash of a password costs: memory in KiB, passes over it. */
  readonly hashing: { readonly memoryCost: number; readonly timeCost: number };
}

/** What holds where nothing is set; a hash costs more than the least OWASP names (19 MiB, 2 passes). */
export const usualAccountRules: AccountRules = {
  session: { idleMinutes: 30, longestHours: 12 },
  password: { minLength: 12, classes: 3 },
  lockAfter: 5,
  lockMinutes: 15,
  secondFactor: 'optional',
  hashing: { memoryCost: 32_768, timeCost: 2 },
};
