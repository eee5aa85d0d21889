import { z } from 'zod';
import { Commitment } from '../domain/commitment.ts';
import { Basis, Figure } from '../domain/figure.ts';
import { Indicator } from '../domain/indicator.ts';
import { Doubt, Enclosed } from '../domain/observation.ts';
import { Period } from '../domain/period.ts';
import {
  FrontierPlace,
  Hierarchy,
  Site,
  Territory,
  TerritoryEvent,
  TerritoryGroup,
  TerritoryName,
  TerritoryRegisterFile,
} from '../domain/territory.ts';
import { endpoint } from './endpoint.ts';
import { statisticsPagePaths } from './paths.ts';
import { ClauseLink, PlanSummary } from './plan.ts';
import { Instant, PlaceMembership } from './statistics.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });

/** A place as others refer to it. */
export const PlaceLink = Territory.pick({
  id: true,
  kind: true,
  name: true,
  shortName: true,
  certainty: true,
});
export type PlaceLink = z.infer<typeof PlaceLink>;

/** A group as pages refer to it. */
export const GroupLink = TerritoryGroup.pick({ id: true, name: true, member: true });
export type GroupLink = z.infer<typeof GroupLink>;

/** What a page needs of an indicator to print its figures. */
export const IndicatorBrief = Indicator.pick({
  id: true,
  theme: true,
  name: true,
  unit: true,
  shownIn: true,
  direction: true,
  digits: true,
  range: true,
  aggregation: true,
  derived: true,
  breaks: true,
  standing: true,
  source: true,
});
export type IndicatorBrief = z.infer<typeof IndicatorBrief>;

/** A figure in doubt, with the doubts on it. */
export const DoubtfulFigure = z.object({
  territory: z.string(),
  indicator: z.string(),
  period: Period,
  value: z.number().nullable(),
  doubts: z.array(Doubt),
});
export type DoubtfulFigure = z.infer<typeof DoubtfulFigure>;

/** Where a place stands among the members of the main group in one period. */
export const Standing = z.object({
  period: Period,
  /** 1 for the best; null where more is neither better nor worse. */
  rank: z.number().int().nullable(),
  /** How many share the rank. */
  ties: z.number().int(),
  present: z.number().int(),
  expected: z.number().int(),
  median: z.number().nullable(),
  /** In the order of the page's members. */
  values: z.array(z.number().nullable()),
});
export type Standing = z.infer<typeof Standing>;

/** An indicator's figures of a place, by the page's periods, and of what it is compared with. */
export const PlaceFigures = z.object({
  indicator: z.string(),
  own: z.array(Figure.nullable()),
  /** Of its province and of the state; null where they have none. */
  province: z.array(Figure.nullable()).nullable(),
  state: z.array(Figure.nullable()).nullable(),
  /** Of the members of the main group in it, taken together; null for a place that holds none. */
  together: z.array(Figure.nullable()).nullable(),
  /** Of the last period in the plan with a figure; null for a place that is no member. */
  position: Standing.nullable(),
});
export type PlaceFigures = z.infer<typeof PlaceFigures>;

/** What is not there: periods of the plan in which others have a figure and this place has none. */
export const Gap = z.object({
  indicator: z.string(),
  /** Empty where it has none at all in the plan's period. */
  periods: z.array(Period),
});
export type Gap = z.infer<typeof Gap>;

/** One place on one page: who it is, what is known, and what is not. */
export const TerritoryPage = z.object({
  plan: PlanSummary,
  instant: Instant,
  basis: Basis,
  main: GroupLink,
  enclosed: TerritoryRegisterFile.shape.enclosed,
  territory: Territory,
  /** From the nearest up; `land`: it only lies on its land. */
  above: z.array(z.object({ place: PlaceLink, hierarchy: Hierarchy })),
  memberships: z.array(PlaceMembership.extend({ name: bilingual, member: bilingual })),
  /** Null for a place that is not on the frontier. */
  frontier: FrontierPlace.extend({
    of: z.number().int(),
    neighbourNames: z.array(bilingual),
    previous: PlaceLink.extend({ order: z.number().int(), within: z.string() }).nullable(),
    next: PlaceLink.extend({ order: z.number().int(), within: z.string() }).nullable(),
  }).nullable(),
  /** The members of the main group along the frontier, those not on it last. */
  members: z.array(z.object({ id: z.string(), shortName: z.string(), province: z.string() })),
  sites: z.array(Site.extend({ kindName: bilingual })),
  /** Places that lie on its land, such as farms. */
  onLand: z.array(PlaceLink),
  /** Places directly in it. */
  below: z.array(PlaceLink),
  /** Members of groups in it. */
  groups: z.array(z.object({ group: GroupLink, places: z.array(PlaceLink) })),
  events: z.array(z.object({ event: TerritoryEvent, from: PlaceLink, to: PlaceLink })),
  indicators: z.array(IndicatorBrief),
  /** Those that measures of commitments rest on, in the order of the plan: shown first. */
  leading: z.array(z.string()),
  periods: z.array(Period),
  figures: z.array(PlaceFigures),
  doubts: z.array(DoubtfulFigure),
  gaps: z.array(Gap),
  /** What its figures come from. */
  sources: z.array(z.object({ text: z.string(), enclosed: Enclosed, count: z.number().int() })),
});
export type TerritoryPage = z.infer<typeof TerritoryPage>;

