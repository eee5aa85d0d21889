const everything = `$1::text is not null`;
const ofPlan = 'plan_id = $1';
const ofRound = 'round in (select id from xingbian.round where plan_id = $1)';
const ofSubmission = `submission in (select s.id from xingbian.submission s
  join xingbian.round r on r.id = s.round where r.plan_id = $1)`;
const ofRelease = 'release in (select id from xingbian.release where plan_id = $1)';

/**
 * The tables a backup holds row by row, with all their columns and numbers: each with the condition
 * for rows of a plan ($1), those that are referred to first.
 */
export const keptTables: Readonly<Record<string, string>> = {
  account: everything,
  credential: everything,
  account_address: everything,
  role_grant: everything,
  audit: everything,
  form_set: ofPlan,
  round: ofPlan,
  submission: ofRound,
  submission_level: ofSubmission,
  cell: ofSubmission,
  cell_acceptance: ofSubmission,
  cell_remark: ofSubmission,
  submission_author: ofSubmission,
  submission_move: ofSubmission,
  kept_save: ofSubmission,
  reminder: ofSubmission,
  release: ofPlan,
  release_submission: ofRelease,
  release_reason: ofRelease,
};

/**
 * The tables of the base: large, and full of small numbers that belong to one database. A backup
 * holds them by ids and words (base-rows.ts).
 */
export const baseTables: readonly string[] = [
  ...['statistics', 'publication', 'observation', 'doubt'],
  ...['territory', 'indicator', 'source'],
];

/** The tables no backup holds. */
export const rebuiltTables: readonly string[] = [
  // From the plan's folder, at every start.
  ...['plan', 'plan_text', 'clause', 'responsibility', 'responsibility_agency', 'agency'],
  ...['agency_succession', 'duty', 'commitment', 'quantity', 'named_project'],
  ...['body_within', 'transition'],
  // From the base.
  ...['scope', 'scope_member', 'aggregate'],
  // Whoever was signed in signs in again.
  'session',
  // Of this database: what it sealed lasts no longer than a transaction.
  'seal',
  // A mail on its way when the backup was made may have been sent: what is restored sends none.
  'reminder_delivery',
  // By the migrations.
  ...['kysely_migration', 'kysely_migration_lock'],
];
