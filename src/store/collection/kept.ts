import { sql } from 'kysely';
import type { KeptElsewhere } from '../../api/collection.ts';
import { AppError } from '../../domain/app-error.ts';
import { type FindingCode, finding } from '../../domain/finding.ts';
import type { Form } from '../../domain/form.ts';
import type { Absence } from '../../domain/observation.ts';
import { type PeriodNumber, periodText } from '../../domain/period.ts';
import type { Visit } from '../visit.ts';
import { bodyName, type Desk } from './desk.ts';
import { formsOf } from './entries.ts';

/** Says that its author is done with a kept value; the row stays. Refuses with `not-found`. */
export async function dismissKept({ db }: Pick<Visit, 'db'>, id: number): Promise<void> {
  const { rows } = await sql`update xingbian.kept_save set dismissed_at = now()
    where id = ${id} and dismissed_at is null returning id`.execute(db);
  if (rows.length === 0) throw new AppError('not-found');
}

interface KeptRow {
  readonly id: number;
  readonly indicator: string;
  readonly value: string | null;
  readonly absence: Absence | null;
  readonly note: string | null;
  readonly cause: string;
  readonly arrived: Date;
  readonly body: string;
  readonly form: string;
  readonly period: PeriodNumber;
  readonly version: number;
}

/** Resolves to what was kept for the visitor of forms they fill in no longer, the oldest first. */
export async function readKeptElsewhere(desk: Desk): Promise<KeptElsewhere[]> {
  const { db, plan } = desk;
  const { rows } = await sql<KeptRow>`select * from xingbian.kept_elsewhere(${plan})`.execute(db);
  const forms = await formsOf(desk, rows);
  return rows.flatMap((row) => {
    const form = forms.get(row.version)?.(row.form);
    return form ? [keptView(desk, row, form)] : [];
  });
}

function keptView(desk: Desk, row: KeptRow, form: Form): KeptElsewhere {
  const { id, indicator, value, absence, note } = row;
  const known = desk.definition.indicators.get(indicator);
  return {
    ...{ id, indicator, value, absence, note },
    finding: finding(row.cause as FindingCode),
    arrived: row.arrived.toISOString(),
    formNumber: form.number,
    formTitle: form.title,
    period: periodText(row.period),
    bodyName: bodyName(desk, row.body),
    name: known?.name ?? { zh: indicator, en: indicator },
    unit: known?.unit ?? '',
  };
}
