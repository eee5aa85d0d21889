import { z } from 'zod';
import { type AccountRules, usualAccountRules } from '../store/accounts/account-rules.ts';

/** The single sign-on of an organisation, by OpenID Connect. */
export interface SingleSignOnSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  /** What the button says. */
  readonly name: string;
}

/** How many requests of one address are answered a minute; 0: any number. */
export interface RequestLimits {
  readonly signIns: number;
  readonly requests: number;
}

/** Everything the operator may say of accounts. */
export interface AccountSettings {
  readonly rules: AccountRules;
  readonly perMinute: RequestLimits;
  readonly singleSignOn: SingleSignOnSettings | null;
}

/** What holds where nothing is set. */
export const usualAccountSettings: AccountSettings = {
  rules: usualAccountRules,
  perMinute: { signIns: 20, requests: 30_000 },
  singleSignOn: null,
};

const { rules, perMinute } = usualAccountSettings;

/** The variables of accounts, for `Settings` of config.ts. */
export const accountVariables = {
  SESSION_IDLE_MINUTES: whole(1, 1_440, rules.session.idleMinutes),
  SESSION_HOURS: whole(1, 168, rules.session.longestHours),
  LOCK_AFTER: whole(1, 100, rules.lockAfter),
  LOCK_MINUTES: whole(1, 1_440, rules.lockMinutes),
  PASSWORD_MIN: whole(8, 128, rules.password.minLength),
  PASSWORD_CLASSES: whole(1, 4, rules.password.classes),
  PASSWORD_MEMORY: whole(8, 1_024, rules.hashing.memoryCost / 1_024),
  PASSWORD_PASSES: whole(1, 20, rules.hashing.timeCost),
  SECOND_FACTOR: z
    .enum(['optional', 'required'], {
      message: '应为 optional 或 required|optional or required',
    })
    .default(rules.secondFactor),
  SIGN_INS_PER_MINUTE: whole(0, 100_000, perMinute.signIns),
  REQUESTS_PER_MINUTE: whole(0, 10_000_000, perMinute.requests),
  OIDC_ISSUER: z
    .string()
    .refine(isIssuer, {
      message: '应为 https 地址（本机可用 http）|an https address (http on this machine alone)',
    })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40).default('统一身份认证'),
} as const;

type Variables = z.infer<z.ZodObject<typeof accountVariables>>;

/** Returns the settings the variables make. */
export function accountSettingsOf(set: Variables): AccountSettings {
  return {
    rules: {
      session: { idleMinutes: set.SESSION_IDLE_MINUTES, longestHours: set.SESSION_HOURS },
      password: { minLength: set.PASSWORD_MIN, classes: set.PASSWORD_CLASSES },
      lockAfter: set.LOCK_AFTER,
      lockMinutes: set.LOCK_MINUTES,
      secondFactor: set.SECOND_FACTOR,
      hashing: { memoryCost: set.PASSWORD_MEMORY * 1_024, timeCost: set.PASSWORD_PASSES },
    },
    perMinute: { signIns: set.SIGN_INS_PER_MINUTE, requests: set.REQUESTS_PER_MINUTE },
    singleSignOn: singleSignOnOf(set),
  };
}

function singleSignOnOf(set: Variables): SingleSignOnSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: secret } = set;
  if (!issuer || !clientId) return null;
  return { issuer, clientId, clientSecret: secret ?? null, name: set.OIDC_NAME };
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.|\[::1\])/.test(hostname))
  );
}

function whole(least: number, most: number, usual: number) {
  return z
    .string()
    .default(String(usual))
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      message: `应为 ${least} 到 ${most} 的整数|a whole number from ${least} to ${most}`,
    })
    .transform(Number);
}
