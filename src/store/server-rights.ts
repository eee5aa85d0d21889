/**
 * What the server's role may do with each table beside reading; every row of those of accounts and
 * collection is held by a policy too. A table that is not here is only read.
 */
export const writeRights: Readonly<Record<string, string>> = {
  account: 'insert',
  account_address: 'insert, update (address), delete',
  role_grant: 'insert, update (revoked_at, revoked_by)',
  audit: 'insert (account, role, origin, act, body, subject, old, new, outcome, key)',
  round: 'insert, update (due, grace_days, closed_at)',
  submission: 'insert, update (state, level, revision, begun_at, submitted_at, exempt_reason)',
  submission_level: 'insert',
  cell: 'insert, update (value, absence, note, revision, changed_by, changed_at)',
  cell_acceptance: 'insert, update (revision)',
  cell_remark: 'insert, update (resolved_at)',
  submission_author: 'insert',
  submission_move: 'insert (submission, act, state, level, made_by, reason, revision)',
  reminder: 'insert (submission, revision, kind, occurrence, role, body, made_by, note)',
  kept_save: 'insert, update (dismissed_at)',
};

/** Tables the server's role never reads: what proves who somebody is, and what seals that. */
export const unreadable: readonly string[] = ['credential', 'session', 'seal'];
