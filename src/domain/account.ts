import { z } from 'zod';

/** What an account does at a place or an agency. */
export const WorkRole = z.enum([
  'reporter',
  'reviewer',
  'approver',
  'publisher',
  'coordinator',
  'evaluator',
]);
export type WorkRole = z.infer<typeof WorkRole>;

/**
 * The three officers (三员): who makes accounts, who gives rights, who reads the record. Nobody
 * holds two of them, and none of them reports, reviews or publishes.
 */
export const OfficerRole = z.enum(['system-administrator', 'security-administrator', 'auditor']);
export type OfficerRole = z.infer<typeof OfficerRole>;

export const Role = z.enum([...WorkRole.options, ...OfficerRole.options]);
export type Role = z.infer<typeof Role>;

/** Says whether a role is one of the three officers'. */
export function isOfficer(role: Role): role is OfficerRole {
  return OfficerRole.safeParse(role).success;
}

/** `left`: its holder is gone; the name was taken off, the records stay. */
export const AccountState = z.enum(['active', 'locked', 'left']);
export type AccountState = z.infer<typeof AccountState>;

/**
 * What is left to do before a session may act: give the code of an authenticator, choose a password
 * of one's own, add an authenticator where one is required; `full`: nothing.
 */
export const SessionStage = z.enum(['second-factor', 'password-change', 'authenticator', 'full']);
export type SessionStage = z.infer<typeof SessionStage>;

/**
 * Who reports: a place by its id, or an agency as `agency:` and its printed name; empty for an
 * officer, whose role is of no place.
 */
export const Body = z.string().max(200);
export type Body = z.infer<typeof Body>;

const agencyPrefix = 'agency:';

/** Returns the body of an agency. */
export function agencyBody(name: string): Body {
  return `${agencyPrefix}${name}`;
}

/** Returns the printed name of the agency a body is, or null where it is a place. */
export function agencyOf(body: Body): string | null {
  return body.startsWith(agencyPrefix) ? body.slice(agencyPrefix.length) : null;
}

/** A role held at a body, for as long as it was given. */
export const Grant = z.object({
  id: z.number().int(),
  role: Role,
  body: Body,
  /** Instants; `until` is null where it is open. */
  from: z.string(),
  until: z.string().nullable(),
  /** The account it stands in for; null for a role of one's own. */
  deputyFor: z.number().int().nullable(),
});
export type Grant = z.infer<typeof Grant>;
