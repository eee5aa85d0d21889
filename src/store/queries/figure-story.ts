import { type Kysely, sql } from 'kysely';
import type { FigureStory } from '../../api/statistics.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Basis, Figure } from '../../domain/figure.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { type PeriodNumber, periodText, yearOf } from '../../domain/period.ts';
import { type Operand, operandsOf } from '../../statistics/evaluate.ts';
import { nameIn } from '../../statistics/name-then.ts';
import { type Row, rowsOf } from '../../statistics/place-token.ts';
import type { Tables } from '../schema.ts';
import { type Reading, readAt } from '../statistics/instant.ts';
import { readFigures } from '../statistics/read-figures.ts';
import { readLinks } from './links.ts';
import { periodsOf, readingOf, rowsOfTokens, seriesPlaceOf } from './series.ts';

/** One figure: a token of one place or group, an indicator, a period. */
export interface StoryInput {
  readonly t: string;
  readonly i: string;
  readonly p: string;
  readonly basis: Basis;
  readonly asOf?: string | undefined;
}

/**
 * Resolves to where a figure comes from, what it was before, what it is computed from and which
 * clauses it serves. Refuses with `place-unknown` (also for a token of several rows),
 * `indicator-unknown`, `period-invalid`, and what `readAt` refuses.
 */
export async function readStory(
  db: Kysely<Tables>,
  plan: string,
  input: StoryInput,
): Promise<FigureStory> {
  return await readAt(db, plan, input.asOf, async (given) => {
    const reading = readingOf(given, [input.i]);
    const { definition } = reading;
    const indicator = definition.indicators.get(input.i);
    if (!indicator) throw new AppError('indicator-unknown', { indicator: input.i });
    const [period, ...others] = periodsOf(input.p);
    if (period === undefined || others.length > 0)
      throw new AppError('period-invalid', { period: input.p });
    const [row, ...more] = rowsOfTokens(input.t, [period], definition.places);
    if (!row || more.length > 0) throw new AppError('place-unknown', { place: input.t });
    const ask = { indicator: input.i, period };
    return {
      instant: reading.instant,
      place: seriesPlaceOf(row, [period]),
      indicator,
      period: periodText(period),
      figure: await figureAt(reading, row, ask, input.basis),
      nameThen: nameThen(row, period, reading),
      revisions: row.membersIn ? [] : await readRevisions(reading, row.territory, ask),
      operands: await readOperands(reading, row, ask, input.basis),
      clauses: await clausesOf(reading, indicator),
    };
  });
}

async function figureAt(
  reading: Reading,
  row: Row,
  ask: Operand,
  basis: Basis,
): Promise<Figure | null> {
  const figures = await readFigures(reading, {
    rows: [row],
    indicators: [ask.indicator],
    periods: [ask.period],
    basis,
  });
  return figures[0]?.[0]?.[0] ?? null;
}

function nameThen(row: Row, period: PeriodNumber, { definition }: Reading) {
  const territory = definition.places.territory(row.territory);
  if (row.membersIn || !territory) return { code: null, name: row.name.zh };
  return nameIn(territory, yearOf(period));
}

interface RevisionRow {
  readonly number: number;
  readonly recorded: Date;
  readonly value: string | null;
  readonly absence: FigureStory['revisions'][number]['absence'];
  readonly status: FigureStory['revisions'][number]['status'];
  readonly source: string;
  readonly enclosed: FigureStory['revisions'][number]['enclosed'];
  readonly note: string | null;
  readonly file: string;
  readonly dataset: NonNullable<FigureStory['revisions'][number]['dataset']> | null;
}

async function readRevisions(
  { db, definition, number }: Reading,
  territory: string,
  ask: Operand,
): Promise<FigureStory['revisions']> {
  const keys = [
    definition.territoryKeys.get(territory),
    definition.indicatorKeys.get(ask.indicator),
  ];
  const { rows } = await sql<RevisionRow>`
    select o.number, p.recorded, o.value, o.absence, o.status, s.text as source, s.enclosed,
      o.note, p.file, p.dataset
    from xingbian.observation o
    join xingbian.source s on s.key = o.source
    join xingbian.publication p on p.plan_id = ${definition.plan} and p.number = o.number
    where o.territory = ${keys[0] ?? null}::int and o.indicator = ${keys[1] ?? null}::int
      and o.period = ${ask.period} and o.breakdown = '' and o.number <= ${number}
    order by o.number desc`.execute(db);
  return rows.map(({ value, recorded, dataset, ...row }) => ({
    ...row,
    recorded: recorded.toISOString(),
    value: value === null ? null : Number(value),
    dataset: dataset?.title
      ? { title: dataset.title, source: dataset.source, licence: dataset.licence }
      : null,
  }));
}

/** Of a formula what it is applied to; of a group what its members have, or the parts of a quotient. */
async function readOperands(
  reading: Reading,
  row: Row,
  ask: Operand,
  basis: Basis,
): Promise<FigureStory['operands']> {
  const { definition } = reading;
  const indicator = definition.indicators.get(ask.indicator);
  const parts = partsOf(indicator, ask, row);
  const rows = parts ? [row] : membersOf(row, ask.period, reading);
  const asks = parts ?? weighed(indicator, ask);
  if (rows.length === 0) return [];
  const figures = await readFigures(reading, {
    rows,
    indicators: [...new Set(asks.map((one) => one.indicator))],
    periods: [...new Set(asks.map((one) => one.period))],
    basis,
  });
  const indicators = [...new Set(asks.map((one) => one.indicator))];
  const periods = [...new Set(asks.map((one) => one.period))];
  return rows.flatMap((member, r) =>
    asks.map(({ indicator: id, period }) => ({
      place: seriesPlaceOf(member, [period]),
      indicator: id,
      period: periodText(period),
      figure: figures[r]?.[indicators.indexOf(id)]?.[periods.indexOf(period)] ?? null,
    })),
  );
}

function partsOf(
  indicator: Indicator | undefined,
  ask: Operand,
  row: Row,
): readonly Operand[] | null {
  if (indicator?.derived) return operandsOf(indicator.derived, ask.period) ?? [];
  const aggregation = indicator?.aggregation;
  if (!row.membersIn || aggregation?.kind !== 'ratio') return null;
  return [aggregation.numerator, aggregation.denominator].map((id) => ({
    indicator: id,
    period: ask.period,
  }));
}

function weighed(indicator: Indicator | undefined, ask: Operand): readonly Operand[] {
  const aggregation = indicator?.aggregation;
  if (aggregation?.kind !== 'mean') return [ask];
  return [ask, { indicator: aggregation.weight, period: ask.period }];
}

function membersOf(row: Row, period: PeriodNumber, { definition }: Reading): readonly Row[] {
  const members = row.membersIn?.(yearOf(period)) ?? [];
  return members.flatMap((territory) =>
    rowsOf({ kind: 'place', territory }, [], definition.places),
  );
}

async function clausesOf(
  { db, definition }: Reading,
  indicator: Indicator,
): Promise<FigureStory['clauses']> {
  if (indicator.clauses.length === 0) return [];
  const links = await readLinks(db, definition.plan);
  return indicator.clauses.flatMap((id) => links.get(id)?.link ?? []);
}
