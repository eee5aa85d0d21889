import type { CreateTableBuilder, Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/** The tables of a plan. Every key begins with the plan's id; a clause is known by plan and id. */
export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createPlan(db);
    await createClauses(db);
    await createResponsibilities(db);
    await createAgencies(db);
    await createAnnotations(db);
  },
};

async function createPlan(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('plan')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('hash', 'text', required)
    .addColumn('title_zh', 'text', required)
    .addColumn('title_en', 'text', required)
    .addColumn('short_title_zh', 'text', required)
    .addColumn('short_title_en', 'text', required)
    .addColumn('number', 'text', required)
    .addColumn('issuer', 'text', required)
    .addColumn('issued', 'date', required)
    .addColumn('period_start', 'integer', required)
    .addColumn('period_end', 'integer', required)
    .addColumn('base_year', 'integer', required)
    .addColumn('source', 'jsonb', required)
    .addColumn('loaded', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .execute();
  await ofPlan(db, 'plan_text', ['plan_id'])
    .addColumn('contract', 'text', required)
    .addColumn('title', 'text')
    .addColumn('subject', 'text')
    .addColumn('number', 'text')
    .addColumn('issuer', 'text')
    .addColumn('issued', 'date')
    .addColumn('addressees', sql`text[]`, required)
    .addColumn('period_start', 'integer')
    .addColumn('period_end', 'integer')
    .addColumn('text', 'text', required)
    .addColumn('body_start', 'integer', required)
    .addColumn('body_end', 'integer', required)
    .addColumn('corrections', 'jsonb', required)
    .execute();
}

async function createClauses(db: Kysely<unknown>): Promise<void> {
  await withOffsets(ofPlan(db, 'clause', ['plan_id', 'id']))
    .addColumn('id', 'text', required)
    .addColumn('ordinal', 'integer', required)
    .addColumn('parent', 'text')
    .addColumn('area', 'text')
    .addColumn('kind', 'text', required)
    .addColumn('number', 'text')
    .addColumn('heading', 'text', required)
    .addColumn('link_number', 'text')
    .addColumn('link_heading', 'text', required)
    .addColumn('own_spans', 'jsonb', required)
    .addColumn('search_text', 'text', required)
    .addColumn('search_heading', 'text', required)
    .execute();
}

async function createResponsibilities(db: Kysely<unknown>): Promise<void> {
  await ofClause(withOffsets(ofPlan(db, 'responsibility', ['plan_id', 'ordinal'])))
    .addColumn('ordinal', 'integer', required)
    .addColumn('others', sql`text[]`, required)
    .addColumn('manner', 'text', required)
    .addColumn('leads', sql`text[]`, required)
    .addColumn('open', 'boolean', required)
    .addColumn('text', 'text', required)
    .execute();
}

async function createAgencies(db: Kysely<unknown>): Promise<void> {
  await ofPlan(db, 'agency', ['plan_id', 'name'])
    .addColumn('name', 'text', required)
    .addColumn('ordinal', 'integer', required)
    .addColumn('full_name', 'text')
    .addColumn('full_name_source', 'text')
    .addColumn('succeeded', 'text')
    .addColumn('succession_source', 'text')
    .addColumn('note', 'text')
    .addColumn('search_name', 'text', required)
    .execute();
  await ofPlan(db, 'agency_succession', ['plan_id', 'agency', 'position'])
    .addColumn('agency', 'text', required)
    .addColumn('position', 'integer', required)
    .addColumn('successor', 'text', required)
    .addForeignKeyConstraint('agency_succession_agency', ['plan_id', 'agency'], 'agency', [
      'plan_id',
      'name',
    ])
    .execute();
  await ofPlan(db, 'responsibility_agency', ['plan_id', 'responsibility', 'agency'])
    .addColumn('responsibility', 'integer', required)
    .addColumn('position', 'integer', required)
    .addColumn('agency', 'text', required)
    .addForeignKeyConstraint(
      'responsibility_agency_responsibility',
      ['plan_id', 'responsibility'],
      'responsibility',
      ['plan_id', 'ordinal'],
    )
    .addForeignKeyConstraint('responsibility_agency_agency', ['plan_id', 'agency'], 'agency', [
      'plan_id',
      'name',
    ])
    .execute();
}

async function createAnnotations(db: Kysely<unknown>): Promise<void> {
  await ofClause(withOffsets(ofPlan(db, 'duty', ['plan_id', 'ordinal'])))
    .addColumn('ordinal', 'integer', required)
    .addColumn('actors', sql`text[]`, required)
    .addColumn('action', 'text', required)
    .execute();
  await ofClause(withOffsets(ofPlan(db, 'commitment', ['plan_id', 'id'])))
    .addColumn('id', 'text', required)
    .addColumn('ordinal', 'integer', required)
    .addColumn('text', 'text', required)
    .addColumn('verb', 'text', required)
    .addColumn('grade', 'text', required)
    .addColumn('target', 'text', required)
    .addColumn('deadline', 'text')
    .addColumn('deadline_basis', 'text')
    .addColumn('conditions', sql`text[]`, required)
    .addColumn('evaluable', 'boolean', required)
    .addColumn('evaluability', 'text', required)
    .execute();
  await ofClause(withOffsets(ofPlan(db, 'quantity', ['plan_id', 'ordinal'])))
    .addColumn('ordinal', 'integer', required)
    .addColumn('text', 'text', required)
    .addColumn('number', 'double precision', required)
    .addColumn('unit', 'text', required)
    .addColumn('qualifier', 'text')
    .execute();
  await ofClause(withOffsets(ofPlan(db, 'named_project', ['plan_id', 'ordinal'])))
    .addColumn('ordinal', 'integer', required)
    .addColumn('name', 'text', required)
    .addColumn('title', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('grade', 'text', required)
    .addColumn('verb', 'text', required)
    .execute();
}

type Table = CreateTableBuilder<string, string>;

/** A table whose rows belong to a plan, with its key. */
function ofPlan(db: Kysely<unknown>, table: string, key: readonly string[]): Table {
  const start: Table = db.schema.createTable(table);
  return start
    .addColumn('plan_id', 'text', (column) => column.notNull().references('xingbian.plan.id'))
    .addPrimaryKeyConstraint(`${table}_key`, [...key]);
}

/** Rows that hang on a clause. */
function ofClause(table: Table): Table {
  return table
    .addColumn('clause', 'text', required)
    .addForeignKeyConstraint(
      `${table.toOperationNode().table.table.identifier.name}_clause`,
      ['plan_id', 'clause'],
      'clause',
      ['plan_id', 'id'],
    );
}

function withOffsets(table: Table): Table {
  return table
    .addColumn('start_offset', 'integer', required)
    .addColumn('end_offset', 'integer', required);
}

function required<Column extends { notNull(): Column }>(column: Column): Column {
  return column.notNull();
}
