import { type Kysely, sql } from 'kysely';
import type { FigureStory } from '../../api/statistics.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Basis, Figure } from '../../domain/figure.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { type PeriodNumber, periodText, yearOf } from '../../domain/period.ts';
import { calculationOf } from '../../statistics/calculation.ts';
import { type Operand, operandsOf } from '../../statistics/evaluate.ts';
import { nameIn } from '../../statistics/name-then.ts';
import { type Row, rowsOf } from '../../statistics/place-token.ts';
import type { Tables } from '../schema.ts';
import { type Reading, readAt } from '../statistics/instant.ts';
import { linesOf } from '../statistics/lines.ts';
import { readFigures } from '../statistics/read-figures.ts';
import { readLinks } from './links.ts';
import { periodsOf, readingOf, rowsOfTokens, seriesPlaceOf } from './series.ts';

/** One figure: a token of one place or group, an indicator, a period. */
export interface StoryInput {
  readonly t: string;
  readonly i: string;
  readonly p: string;
  readonly basis: Basis;
  /** The other periods it stands beside: on a comparable basis places are brought onto all of them. */
  readonly span?: string | undefined;
  readonly asOf?: string | undefined;
}

/** The basis of a figure, and the periods it is comparable over. */
interface Within {
  readonly basis: Basis;
  readonly span: readonly PeriodNumber[];
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
    const within = { basis: input.basis, span: input.span ? periodsOf(input.span) : [] };
    return {
      instant: reading.instant,
      place: seriesPlaceOf(row, [period]),
      indicator,
      period: periodText(period),
      figure: (await figuresAt(reading, [row], [ask], within))[0]?.[0] ?? null,
      nameThen: nameThen(row, period, reading),
      revisions: row.membersIn ? [] : await readRevisions(reading, row.territory, ask),
      operands: await readOperands(reading, row, ask, within),
      clauses: await clausesOf(reading, indicator),
    };
  });
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
  within: Within,
): Promise<FigureStory['operands']> {
  const indicator = reading.definition.indicators.get(ask.indicator);
  const parts = partsOf(indicator, ask, row);
  const rows = parts ? [row] : await membersOf(reading, row, ask, within);
  const asks = parts ?? weighed(indicator, ask);
  const figures = await figuresAt(reading, rows, asks, within);
  return rows.flatMap((member, r) =>
    asks.map(({ indicator: id, period }, a) => ({
      place: seriesPlaceOf(member, [period]),
      indicator: id,
      period: periodText(period),
      figure: figures[r]?.[a] ?? null,
    })),
  );
}

/** Figures by row and by what is asked, on the territory of the whole span. */
async function figuresAt(
  reading: Reading,
  rows: readonly Row[],
  asks: readonly Operand[],
  { basis, span }: Within,
): Promise<(Figure | null)[][]> {
  if (rows.length === 0) return [];
  const indicators = [...new Set(asks.map(({ indicator }) => indicator))];
  const periods = [...new Set([...asks.map(({ period }) => period), ...span])];
  const figures = await readFigures(reading, { rows, indicators, periods, basis });
  return figures.map((ofRow) =>
    asks.map(
      ({ indicator, period }) =>
        ofRow[indicators.indexOf(indicator)]?.[periods.indexOf(period)] ?? null,
    ),
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

/** The members as the figure counts them: on a comparable basis places taken together are one. */
async function membersOf(
  reading: Reading,
  row: Row,
  ask: Operand,
  { basis, span }: Within,
): Promise<readonly Row[]> {
  if (!row.membersIn) return [];
  const { definition } = reading;
  const asked = {
    ...{ rows: [row], indicators: [ask.indicator], basis },
    periods: [ask.period, ...span],
  };
  const calculation = calculationOf({ ...definition, reported: () => undefined });
  const [line] = await linesOf(reading, asked, calculation);
  const units = line?.unitsIn(yearOf(ask.period)) ?? [];
  return units.flatMap(({ territory, comparable }) => {
    const [member] = rowsOf({ kind: 'place', territory }, [], definition.places);
    if (!member || comparable?.basis !== 'merged') return member ?? [];
    const names = comparable.territories.map((id) => definition.places.territory(id)?.name ?? id);
    return { ...member, name: { zh: names.join('、'), en: names.join(', ') } };
  });
}

async function clausesOf(
  { db, definition }: Reading,
  indicator: Indicator,
): Promise<FigureStory['clauses']> {
  if (indicator.clauses.length === 0) return [];
  const links = await readLinks(db, definition.plan);
  return indicator.clauses.flatMap((id) => links.get(id)?.link ?? []);
}
