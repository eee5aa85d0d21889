import { z } from 'zod';

/** What a place is. A `corps` is a body that runs divisions and farms beside the counties. */
export const TerritoryKind = z.enum([
  'state',
  'province',
  'prefecture',
  'county',
  'township',
  'village',
  'corps',
  'division',
  'farm',
]);
export type TerritoryKind = z.infer<typeof TerritoryKind>;

/** A day, a month or a year, as exact as the source is. */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'such as 2013, 2013-03');
export type PartialDate = z.infer<typeof PartialDate>;

/** How sure a row is: stated by its source, and carried on to every page that shows it. */
export const Certainty = z.enum(['certain', 'probable', 'candidate', 'unverified']);
export type Certainty = z.infer<typeof Certainty>;

/** Valid from a date on, up to but without another; null where open or not known. */
const dated = { from: PartialDate.nullable(), until: PartialDate.nullable() };

/** What says so, and how sure it is. */
const sourced = { certainty: Certainty, source: z.string().min(1), note: z.string().nullable() };

/** A code and a name a place had for a time. */
export const TerritoryName = z.strictObject({
  code: z.string().nullable(),
  name: z.string().min(1),
  ...dated,
  source: z.string().min(1),
});
export type TerritoryName = z.infer<typeof TerritoryName>;

/** A place, for as long as it exists. Its id never changes; codes and names may. */
export const Territory = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]+$/),
  kind: TerritoryKind,
  /** The newest name, and what it is called where space is short. */
  name: z.string().min(1),
  shortName: z.string().min(1),
  ...dated,
  /** Every code and name, the newest last. */
  names: z.array(TerritoryName),
  /** A point inside it, for point and tile views only. */
  point: z.strictObject({ lon: z.number(), lat: z.number() }).nullable(),
  ...sourced,
});
export type Territory = z.infer<typeof Territory>;

/**
 * In what sense one place is within another: `administrative` and `corps` add up, `land` only says
 * on whose land it lies.
 */
export const Hierarchy = z.enum(['administrative', 'corps', 'land']);
export type Hierarchy = z.infer<typeof Hierarchy>;

export const TerritoryRelation = z.strictObject({
  territory: z.string(),
  hierarchy: Hierarchy,
  within: z.string(),
  ...dated,
  source: z.string().min(1),
});
export type TerritoryRelation = z.infer<typeof TerritoryRelation>;

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/**
 * How a group comes by its members: named one by one, the places above another group's members, or
 * several groups together.
 */
export const GroupRule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('listed') }),
  z.strictObject({ rule: z.literal('above'), group: z.string(), kind: TerritoryKind }),
  z.strictObject({ rule: z.literal('union'), groups: z.array(z.string()).min(2) }),
]);
export type GroupRule = z.infer<typeof GroupRule>;

/** A set of places that share something for a time. */
export const TerritoryGroup = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: bilingual,
  /** What one member is called: 边境县. */
  member: bilingual,
  definition: bilingual,
  members: GroupRule,
  /** `dated`: a member counts while it is one. `ever`: whoever was one counts in every period. */
  counted: z.enum(['dated', 'ever']),
  /** Totals are kept for the group in the state, each province and each prefecture. */
  totals: z.boolean(),
  clauses: z.array(z.string()),
});
export type TerritoryGroup = z.infer<typeof TerritoryGroup>;

export const GroupMember = z.strictObject({
  group: z.string(),
  territory: z.string(),
  ...dated,
  basis: z.string().nullable(),
  ...sourced,
});
export type GroupMember = z.infer<typeof GroupMember>;

/**
 * A change of places: a part of one becomes, or goes to, another. `whole` says whether what went is
 * all of what `to` began with. `share` is the part of `from` that went, and of what.
 */
export const TerritoryEvent = z.strictObject({
  id: z.string(),
  kind: z.enum(['split', 'merge', 'transfer']),
  date: PartialDate,
  from: z.string(),
  to: z.string(),
  whole: z.enum(['yes', 'no', 'unknown']),
  share: z.strictObject({ value: z.number().min(0).max(1), of: z.string() }).nullable(),
  ...sourced,
});
export type TerritoryEvent = z.infer<typeof TerritoryEvent>;

/** A place's position along the land frontier. Order is data; distance is not told. */
export const FrontierPlace = z.strictObject({
  territory: z.string(),
  order: z.number().int().positive(),
  /** Names of neighbouring states; empty where the source leaves it blank. */
  neighbours: z.array(z.string()),
  basis: z.string(),
  touches: z.enum(['yes', 'no', 'estuary']),
  note: z.string().nullable(),
});
export type FrontierPlace = z.infer<typeof FrontierPlace>;

/** Something at a place: a port of entry, a zone. */
export const Site = z.strictObject({
  kind: z.string(),
  name: z.string().min(1),
  territory: z.string(),
  ...sourced,
});
export type Site = z.infer<typeof Site>;

/** territory/register.yaml: the groups, and which of them the pages open with. */
export const TerritoryRegisterFile = z.strictObject({
  /** The group whose totals and whose order along the frontier the pages begin with. */
  main: z.string(),
  /** The words for enclosed units in 含/不含…: 兵团. */
  enclosed: bilingual,
  /** The states that may stand as neighbours. */
  neighbours: z.array(bilingual),
  siteKinds: z.array(z.strictObject({ id: z.string(), name: bilingual })),
  /** Indicators by which older figures of a place are divided among those that came of it, the best first. */
  apportionBy: z.array(z.string()).optional(),
  groups: z.array(TerritoryGroup),
});
export type TerritoryRegisterFile = z.infer<typeof TerritoryRegisterFile>;

/** Everything that is known of the territory. */
export const TerritoryRegister = TerritoryRegisterFile.extend({
  territories: z.array(Territory),
  relations: z.array(TerritoryRelation),
  members: z.array(GroupMember),
  events: z.array(TerritoryEvent),
  frontier: z.array(FrontierPlace),
  sites: z.array(Site),
});
export type TerritoryRegister = z.infer<typeof TerritoryRegister>;
