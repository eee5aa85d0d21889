import { type Kysely, type Migration, Migrator } from 'kysely';
import { AppError } from '../domain/app-error.ts';
import * as plan from './migrations/0001-plan.ts';
import * as statistics from './migrations/0002-statistics.ts';
import * as accounts from './migrations/0003-accounts.ts';
import * as collection from './migrations/0004-collection.ts';
import * as collectionRights from './migrations/0005-collection-rights.ts';
import * as collectionActs from './migrations/0006-collection-acts.ts';
import { schemaName, type Tables } from './schema.ts';

/** In order of their names; a migration that was released is never changed. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-plan': plan.migration,
  '0002-statistics': statistics.migration,
  '0003-accounts': accounts.migration,
  '0004-collection': collection.migration,
  '0005-collection-rights': collectionRights.migration,
  '0006-collection-acts': collectionActs.migration,
};

/**
 * Brings the database to the newest schema, as its owner. Kysely's lock lets one of several
 * programs do it; the others wait and find it done.
 *
 * Refuses with `database-ahead` when the database knows migrations this program does not.
 */
export async function migrate(owner: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db: owner.withSchema(schemaName),
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableSchema: schemaName,
  });
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  if (/corrupted migrations/.test(String(error))) throw new AppError('database-ahead');
  throw error;
}
