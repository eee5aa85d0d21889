import {
  claimDelivery,
  type Delivery,
  type Errand,
  endAttempt,
  readErrand,
} from '../store/collection/deliveries.ts';
import type { Store } from '../store/open-store.ts';
import { type Mailer, openMailer } from './reminder-mail.ts';
import { channelsOf, type ReminderSettings } from './reminder-settings.ts';
import { callWebhook } from './reminder-webhook.ts';

/** What became of the deliveries of a run. */
export interface Run {
  readonly sent: number;
  /** Codes, one a failure. */
  readonly errors: readonly string[];
}

/**
 * Sends what waits, one after the other, until nothing is due or `stopped` says so. A channel that
 * fails, but for a single mail, is left alone for the rest of the run, so that a server that is away
 * costs one try each time.
 */
export async function sendDeliveries(
  { owner }: Pick<Store, 'owner'>,
  plan: string,
  settings: ReminderSettings,
  given: { readonly at?: () => Date; readonly stopped?: () => boolean } = {},
): Promise<Run> {
  const { at = () => new Date(), stopped = () => false } = given;
  const errors: string[] = [];
  const working = new Set(channelsOf(settings));
  const mailer = settings.mail && openMailer(settings.mail);
  let sent = 0;
  try {
    while (!stopped() && working.size > 0) {
      const claim = { plan, channels: [...working], at: at() };
      const delivery = await claimDelivery(owner, claim);
      if (delivery === null) break;
      const errand = await readErrand(owner, plan, delivery);
      const error = errand && (await attempt(settings, mailer, { delivery, errand, at: at() }));
      await endAttempt(owner, delivery, errand === null ? 'unneeded' : error ? { error } : 'sent');
      if (error) {
        errors.push(`${delivery.channel} ${error}`);
        if (!error.startsWith('smtp-')) working.delete(delivery.channel);
      } else if (errand) sent += 1;
    }
  } finally {
    mailer?.close();
  }
  return { sent, errors };
}

/** Resolves to null once it is sent, or to the code of what went wrong. */
async function attempt(
  { webhook }: ReminderSettings,
  mailer: Mailer | null,
  given: { readonly delivery: Delivery; readonly errand: Errand; readonly at: Date },
): Promise<string | null> {
  const { delivery, errand, at } = given;
  try {
    if (delivery.channel === 'mail') await mailer?.send(delivery, errand, at);
    else if (webhook) await callWebhook(webhook, delivery, errand, at);
    return null;
  } catch (error) {
    return codeOf(error);
  }
}

/**
 * Returns a code for what went wrong, and nothing else: the words of an error may hold an address, a
 * password or the secret part of a URL.
 */
export function codeOf(error: unknown): string {
  const { code, responseCode, httpStatus, name, cause } = (error ?? {}) as Record<string, unknown>;
  if (typeof httpStatus === 'number') return `http-${httpStatus}`;
  // Of one mail, not of the server: a recipient or a text it will not take.
  const isOfMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (isOfMail && typeof responseCode === 'number') return `smtp-${responseCode}`;
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,39}$/.test(code)) return code;
  if (name === 'TimeoutError') return 'ETIMEDOUT';
  return cause instanceof Error ? codeOf(cause) : 'failed';
}
