import type { TerritoriesWords } from './territories-zh.ts';

const plural = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;

/** The words of the page of a place in English. */
export const territoriesEn: TerritoriesWords = {
  kinds: {
    state: 'state',
    province: 'province',
    prefecture: 'prefecture',
    county: 'county',
    township: 'township',
    village: 'village',
    corps: 'corps',
    division: 'division',
    farm: 'farm',
  },
  dash: '–',
  borders: (names) => `borders ${names.join(', ')}`,
  bordersOpen: 'the source names no neighbour',
  bordersNone: 'does not touch the frontier',
  left: (year) => `left in ${year}`,
  joined: (year) => `since ${year}`,
  sure: (words, certainty) => `${words} (${certainty})`,
  finding: {
    best: (name, then, now, rank, of) =>
      `${name} ${then === null ? '' : `${then} → `}${now}, rank ${rank} of ${of} with a figure`,
    worst: (name, now, rank) => `${name} ${now}, rank ${rank}`,
    missing: (doubts, gaps) =>
      [
        doubts > 0 ? `${plural(doubts, 'figure')} to be verified` : '',
        gaps > 0 ? `${plural(gaps, 'indicator')} with figures missing` : '',
      ]
        .filter(Boolean)
        .join(', '),
    holds: (count, member) => `Holds ${count} × ${member}`,
    empty: 'No figure was found',
    end: '.',
    join: '; ',
  },
  order: (order, name) => `${order} ${name}`,
  locator: (name, order, of) => `${name} is number ${order} of ${of} places along the frontier`,
  locatorNote: (indicator, period) => `Height: ${indicator}, ${period}`,
  was: (period, value) => `${period}: ${value}`,
  change: (percent) => `${percent}%`,
  inside: (group) => `${group} in it:`,
  notComparable: 'its area changed: not comparable',
  noSites: 'none registered',
  sitesMore: (kind, names) => `${kind}: ${names}`,
  median: 'median county',
  coverage: (present, expected) => `${present}/${expected}`,
  facts: {
    names: 'Codes and names',
    until: (name, year) => `${name} (until ${year})`,
    events: 'Changes of area',
    split: (date, from, to) => `${date}: ${to} was split from ${from}`,
    merge: (date, from, to) => `${date}: ${from} became part of ${to}`,
    transfer: (date, from, to) => `${date}: a part of ${from} went to ${to}`,
    comparable: 'Show them taken together',
    reported: 'Back to figures as reported',
    merged: (names) => `This page takes together: ${names}`,
    land: 'On the land of',
    above: 'Within',
    onLand: (unit) => `${unit} units on its land`,
    sites: 'Ports and zones',
    note: 'Note',
    basis: 'Why it is listed',
    below: 'Consists of',
  },
  levels: {
    census: 'Between two censuses',
    inside: (group, when) => `${group} within: ${when.toLowerCase()}`,
    together: (count, member) =>
      `not of the whole area, but of ${count} × ${member} in it together; the median one where there is nothing to add`,
    between: (first, last) => `Between ${first} and ${last}`,
    isCensus: (publication) => publication?.includes('普查') ?? false,
    legend: (count, first, last) =>
      `ticks: ${count} counties in ${last}; long tick: the median; ring ${first}, disc ${last}`,
    among: (count) => `Among ${count} counties`,
    median: 'Median',
    middle: 'median',
    rank: 'Rank',
    coverage: 'Coverage',
    strip: (name, then, now, rank) => `${name}: ${then} → ${now}${rank}`,
    ranked: (rank, of) => `, rank ${rank} of ${of}`,
    tied: (rank, ties) => `rank ${rank}, shared with ${ties - 1} more`,
    none: 'There is no census figure.',
    notComparable: 'Its area changed in between: the two points are not joined.',
  },
  lines: {
    title: 'During the plan',
    span: (from, to) =>
      `${from}–${to}, beside the nation and its province; money at current prices`,
    breakAt: 'new concept',
    none: (from, to) =>
      `No yearly series with two figures in ${from}–${to}; what is missing stands below.`,
    chart: (name, place, first, last) => `${name}: ${place} ${first} → ${last}`,
    doubtful: 'rings: to be verified',
  },
  doubtList: {
    title: 'To be verified',
    note: 'kept as the source has them',
    none: 'No figure looks wrong.',
    more: (count) => `and ${count} more on the web page`,
  },
  gapList: {
    title: 'What is missing',
    some: (periods) => `no ${periods}`,
    whole: (count) => `${count} wholly missing: `,
    none: 'Every established indicator has its figures.',
    proposed: (count) =>
      `${plural(count, 'proposed indicator')} never collected; these agencies could supply them: `,
    agency: (agency, count) => (count > 1 ? `${agency} ${count}` : agency),
    more: (count) => `and ${count} more on the web page`,
  },
  groups: (name, count) => `${name}: ${count}`,
  foot: {
    sources: 'Sources: ',
    rank: 'Rank 1 is the best; indicators with no better end have none. ',
    sparse: 'The median is of the counties with a figure.',
    current: 'Money is at current prices.',
    enclosed: (unit) => ({
      included: `Figures include the ${unit}.`,
      excluded: `Figures exclude the ${unit}.`,
      unstated: `The sources do not say whether figures include the ${unit}.`,
    }),
    rounding: 'Halves are rounded to even.',
  },
  side: {
    previous: 'Previous county',
    next: 'Next county',
    at: (order, within) => `${order} · ${within}`,
    page: 'This page',
    print: 'Print on A4',
    csv: 'CSV',
    xlsx: 'XLSX',
    explorer: 'In the explorer',
    ribbon: 'On the ribbon',
    beside: 'Counties beside it',
  },
  all: {
    title: 'All figures',
    note: 'A figure opens its story; ochre is to be verified, — is not supplied, or lacks what it is computed from.',
    caption: (name) => `All figures of ${name}`,
    indicator: 'Indicator',
    empty: 'There is none.',
  },
  gaps: {
    title: 'Everything that is missing',
    note: (from, to) =>
      `${from}–${to}. Established indicators that others have and this place has not; proposed ones have no source yet.`,
    indicator: 'Indicator',
    missing: 'Missing',
    agency: 'Who could supply it',
    wholly: 'all',
    proposed: 'proposed, never collected',
  },
  unknown: {
    title: (id) => `No place has the code “${id}”`,
    hint: 'The base has the border counties, farms, and the prefectures and provinces they lie in. The code in the address is not among them: it may be mistyped or have been replaced. Look for a place by its present or former name, or by its code.',
    list: 'All places',
    statistics: 'Choose in the explorer',
  },
  citation: (name, code, instant, address) =>
    `${name} (${code}), Xingbian statistical base, ${instant}, ${address}`,
};
