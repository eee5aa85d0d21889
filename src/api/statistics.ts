import { z } from 'zod';
import { Basis, Figure } from '../domain/figure.ts';
import { Indicator, IndicatorsFile } from '../domain/indicator.ts';
import { Absence, Dataset, Enclosed, ObservationStatus } from '../domain/observation.ts';
import { Period } from '../domain/period.ts';
import {
  Certainty,
  FrontierPlace,
  GroupMember,
  Site,
  Territory,
  TerritoryEvent,
  TerritoryGroup,
  TerritoryRegisterFile,
} from '../domain/territory.ts';
import { endpoint } from './endpoint.ts';
import { statisticsPaths } from './paths.ts';
import { ClauseLink, PlanSummary } from './plan.ts';

export { Basis, Figure, Withheld } from '../domain/figure.ts';

/** The instant an answer is of: a publication, and when it was recorded. Number 0 is the empty base. */
export const Instant = z.object({ number: z.number().int(), recorded: z.string().nullable() });
export type Instant = z.infer<typeof Instant>;

/** A place as lists and menus show it. */
export const TerritoryEntry = Territory.pick({
  id: true,
  kind: true,
  name: true,
  shortName: true,
  certainty: true,
  from: true,
  until: true,
  point: true,
}).extend({
  province: z.string().nullable(),
  prefecture: z.string().nullable(),
  groups: z.array(z.string()),
  order: z.number().int().nullable(),
});
export type TerritoryEntry = z.infer<typeof TerritoryEntry>;

/** How far an indicator is covered: places with a figure ever, and by period. */
export const IndicatorEntry = Indicator.extend({
  /** Members of the main group with a figure in any period; of all places for indicators above them. */
  territories: z.number().int(),
  /** Whether those are members of the main group. */
  amongMembers: z.boolean(),
  periods: z.array(z.object({ period: Period, territories: z.number().int() })),
});
export type IndicatorEntry = z.infer<typeof IndicatorEntry>;

/** What there is to choose from: places, groups, indicators, and how far each is covered. */
export const StatisticsCatalog = z.object({
  plan: PlanSummary,
  instant: Instant,
  main: z.string(),
  enclosed: TerritoryRegisterFile.shape.enclosed,
  neighbours: TerritoryRegisterFile.shape.neighbours,
  siteKinds: TerritoryRegisterFile.shape.siteKinds,
  themes: IndicatorsFile.shape.themes,
  indicators: z.array(IndicatorEntry),
  groups: z.array(TerritoryGroup.extend({ count: z.number().int() })),
  /** The state, provinces, prefectures; then the members of the groups in the order of the register. */
  territories: z.array(TerritoryEntry),
  frontier: z.array(FrontierPlace),
  sites: z.array(Site),
  events: z.array(TerritoryEvent),
  /** Memberships that have a date or are not certain; `groups` of a place has the others. */
  memberships: z.array(
    GroupMember.pick({ group: true, territory: true, from: true, until: true, certainty: true }),
  ),
});
export type StatisticsCatalog = z.infer<typeof StatisticsCatalog>;

/** A row of an answer: a place, or a group within a place taken together. */
export const SeriesPlace = z.object({
  /** As it was asked for: `530000`, `border-county@530000`. */
  token: z.string(),
  territory: z.string(),
  group: z.string().nullable(),
  name: z.object({ zh: z.string(), en: z.string() }),
  members: z.number().int().nullable(),
});
export type SeriesPlace = z.infer<typeof SeriesPlace>;

/** Figures by place, indicator and period: `figures[place][indicator][period]`; null where there is nothing. */
export const Series = z.object({
  instant: Instant,
  basis: Basis,
  places: z.array(SeriesPlace),
  indicators: z.array(z.string()),
  periods: z.array(Period),
  figures: z.array(z.array(z.array(Figure.nullable()))),
});
export type Series = z.infer<typeof Series>;

/** One figure's story: where it comes from, what it was before, how it was computed, what it serves. */
export const FigureStory = z.object({
  instant: Instant,
  place: SeriesPlace,
  indicator: Indicator,
  period: Period,
  figure: Figure.nullable(),
  /** The code and name the place had at that time. */
  nameThen: z.object({ code: z.string().nullable(), name: z.string() }),
  /** The newest first; for a figure that is reported, not computed. */
  revisions: z.array(
    z.object({
      number: z.number().int(),
      recorded: z.string(),
      value: z.number().nullable(),
      absence: Absence.nullable(),
      status: ObservationStatus,
      source: z.string(),
      enclosed: Enclosed,
      note: z.string().nullable(),
      file: z.string(),
      dataset: Dataset.pick({ title: true, source: true, licence: true }).nullable(),
    }),
  ),
  /** What it was computed from; empty for a figure that is reported. */
  operands: z.array(
    z.object({
      place: SeriesPlace,
      indicator: z.string(),
      period: Period,
      figure: Figure.nullable(),
    }),
  ),
  clauses: z.array(ClauseLink),
});
export type FigureStory = z.infer<typeof FigureStory>;

/** A membership as a page of the place shows it. */
export const PlaceMembership = z.object({
  group: z.string(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  certainty: Certainty,
  basis: z.string().nullable(),
  source: z.string(),
  note: z.string().nullable(),
});
export type PlaceMembership = z.infer<typeof PlaceMembership>;

/** A publication's number, or an instant in ISO form; the newest without it. */
const asOf = z.string().max(40).optional();
/** Lists with commas; an address is no longer than servers take it. */
const list = z.string().min(1).max(12_000);

export const statisticsEndpoints = {
  catalog: endpoint({
    id: 'statistics.catalog',
    method: 'GET',
    access: 'public',
    path: statisticsPaths.catalog,
    summary: { zh: '地区、指标及其覆盖', en: 'Places, indicators, and how far each is covered' },
    input: z.object({}),
    answer: { kind: 'json', schema: StatisticsCatalog },
    errors: ['statistics-missing'],
  }),
  series: endpoint({
    id: 'statistics.series',
    method: 'GET',
    access: 'public',
    path: statisticsPaths.series,
    summary: { zh: '分地区、指标、时期的数据', en: 'Figures by place, indicator and period' },
    input: z.object({
      /** Tokens of places and groups. */
      t: list,
      /** Ids of indicators. */
      i: list,
      /** Periods: 2015,2018..2020. */
      p: list,
      basis: Basis.default('reported'),
      asOf,
    }),
    answer: { kind: 'json', schema: Series },
    errors: [
      'statistics-missing',
      'place-unknown',
      'indicator-unknown',
      'period-invalid',
      'as-of-invalid',
      'as-of-ahead',
      'too-many-cells',
    ],
  }),
  story: endpoint({
    id: 'statistics.story',
    method: 'GET',
    access: 'public',
    path: statisticsPaths.story,
    summary: { zh: '一个数据的来历', en: 'Where one figure comes from' },
    input: z.object({
      t: list,
      i: z.string(),
      p: z.string(),
      basis: Basis.default('reported'),
      /** Other periods shown beside it, over which a comparable basis has to hold. */
      span: list.optional(),
      asOf,
    }),
    answer: { kind: 'json', schema: FigureStory },
    errors: [
      'statistics-missing',
      'place-unknown',
      'indicator-unknown',
      'period-invalid',
      'as-of-invalid',
      'as-of-ahead',
    ],
  }),
} as const;
