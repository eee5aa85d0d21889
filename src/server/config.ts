import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../domain/app-error.ts';
import { MapApproval } from '../domain/boundary.ts';
import { type AccountSettings, accountSettingsOf, accountVariables } from './account-settings.ts';
import { parseTrust, type Trust } from './proxy.ts';
import {
  type ReminderSettings,
  reminderSettingsOf,
  reminderVariables,
  secretReminderVariables,
  wantingReminderSetting,
} from './reminder-settings.ts';

/** Everything the program can be told, parsed once. */
export interface Config {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** Null: PostgreSQL of our own, below `data`. */
  readonly databaseUrl: string | null;
  readonly data: string;
  /** A plan's folder; null: the one found. */
  readonly plan: string | null;
  /** Paths of certificate and key; null: plain HTTP. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** A boundary layer and the number of its examination (审图号); null: none is drawn. */
  readonly boundary: { readonly file: string; readonly approval: string } | null;
  readonly trust: Trust;
  readonly logRequests: boolean;
  readonly accounts: AccountSettings;
  readonly reminders: ReminderSettings;
}

/** Flags of the command line; they go before the environment. */
export interface Flags {
  readonly plan?: string | undefined;
  readonly data?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
}

/**
 * Returns the configuration from flags and environment; an empty variable is an unset one.
 *
 * Refuses with `setting-invalid`, naming the first setting that is wrong.
 */
export function readConfig(flags: Flags, env: NodeJS.ProcessEnv): Config {
  const given = {
    PORT: flags.port ?? env.PORT,
    HOST: flags.host ?? env.HOST,
    XINGBIAN_DATA: flags.data ?? env.XINGBIAN_DATA,
    DATABASE_URL: env.DATABASE_URL,
    TLS_CERT: env.TLS_CERT,
    TLS_KEY: env.TLS_KEY,
    BOUNDARY_FILE: env.BOUNDARY_FILE,
    BOUNDARY_APPROVAL: env.BOUNDARY_APPROVAL,
    TRUST_PROXY: env.TRUST_PROXY,
    LOG: env.LOG,
    SESSION_IDLE_MINUTES: env.SESSION_IDLE_MINUTES,
    SESSION_HOURS: env.SESSION_HOURS,
    LOCK_AFTER: env.LOCK_AFTER,
    LOCK_MINUTES: env.LOCK_MINUTES,
    PASSWORD_MIN: env.PASSWORD_MIN,
    PASSWORD_CLASSES: env.PASSWORD_CLASSES,
    PASSWORD_MEMORY: env.PASSWORD_MEMORY,
    PASSWORD_PASSES: env.PASSWORD_PASSES,
    SECOND_FACTOR: env.SECOND_FACTOR,
    SIGN_INS_PER_MINUTE: env.SIGN_INS_PER_MINUTE,
    REQUESTS_PER_MINUTE: env.REQUESTS_PER_MINUTE,
    OIDC_ISSUER: env.OIDC_ISSUER,
    OIDC_CLIENT_ID: env.OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET: env.OIDC_CLIENT_SECRET,
    OIDC_NAME: env.OIDC_NAME,
    SMTP_URL: env.SMTP_URL,
    MAIL_FROM: env.MAIL_FROM,
    PUBLIC_URL: env.PUBLIC_URL,
    REMINDER_WEBHOOK_URL: env.REMINDER_WEBHOOK_URL,
    REMINDER_WEBHOOK_SECRET: env.REMINDER_WEBHOOK_SECRET,
  };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value?.trim()));
  const parsed = Settings.safeParse(set);
  if (!parsed.success) throw refuse(parsed.error.issues[0], set);
  const settings = parsed.data;
  return {
    host: settings.HOST,
    port: settings.PORT,
    databaseUrl: settings.DATABASE_URL ?? null,
    data: resolve(settings.XINGBIAN_DATA),
    plan: flags.plan ?? null,
    tls: tlsOf(settings),
    boundary: boundaryOf(settings),
    trust: settings.TRUST_PROXY,
    logRequests: settings.LOG === 'requests',
    accounts: accountsOf(settings),
    reminders: remindersOf(settings),
  };
}

const Settings = z.object({
  PORT: z
    .string()
    .default('3000')
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
      message: '应为 0 到 65535 的整数|a whole number from 0 to 65535',
    })
    .transform(Number),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine((text) => /^[\w.:%-]+$/.test(text), {
      message: '应为主机名或 IP 地址|a host name or an IP address',
    }),
  XINGBIAN_DATA: z.string().default('.xingbian'),
  DATABASE_URL: z.string().optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  BOUNDARY_FILE: z.string().optional(),
  BOUNDARY_APPROVAL: z
    .string()
    .refine((text) => MapApproval.safeParse(text).success, {
      message:
        '应为审图号，如 GS（2020）4619号|the number of an examined map, such as GS(2020)4619 followed by hao',
    })
    .optional(),
  TRUST_PROXY: z
    .string()
    .default('off')
    .transform((text, context) => {
      const trust = parseTrust(text);
      if (trust) return trust;
      const message =
        '应为 off、on、loopback 或用逗号分隔的 IP 地址和网段|off, on, loopback, or IP addresses and networks separated by commas';
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }),
  LOG: z
    .enum(['off', 'requests'], { message: '应为 off 或 requests|off or requests' })
    .default('off'),
  ...accountVariables,
  ...reminderVariables,
});

function refuse(issue: z.core.$ZodIssue | undefined, given: Record<string, string | undefined>) {
  const setting = String(issue?.path[0] ?? '');
  const [reason = '', reasonEn = reason] = (issue?.message ?? '').split('|');
  return new AppError('setting-invalid', {
    setting,
    value: secretReminderVariables.includes(setting) ? '***' : (given[setting] ?? ''),
    reason,
    reasonEn,
  });
}

function tlsOf(settings: z.infer<typeof Settings>): Config['tls'] {
  const { TLS_CERT: cert, TLS_KEY: key } = settings;
  if (cert && key) return { cert, key };
  if (!cert && !key) return null;
  throw alone(cert ? 'TLS_KEY' : 'TLS_CERT');
}

/** A map of China is shown with its number or not at all. */
function boundaryOf(settings: z.infer<typeof Settings>): Config['boundary'] {
  const { BOUNDARY_FILE: file, BOUNDARY_APPROVAL: approval } = settings;
  if (file && approval) return { file, approval: approval.trim() };
  if (!file && !approval) return null;
  throw alone(file ? 'BOUNDARY_APPROVAL' : 'BOUNDARY_FILE');
}

function accountsOf(settings: z.infer<typeof Settings>): AccountSettings {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client } = settings;
  if (Boolean(issuer) !== Boolean(client)) throw alone(issuer ? 'OIDC_CLIENT_ID' : 'OIDC_ISSUER');
  return accountSettingsOf(settings);
}

function remindersOf(settings: z.infer<typeof Settings>): ReminderSettings {
  const wanting = wantingReminderSetting(settings);
  if (wanting !== null) throw alone(wanting);
  return reminderSettingsOf(settings);
}

/** The setting that is missing from a pair. */
function alone(setting: string): AppError {
  const [reason, reasonEn] = ['须与另一项同时设置', 'the other one is set, so this is needed too'];
  return new AppError('setting-invalid', { setting, value: '', reason, reasonEn });
}
