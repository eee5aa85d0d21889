import { z } from 'zod';
import { AccountState, Role } from '../domain/account.ts';
import { Period } from '../domain/period.ts';
import { endpoint } from './endpoint.ts';
import { accountPaths } from './paths.ts';
import { HeldRole } from './session.ts';

const none = z.object({});
/** A number of the database, which ends at 2³¹ − 1. */
const id = z.coerce.number().int().positive().max(2_147_483_647);
const nothing = { kind: 'json', schema: z.object({}) } as const;

export const AccountEntry = z.object({
  id: z.number().int(),
  login: z.string(),
  name: z.string(),
  state: AccountState,
  created: z.string(),
  grants: z.array(HeldRole),
});
export type AccountEntry = z.infer<typeof AccountEntry>;

export const AuditEntry = z.object({
  number: z.string(),
  at: z.string(),
  account: z.string().nullable(),
  role: z.string().nullable(),
  origin: z.string(),
  act: z.string(),
  body: z.string().nullable(),
  subject: z.string(),
  /** What the subject is: the account, or which form of which period, and of whom where it is of one body. */
  about: z.object({
    login: z.string().nullable(),
    form: z.string().nullable(),
    period: Period.nullable(),
    body: z.string().nullable(),
  }),
  old: z.unknown(),
  new: z.unknown(),
  outcome: z.enum(['done', 'refused']),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** What is asked of the record: all of it where nothing is said. Newest first, `before` a number. */
export const AuditQuery = z.object({
  account: z.string().max(100).optional(),
  act: z.string().max(100).optional(),
  /** How the subject begins, or a body or a form it is of. */
  subject: z.string().max(200).optional(),
  from: z.iso
    .date()
    .refine((text) => text >= '1900', { message: '1900-01-01 …' })
    .optional(),
  until: z.iso
    .date()
    .refine((text) => text >= '1900', { message: '1900-01-01 …' })
    .optional(),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});

/** A password that was made up by the program and is shown once. */
export const OneTimePassword = z.object({ account: z.number().int(), password: z.string() });
export type OneTimePassword = z.infer<typeof OneTimePassword>;

const text = z.string().trim().min(1).max(200);

/** Accounts, rights, the record of acts. */
export const accountEndpoints = {
  accounts: endpoint({
    id: 'account.list',
    method: 'GET',
    access: ['system-administrator', 'security-administrator', 'auditor'],
    path: accountPaths.accounts,
    summary: { zh: '账号清单', en: 'The accounts' },
    input: none,
    answer: { kind: 'json', schema: z.object({ accounts: z.array(AccountEntry) }) },
    errors: ['sign-in-needed', 'not-permitted'],
  }),
  createAccount: endpoint({
    id: 'account.create',
    method: 'POST',
    access: ['system-administrator'],
    path: accountPaths.createAccount,
    summary: { zh: '新建账号', en: 'Make an account' },
    input: z.object({ login: z.string().regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/i), name: text }),
    answer: { kind: 'json', schema: OneTimePassword },
    errors: ['sign-in-needed', 'not-permitted', 'login-taken'],
  }),
  changeAccount: endpoint({
    id: 'account.change',
    method: 'POST',
    access: ['system-administrator'],
    path: accountPaths.changeAccount,
    summary: { zh: '停用、启用或注销账号', en: 'Lock, unlock or close an account' },
    input: z.object({ id, state: AccountState }),
    answer: nothing,
    errors: ['sign-in-needed', 'not-permitted', 'not-found'],
  }),
  resetPassword: endpoint({
    id: 'account.reset-password',
    method: 'POST',
    access: ['system-administrator'],
    path: accountPaths.resetPassword,
    summary: { zh: '重置密码并解除验证器', en: 'Reset password and authenticator' },
    input: z.object({ id }),
    answer: { kind: 'json', schema: OneTimePassword },
    errors: ['sign-in-needed', 'not-permitted', 'not-found'],
  }),
  giveRole: endpoint({
    id: 'account.give-role',
    method: 'POST',
    access: ['security-administrator', 'system-administrator'],
    path: accountPaths.giveRole,
    summary: { zh: '授予角色', en: 'Give a role' },
    input: z.object({
      id,
      role: Role,
      body: z.string().max(200),
      until: z.iso
        .date()
        .refine((text) => text >= '1900', { message: '1900-01-01 …' })
        .optional(),
      deputyFor: z.number().int().positive().optional(),
    }),
    answer: nothing,
    errors: ['sign-in-needed', 'not-permitted', 'not-found', 'officers-apart', 'body-unknown'],
  }),
  takeRole: endpoint({
    id: 'account.take-role',
    method: 'POST',
    access: ['security-administrator'],
    path: accountPaths.takeRole,
    summary: { zh: '收回角色', en: 'Take a role back' },
    input: z.object({ id }),
    answer: nothing,
    errors: ['sign-in-needed', 'not-permitted', 'not-found'],
  }),
  audit: endpoint({
    id: 'audit.search',
    method: 'GET',
    access: ['auditor'],
    path: accountPaths.audit,
    summary: { zh: '审计日志', en: 'The record of acts' },
    input: AuditQuery,
    answer: {
      kind: 'json',
      schema: z.object({ entries: z.array(AuditEntry), more: z.boolean() }),
    },
    errors: ['sign-in-needed', 'not-permitted'],
  }),
  auditCsv: endpoint({
    id: 'audit.csv',
    method: 'GET',
    access: ['auditor'],
    path: accountPaths.auditCsv,
    summary: { zh: '下载审计日志', en: 'Download the record of acts' },
    input: AuditQuery.omit({ before: true }),
    answer: { kind: 'file', mediaType: 'text/csv; charset=utf-8' },
    errors: ['sign-in-needed', 'not-permitted'],
  }),
} as const;
