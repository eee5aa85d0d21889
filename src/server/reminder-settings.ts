import { z } from 'zod';
import type { ReminderChannel } from '../domain/reminder.ts';

/** The server that takes the mails, and whose they are. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else STARTTLS where the server offers it. */
  readonly secure: boolean;
  /** Nobody is signed in without TLS, but on this machine. */
  readonly requireTls: boolean;
  readonly login: { readonly user: string; readonly pass: string } | null;
  readonly from: string;
  /** Where the pages are, without a slash at the end: links of mails. */
  readonly publicUrl: string;
}

export interface WebhookSettings {
  readonly url: string;
  /** Signs each call; null: calls are not signed. */
  readonly secret: string | null;
}

/** How reminders leave the product; null: not in that way. */
export interface ReminderSettings {
  readonly mail: MailSettings | null;
  readonly webhook: WebhookSettings | null;
}

/** What holds where nothing is set: reminders stand in the product alone. */
export const usualReminderSettings: ReminderSettings = { mail: null, webhook: null };

/** Settings whose values are secrets or may hold one: no refusal repeats them. */
export const secretReminderVariables: readonly string[] = [
  'SMTP_URL',
  'REMINDER_WEBHOOK_URL',
  'REMINDER_WEBHOOK_SECRET',
];

/** The variables of reminders, for `Settings` of config.ts. */
export const reminderVariables = {
  SMTP_URL: z
    .string()
    .refine(isSmtp, {
      message:
        '应为 smtp:// 或 smtps:// 地址，如 smtp://用户:密码@主机:587|an address smtp:// or smtps://, such as smtp://user:password@host:587',
    })
    .optional(),
  MAIL_FROM: z
    .email({ message: '应为邮箱地址|an address of mail' })
    .max(254, { message: '应为邮箱地址|an address of mail' })
    .optional(),
  PUBLIC_URL: z
    .string()
    .refine(isSite, {
      message:
        '应为本站的网址，如 https://example.gov.cn|the address of this site, such as https://example.gov.cn',
    })
    .optional(),
  REMINDER_WEBHOOK_URL: z
    .string()
    .refine(isWebhook, {
      message: '应为 https 地址（本机可用 http）|an https address (http on this machine alone)',
    })
    .optional(),
  REMINDER_WEBHOOK_SECRET: z
    .string()
    .min(16, { message: '应至少 16 个字符|at least 16 characters' })
    .optional(),
} as const;

type Variables = z.infer<z.ZodObject<typeof reminderVariables>>;

/** Returns the setting that is needed because another one is set, or null. */
export function wantingReminderSetting(set: Variables): string | null {
  if (set.MAIL_FROM && !set.SMTP_URL) return 'SMTP_URL';
  if (set.SMTP_URL && !set.MAIL_FROM) return 'MAIL_FROM';
  if (set.SMTP_URL && !set.PUBLIC_URL) return 'PUBLIC_URL';
  if (set.REMINDER_WEBHOOK_SECRET && !set.REMINDER_WEBHOOK_URL) return 'REMINDER_WEBHOOK_URL';
  return null;
}

/** Returns the settings the variables make. */
export function reminderSettingsOf(set: Variables): ReminderSettings {
  const { REMINDER_WEBHOOK_URL: url, REMINDER_WEBHOOK_SECRET: secret } = set;
  return { mail: mailOf(set), webhook: url ? { url, secret: secret ?? null } : null };
}

/** Returns the ways reminders leave the product. */
export function channelsOf({ mail, webhook }: ReminderSettings): ReminderChannel[] {
  return [...(mail ? (['mail'] as const) : []), ...(webhook ? (['webhook'] as const) : [])];
}

function mailOf(set: Variables): MailSettings | null {
  const { SMTP_URL: url, MAIL_FROM: from, PUBLIC_URL: publicUrl } = set;
  if (!url || !from || !publicUrl) return null;
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const login =
    username === ''
      ? null
      : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    host,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTls: !secure && login !== null && !isThisMachine(hostname),
    login,
    from,
    publicUrl: publicUrl.replace(/\/+$/, ''),
  };
}

function isSmtp(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  const isBare = /^\/?$/.test(pathname) && search === '' && hash === '';
  const isEncoded = [username, password].every((part) => /^(?:[^%]|%[0-9a-f]{2})*$/i.test(part));
  return /^smtps?:$/.test(protocol) && hostname !== '' && isBare && isEncoded;
}

function isSite(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash, username } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === '/' && `${search}${hash}${username}` === '';
}

/** Without a name in it: such an address cannot be called. */
function isWebhook(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname));
}

function isThisMachine(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