/** A row of a ranking. */
export const RankedPlace = z.object({
  territory: z.string(),
  figure: Figure.nullable(),
  /** Null where there is no figure, or more is neither better nor worse. */
  rank: z.number().int().nullable(),
});
export type RankedPlace = z.infer<typeof RankedPlace>;

/** How values of members are spread, in the unit of the indicator. */
export const Distribution = z.object({
  min: z.number(),
  lower: z.number(),
  median: z.number(),
  upper: z.number(),
  max: z.number(),
  bins: z.array(z.object({ from: z.number(), to: z.number(), count: z.number().int() })),
});
export type Distribution = z.infer<typeof Distribution>;

const related = z.object({ id: z.string(), name: bilingual });

/** One indicator on one page: what it is, what it serves, who has it, and how it is spread. */
export const IndicatorPage = z.object({
  plan: PlanSummary,
  instant: Instant,
  main: GroupLink,
  enclosed: TerritoryRegisterFile.shape.enclosed,
  indicator: Indicator,
  theme: related.nullable(),
  /** Indicators named in its formula or its aggregation. */
  restsOn: z.array(related),
  usedBy: z.array(related),
  clauses: z.array(ClauseLink),
  commitments: z.array(
    z.object({
      clause: ClauseLink,
      commitment: Commitment.pick({ id: true, text: true, verb: true, grade: true }),
    }),
  ),
  /** Of the members of the main group, by period. */
  coverage: z.array(
    z.object({ period: Period, present: z.number().int(), expected: z.number().int() }),
  ),
  /** The period ranked; null where nobody has any figure. */
  period: Period.nullable(),
  /** The best first where more is better or worse, else along the frontier; those without last. */
  ranking: z.array(RankedPlace),
  places: z.array(PlaceLink.extend({ province: z.string(), order: z.number().int().nullable() })),
  distribution: Distribution.nullable(),
  periods: z.array(Period),
  /** The state and the provinces, by period: their own figures, and the main group in them. */
  totals: z.array(
    z.object({
      place: PlaceLink,
      own: z.array(Figure.nullable()),
      together: z.array(Figure.nullable()),
    }),
  ),
  sources: z.array(z.object({ text: z.string(), enclosed: Enclosed, count: z.number().int() })),
  doubts: z.array(DoubtfulFigure),
});
export type IndicatorPage = z.infer<typeof IndicatorPage>;

/** A place that was found by a name or a code. */
export const FoundPlace = PlaceLink.extend({
  code: z.string().nullable(),
  /** The province and prefecture it lies in, short. */
  within: z.string(),
  /** What it was found by, where that is no longer its name or code. */
  former: TerritoryName.pick({ code: true, name: true, until: true }).nullable(),
});
export type FoundPlace = z.infer<typeof FoundPlace>;

/** What a search finds among places and indicators; `counts` say how many there are in all. */
export const StatisticsFound = z.object({
  query: z.string(),
  places: z.array(FoundPlace),
  indicators: z.array(
    Indicator.pick({ id: true, name: true, unit: true, shownIn: true, standing: true }),
  ),
  counts: z.object({ places: z.number().int(), indicators: z.number().int() }),
});
export type StatisticsFound = z.infer<typeof StatisticsFound>;

/** A publication's number, or an instant in ISO form; the newest without it. */
const asOf = z.string().max(40).optional();

export const statisticsPageEndpoints = {
  find: endpoint({
    id: 'statistics.find',
    method: 'GET',
    access: 'public',
    path: statisticsPagePaths.find,
    summary: { zh: '按名称或代码查地区和指标', en: 'Places and indicators by name or code' },
    input: z.object({ q: z.string().trim().min(1).max(100) }),
    answer: { kind: 'json', schema: StatisticsFound },
    errors: ['statistics-missing', 'input-invalid'],
  }),
  territory: endpoint({
    id: 'statistics.territory',
    method: 'GET',
    access: 'public',
    path: statisticsPagePaths.territory,
    summary: {
      zh: '一个地区：是谁、有什么数、缺什么',
      en: 'One place: who it is, its figures, what is missing',
    },
    input: z.object({ id: z.string().max(40), basis: Basis.default('reported'), asOf }),
    answer: { kind: 'json', schema: TerritoryPage },
    errors: ['statistics-missing', 'place-unknown', 'as-of-invalid', 'as-of-ahead'],
  }),
  indicator: endpoint({
    id: 'statistics.indicator',
    method: 'GET',
    access: 'public',
    path: statisticsPagePaths.indicator,
    summary: {
      zh: '一项指标：定义、条款、覆盖、排序、分布',
      en: 'One indicator: definition, clauses, coverage, ranking, distribution',
    },
    input: z.object({ id: z.string().max(100), p: z.string().max(10).optional(), asOf }),
    answer: { kind: 'json', schema: IndicatorPage },
    errors: [
      'statistics-missing',
      'indicator-unknown',
      'period-invalid',
      'as-of-invalid',
      'as-of-ahead',
    ],
  }),
} as const;
