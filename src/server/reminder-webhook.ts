import { createHmac } from 'node:crypto';
import type { Delivery, Errand } from '../store/collection/deliveries.ts';
import type { WebhookSettings } from './reminder-settings.ts';

/** Milliseconds an answer may take. */
const patience = 10_000;

/**
 * Tells the webhook of reminders to one body: form, period, body, day and how many; nobody's name and
 * no figure. Rejects where the answer is not 2xx: a redirect is not followed, for it may lead where
 * nobody meant to tell anything.
 */
export async function callWebhook(
  { url, secret }: WebhookSettings,
  delivery: Delivery,
  errand: Errand,
  at: Date,
): Promise<void> {
  const body = JSON.stringify(payloadOf(delivery, errand, at));
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(secret !== null && { 'x-xingbian-signature': signatureOf(body, secret) }),
    },
    body,
  });
  // What it says is of no interest, and may be endless.
  await response.body?.cancel();
  if (!response.ok) throw Object.assign(new Error('refused'), { httpStatus: response.status });
}

/** Returns the signature of a body: HMAC with SHA-256, in hexadecimal. */
export function signatureOf(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

function payloadOf({ id }: Delivery, { tasks, remindedName }: Errand, at: Date) {
  const [first] = tasks;
  return {
    /** The same at every try. */
    id,
    at: at.toISOString(),
    kind: first?.kind,
    role: first?.role,
    form: { id: first?.formId, number: first?.formNumber, title: first?.form },
    period: first?.period,
    body: { id: first?.reminded, name: remindedName },
    due: first?.due,
    count: tasks.length,
  };
}
