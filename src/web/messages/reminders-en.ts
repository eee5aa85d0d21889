import { plural } from './plural.ts';
import type { ReminderWords } from './reminders-zh.ts';

/** The words of reminders in English. */
export const remindersEn: ReminderWords = {
  day: (month, day) =>
    `${day} ${new Date(Date.UTC(2000, month - 1, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' })}`,
  program: 'the program',
  byHand: (by, day, note) => `Reminded by ${by} on ${day}${note === null ? '' : `: ${note}`}`,
  raised: (day, what) => `Reminded by the program on ${day}: ${what}`,
  kinds: {
    'due-soon': 'due soon',
    overdue: 'the due day has passed',
    'very-late': 'the days of grace are over',
    returned: 'returned to be corrected',
    waiting: 'it has waited for days',
    'by-hand': 'outstanding',
  },
  last: (day) => `reminded on ${day}`,
  lastByProgram: (day) => `reminded by the program on ${day}`,
  remind: 'Remind',
  remindOf: (name) => `Remind ${name}`,
  allOutstanding: (count) => `Remind all ${count} not in`,
  chosen: (count) => `Remind the ${count} chosen`,
  choose: (owed, waiting) =>
    `Choose all: ${[owed > 0 ? `${owed} not in` : '', waiting > 0 ? `${waiting} to be reviewed` : ''].filter(Boolean).join(', ')}`,
  note: 'Note (optional, shown in the product alone)',
  called: (count) => `${plural(count, 'submission')} reminded of today.`,
  done: ({ reminded, already, accounts, mails, unreached }) =>
    [
      `${plural(reminded, 'submission')} reminded of; ${plural(accounts, 'account')} ${accounts === 1 ? 'sees' : 'see'} it here`,
      mails > 0 ? `${mails} also by mail` : 'no mail was sent',
      unreached > 0
        ? `${plural(unreached, 'body', 'bodies')} without an account of that role: tell them otherwise`
        : '',
      already > 0 ? `${already} were reminded of today already` : '',
    ]
      .filter(Boolean)
      .join(', ')
      .concat('.'),
  trouble: (channel, givenUp, error) =>
    `${channel === 'mail' ? 'Mail' : 'Webhook'} ${givenUp ? 'not delivered' : 'not delivered yet, tried again'} (${error})`,
  owed: (count) => `${count} to do`,
  address: {
    title: 'Mail',
    hint: 'For reminders alone; you and the program that sends them see it, and it goes with the account. A mail names form, period, body and days, and holds no figure.',
    none: 'None: reminders are shown in the product alone.',
    off: 'This server sends no mail; reminders are shown in the product, and no address is needed.',
    field: 'Address',
    set: 'Save',
    forget: 'Delete it',
    saved: 'Saved.',
    forgotten: 'Deleted.',
  },
};
