import { z } from 'zod';
import { Grant, SessionStage } from '../domain/account.ts';
import { endpoint } from './endpoint.ts';
import { accountPaths } from './paths.ts';

const none = z.object({});
const code = z.object({ code: z.string().regex(/^\d{6}$/) });
const guarded = ['too-many-requests', 'origin-refused'] as const;

/** A role and where it is held, with the name of the place for the page. */
export const HeldRole = Grant.extend({ bodyName: z.string() });
export type HeldRole = z.infer<typeof HeldRole>;

/** Who is signed in; null: nobody. */
export const SessionAnswer = z.object({
  account: z
    .object({
      id: z.number().int(),
      login: z.string(),
      name: z.string(),
      stage: SessionStage,
      roles: z.array(HeldRole),
      /** Whether codes of an authenticator are asked for. */
      secondFactor: z.boolean(),
    })
    .nullable(),
  /** Minutes without a request after which a session ends. */
  idleMinutes: z.number(),
  /** The name of the single sign-on, where there is one. */
  singleSignOn: z.string().nullable(),
  passwordRules: z.object({ minLength: z.number().int(), classes: z.number().int() }),
});
export type SessionAnswer = z.infer<typeof SessionAnswer>;

const session = { kind: 'json', schema: SessionAnswer } as const;

/** Signing in and out, and what proves who one is. Each of them sets or takes the cookie. */
export const sessionEndpoints = {
  session: endpoint({
    id: 'account.session',
    method: 'GET',
    access: 'public',
    path: accountPaths.session,
    summary: { zh: '当前登录', en: 'Who is signed in' },
    input: none,
    answer: session,
    errors: [],
  }),
  signIn: endpoint({
    id: 'account.sign-in',
    method: 'POST',
    access: 'public',
    path: accountPaths.signIn,
    summary: { zh: '登录', en: 'Sign in' },
    input: z.object({
      login: z.string().trim().min(1).max(200),
      password: z.string().min(1).max(1_000),
    }),
    answer: session,
    errors: [...guarded, 'sign-in-refused', 'sign-in-locked'],
  }),
  secondFactor: endpoint({
    id: 'account.second-factor',
    method: 'POST',
    access: 'public',
    path: accountPaths.secondFactor,
    summary: { zh: '输入动态验证码', en: 'Give the code of an authenticator' },
    input: code,
    answer: session,
    errors: [...guarded, 'code-refused', 'sign-in-needed', 'sign-in-locked'],
  }),
  signOut: endpoint({
    id: 'account.sign-out',
    method: 'POST',
    access: 'public',
    path: accountPaths.signOut,
    summary: { zh: '退出', en: 'Sign out' },
    input: none,
    answer: session,
    errors: [...guarded],
  }),
  changePassword: endpoint({
    id: 'account.change-password',
    method: 'POST',
    access: 'public',
    path: accountPaths.changePassword,
    summary: { zh: '修改密码', en: 'Change the password' },
    input: z.object({ current: z.string().max(1_000), next: z.string().max(1_000) }),
    answer: session,
    errors: [...guarded, 'sign-in-needed', 'sign-in-refused', 'sign-in-locked', 'password-weak'],
  }),
  beginSecondFactor: endpoint({
    id: 'account.begin-second-factor',
    method: 'POST',
    access: 'public',
    path: accountPaths.beginSecondFactor,
    summary: { zh: '开始绑定验证器', en: 'Begin to add an authenticator' },
    input: none,
    answer: { kind: 'json', schema: z.object({ secret: z.string(), address: z.string() }) },
    errors: [...guarded, 'sign-in-needed', 'not-permitted'],
  }),
  confirmSecondFactor: endpoint({
    id: 'account.confirm-second-factor',
    method: 'POST',
    access: 'public',
    path: accountPaths.confirmSecondFactor,
    summary: { zh: '确认绑定验证器', en: 'Confirm an authenticator' },
    input: code,
    answer: session,
    errors: [...guarded, 'sign-in-needed', 'not-permitted', 'code-refused', 'sign-in-locked'],
  }),
  removeSecondFactor: endpoint({
    id: 'account.remove-second-factor',
    method: 'POST',
    access: 'public',
    path: accountPaths.removeSecondFactor,
    summary: { zh: '解除绑定验证器', en: 'Remove an authenticator' },
    input: z.object({ password: z.string().max(1_000) }),
    answer: session,
    errors: [...guarded, 'sign-in-needed', 'sign-in-refused', 'sign-in-locked'],
  }),
  beginSingleSignOn: endpoint({
    id: 'account.begin-single-sign-on',
    method: 'GET',
    access: 'public',
    path: accountPaths.beginSingleSignOn,
    summary: { zh: '前往统一身份认证', en: 'Go to the single sign-on' },
    /** `to`: the page to come back to. */
    input: z.object({ to: z.string().max(2_000).optional() }),
    answer: { kind: 'redirect' },
    errors: ['not-found', 'too-many-requests'],
  }),
  endSingleSignOn: endpoint({
    id: 'account.end-single-sign-on',
    method: 'GET',
    access: 'public',
    path: accountPaths.endSingleSignOn,
    summary: { zh: '由统一身份认证返回', en: 'Come back from the single sign-on' },
    /** What the provider adds to the address; openid-client reads it. */
    input: z.object({}),
    answer: { kind: 'redirect' },
    errors: ['not-found', 'too-many-requests'],
  }),
} as const;
