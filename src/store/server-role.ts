import { type Kysely, sql } from 'kysely';
import { schemaName, type Tables } from './schema.ts';
import { unreadable, writeRights } from './server-rights.ts';

/** Returns the name of the role the server logs in as: one for each database of a cluster. */
export function serverRoleOf(database: string): string {
  return `${database.slice(0, 48)}_server`;
}

/**
 * Makes the role that the server logs in as, which owns nothing and is granted what it needs: then
 * row-level security holds for it, and a mistake in a query cannot change the schema. Returns
 * whether that was possible.
 */
export async function ensureServerRole(
  owner: Kysely<Tables>,
  role: string,
  password: string,
): Promise<boolean> {
  return await owner.transaction().execute(async (transaction) => {
    if (!(await canManageRoles(transaction, role))) return false;
    const verb = (await roleExists(transaction, role)) ? 'alter' : 'create';
    // Nothing else need be said: a new role has no attributes, and a renewed one keeps them.
    await sql`${sql.raw(verb)} role ${sql.id(role)} login password ${sql.lit(password)}`.execute(
      transaction,
    );
    await grant(transaction, role);
    return true;
  });
}

/** Gives an existing server role its rights on tables that a migration may have added. */
export async function grant(owner: Kysely<Tables>, role: string): Promise<void> {
  const id = sql.id(role);
  const schema = sql.id(schemaName);
  // On a database that is not the owner's, CONNECT is usually everybody's.
  await sql`do $$ begin
    execute format('grant connect on database %I to %I', current_database(), ${sql.lit(role)});
  exception when insufficient_privilege then null; end $$`.execute(owner);
  await sql`grant usage on schema ${schema} to ${id}`.execute(owner);
  // Never all of them for a moment: another program may be serving as this role.
  await sql`do $$ declare name text; begin
    for name in select tablename from pg_tables
      where schemaname = ${sql.lit(schemaName)} and tablename <> all (${sql.lit(`{${unreadable.join(',')}}`)}) loop
      execute format('grant select on %I.%I to %I', ${sql.lit(schemaName)}, name, ${sql.lit(role)});
    end loop;
  end $$`.execute(owner);
  for (const [table, rights] of Object.entries(writeRights))
    await sql`grant ${sql.raw(rights)} on ${sql.id(schemaName, table)} to ${id}`.execute(owner);
}

async function roleExists(owner: Kysely<Tables>, role: string): Promise<boolean> {
  const found = await sql`select 1 from pg_roles where rolname = ${role}`.execute(owner);
  return found.rows.length > 0;
}

/** Since PostgreSQL 16 a role may change only those it made; before, any that is no superuser. */
async function canManageRoles(owner: Kysely<Tables>, role: string): Promise<boolean> {
  const { rows } = await sql<{ super: boolean; create: boolean; admin: boolean }>`
    select r.rolsuper as super, r.rolcreaterole as create,
      current_setting('server_version_num')::int < 160000
        or exists (select 1 from pg_auth_members m join pg_roles g on g.oid = m.roleid
          where g.rolname = ${role} and m.member = r.oid and m.admin_option) as admin
    from pg_roles r where r.rolname = current_user`.execute(owner);
  const me = rows[0];
  if (!me) return false;
  return me.super || (me.create && (me.admin || !(await roleExists(owner, role))));
}
