import { z } from 'zod';
import { ReminderKind } from '../domain/reminder.ts';
import { endpoint } from './endpoint.ts';
import { accountPaths, collectionPaths } from './paths.ts';

const none = z.object({});
/** A number of the database, which ends at 2³¹ − 1. */
const id = z.number().int().positive().max(2_147_483_647);

/** A reminder of where a submission stands now. */
export const ReminderView = z.object({
  kind: ReminderKind,
  at: z.string(),
  /** Who called for it; null: the program. */
  by: z.string().nullable(),
  note: z.string().nullable(),
});
export type ReminderView = z.infer<typeof ReminderView>;

/** A mail or call of the webhook that did not go through. */
export const DeliveryTrouble = z.object({
  submission: z.number().int(),
  channel: z.enum(['mail', 'webhook']),
  /** Whether it is tried no more. */
  givenUp: z.boolean(),
  /** A code, such as smtp-550, http-503, ECONNREFUSED. */
  error: z.string(),
});
export type DeliveryTrouble = z.infer<typeof DeliveryTrouble>;

/** How much waits for an account: to fill in, to review, to publish. */
export const Owed = z.object({
  own: z.number().int(),
  review: z.number().int(),
  publish: z.number().int(),
});
export type Owed = z.infer<typeof Owed>;

/** Reminders by hand, and where mail goes. */
export const reminderEndpoints = {
  remind: endpoint({
    id: 'collection.remind',
    method: 'POST',
    access: ['coordinator', 'reviewer', 'approver'],
    path: collectionPaths.remind,
    summary: { zh: '催报', en: 'Remind of what is outstanding' },
    input: z.object({
      round: id,
      /** Left out: every submission of the round that is not in. */
      submissions: z.array(id).min(1).max(1_000).optional(),
      /** Shown in the product; it never leaves by mail or webhook. */
      note: z.string().trim().min(1).max(500).optional(),
    }),
    answer: {
      kind: 'json',
      schema: z.object({
        reminded: z.number().int(),
        /** Left alone: they were reminded today. */
        already: z.number().int(),
        accounts: z.number().int(),
        /** Of the accounts, those that get a mail as well. */
        mails: z.number().int(),
        /** Bodies where nobody holds the role. */
        unreached: z.number().int(),
      }),
    },
    errors: [
      'sign-in-needed',
      'not-permitted',
      'origin-refused',
      'not-found',
      'nothing-to-remind',
      'reminded-today',
    ],
  }),
  owed: endpoint({
    id: 'collection.owed',
    method: 'GET',
    access: 'signed-in',
    path: collectionPaths.owed,
    summary: { zh: '待办数', en: 'How much waits for me' },
    input: none,
    answer: { kind: 'json', schema: Owed },
    errors: ['sign-in-needed'],
  }),
  address: endpoint({
    id: 'account.address',
    method: 'GET',
    access: 'signed-in',
    path: accountPaths.address,
    summary: { zh: '本人的邮箱地址', en: 'Where mail to me goes' },
    input: none,
    answer: {
      kind: 'json',
      schema: z.object({
        address: z.string().nullable(),
        /** Whether this server sends mail at all. */
        mail: z.boolean(),
      }),
    },
    errors: ['sign-in-needed'],
  }),
  setAddress: endpoint({
    id: 'account.set-address',
    method: 'POST',
    access: 'signed-in',
    path: accountPaths.setAddress,
    summary: { zh: '设置或删除本人的邮箱地址', en: 'Set or forget where mail to me goes' },
    /** Null: forget it. */
    input: z.object({ address: z.email().max(254).nullable() }),
    answer: { kind: 'json', schema: none },
    errors: ['sign-in-needed', 'origin-refused'],
  }),
} as const;
