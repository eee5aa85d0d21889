import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { AppError } from '../../domain/app-error.ts';
import type { Form, FormsFile } from '../../domain/form.ts';
import { transitions } from '../../domain/submission.ts';
import type { Tables } from '../schema.ts';

/** The forms of a plan, of one version. */
export interface FormSet {
  readonly version: number;
  readonly file: FormsFile;
}

/**
 * Puts the forms of a plan into the database, as its owner, under the next version where they
 * changed; and the table of moves, which the database holds every move against.
 */
export async function loadForms(
  owner: Kysely<Tables>,
  plan: string,
  file: FormsFile,
): Promise<void> {
  const forms = JSON.stringify(file);
  const hash = createHash('sha256').update(forms).digest('hex');
  await owner.transaction().execute(async (db) => {
    await db.deleteFrom('transition').execute();
    await db.insertInto('transition').values(transitionRows).execute();
    const newest = await newestSet(db, plan);
    if (newest?.hash === hash) return;
    const version = (newest?.version ?? 0) + 1;
    await db.insertInto('form_set').values({ plan_id: plan, version, hash, forms }).execute();
  });
}

const transitionRows = transitions.map(({ act, from, to, by, reviewed }) => ({
  act,
  from_state: from,
  to_state: to,
  party: by,
  reviewed: reviewed ?? '',
}));

/** Resolves to the newest forms of a plan, or null where it has none. */
export async function readNewestForms(db: Kysely<Tables>, plan: string): Promise<FormSet | null> {
  const newest = await newestSet(db, plan);
  return newest ? await readForms(db, plan, newest.version) : null;
}

/** Resolves to the version of the forms in force; 0 where a plan has none. */
export async function newestFormVersion(db: Kysely<Tables>, plan: string): Promise<number> {
  return (await newestSet(db, plan))?.version ?? 0;
}

/** Forms that were read, by their hash. */
const remembered = new Map<string, FormsFile>();
const mostRemembered = 20;

/** Resolves to the forms of a version. */
export async function readForms(
  db: Kysely<Tables>,
  plan: string,
  version: number,
): Promise<FormSet> {
  const row = await db
    .selectFrom('form_set')
    .select(['hash'])
    .where('plan_id', '=', plan)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  const file = remembered.get(row.hash) ?? (await readFile(db, plan, version));
  remembered.delete(row.hash);
  remembered.set(row.hash, file);
  const [oldest] = remembered.keys();
  if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  return { version, file };
}

/** Returns a form of a set. Refuses with `form-unknown`. */
export function formOf({ file }: FormSet, id: string): Form {
  const form = file.forms.find((item) => item.id === id);
  if (!form) throw new AppError('form-unknown', { form: id });
  return form;
}

async function readFile(db: Kysely<Tables>, plan: string, version: number): Promise<FormsFile> {
  const row = await db
    .selectFrom('form_set')
    .select('forms')
    .where('plan_id', '=', plan)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return row.forms as unknown as FormsFile;
}

async function newestSet(
  db: Kysely<Tables>,
  plan: string,
): Promise<{ version: number; hash: string } | undefined> {
  return await db
    .selectFrom('form_set')
    .select(['version', 'hash'])
    .where('plan_id', '=', plan)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}
