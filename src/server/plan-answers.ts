import type { Kysely } from 'kysely';
import type { planEndpoints } from '../api/plan.ts';
import type { Language } from '../domain/finding.ts';
import type { Table } from '../domain/table.ts';
import { writeCsv } from '../exchange/table-csv.ts';
import { writeXlsx } from '../exchange/table-xlsx.ts';
import { readAgencies, readAgency } from '../store/queries/agencies.ts';
import { readClausePage } from '../store/queries/clause-page.ts';
import { readDocument } from '../store/queries/document.ts';
import { readLedger } from '../store/queries/ledger.ts';
import { readMatrix } from '../store/queries/matrix.ts';
import { search } from '../store/queries/search.ts';
import { readSummary } from '../store/queries/summary.ts';
import type { Tables } from '../store/schema.ts';
import type { Answerers, FileAnswer } from './answerer.ts';
import { ledgerTables } from './ledger-table.ts';
import { matrixTable } from './matrix-table.ts';

/** One answerer for each endpoint of the plan. */
export const planAnswers: Answerers<typeof planEndpoints> = {
  summary: (db, plan) => readSummary(db, plan),
  document: (db, plan) => readDocument(db, plan),
  clause: (db, plan, { id }) => readClausePage(db, plan, id),
  matrix: (db, plan) => readMatrix(db, plan),
  matrixCsv: async (db, plan, { lang }) => csv(await matrix(db, plan, lang)),
  matrixXlsx: async (db, plan, { lang }) => await xlsx([await matrix(db, plan, lang)]),
  agencies: (db, plan) => readAgencies(db, plan),
  agency: (db, plan, { name }) => readAgency(db, plan, name),
  ledger: (db, plan) => readLedger(db, plan),
  ledgerCsv: async (db, plan, { lang }) => csv((await ledger(db, plan, lang))[0]),
  ledgerXlsx: async (db, plan, { lang }) => await xlsx(await ledger(db, plan, lang)),
  search: (db, plan, input) => search(db, plan, input),
};

async function matrix(db: Kysely<Tables>, plan: string, language: Language): Promise<Table> {
  return matrixTable(await readMatrix(db, plan), language);
}

async function ledger(db: Kysely<Tables>, plan: string, language: Language) {
  return ledgerTables(await readLedger(db, plan), language);
}

function csv(table: Table): FileAnswer {
  return { name: `${table.name}.csv`, bytes: writeCsv(table) };
}

async function xlsx(tables: readonly [Table, ...Table[]]): Promise<FileAnswer> {
  return { name: `${tables[0].name}.xlsx`, bytes: await writeXlsx(tables) };
}
