import { createTransport } from 'nodemailer';
import { reminderLetter } from '../collection/reminder-letter.ts';
import type { Delivery, Errand } from '../store/collection/deliveries.ts';
import type { MailSettings } from './reminder-settings.ts';

/** Sends mails over one connection, which `close` ends. */
export interface Mailer {
  readonly send: (delivery: Delivery, errand: Errand, at: Date) => Promise<void>;
  readonly close: () => void;
}

/** Milliseconds the server may take for a step. */
const patience = 10_000;

/** Returns what sends mails; `send` rejects with what nodemailer says, which may hold addresses. */
export function openMailer(settings: MailSettings): Mailer {
  const { host, port, secure, requireTls, login, from, publicUrl } = settings;
  const transport = createTransport({
    pool: true,
    maxConnections: 1,
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(login && { auth: login }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // A letter is text of ours: nothing in it is to be fetched or opened.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (delivery, errand, at) => {
      await transport.sendMail({
        from: { name: '兴边 Xingbian', address: from },
        to: { name: '', address: errand.address ?? '' },
        ...reminderLetter(errand.tasks, { publicUrl, at }),
        // The same at every try: a mail that arrived and was not acknowledged is known again.
        messageId: `<reminder-${delivery.id}-${delivery.madeAt.getTime()}@${from.split('@')[1]}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}
