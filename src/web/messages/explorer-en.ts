import type { ExplorerWords } from './explorer-zh.ts';
import { plural } from './plural.ts';

/** The words of the data explorer in English. */
export const explorerEn: ExplorerWords = {
  title: 'Statistics',
  stop: '.',
  dash: '–',
  span: (from, to) => (from === to ? from : `${from}–\u2060${to}`),
  members: (within, count, member) => `${plural(count, member)}${within ? ` of ${within}` : ''}`,
  several: (count) => plural(count, 'place'),
  head: (rows, span, moves) => (moves ? `${rows}, ${span}: ${moves}` : `${rows}, ${span}`),
  moves: (name, up, down) => {
    const parts = [up > 0 ? `up in ${up}` : '', down > 0 ? `down in ${down}` : ''];
    return `${name} ${(up >= down ? parts : parts.toReversed()).filter(Boolean).join(', ')}`;
  },
  signs: (name, up, down) => {
    const parts = [up > 0 ? `positive in ${up}` : '', down > 0 ? `negative in ${down}` : ''];
    return `${name} ${(up >= down ? parts : parts.toReversed()).filter(Boolean).join(', ')}`;
  },
  lede: (compared, changed, unknown) => {
    const others = [
      changed > 0 ? `${changed} whose territory changed` : '',
      unknown > 0 ? `${unknown} without a figure at one end` : '',
    ];
    return `${[`${compared} comparable`, ...others].filter(Boolean).join(', ')}.`;
  },
  groupWithin: (within, group) => (within ? `${group}, ${within}` : group),
  nothing:
    'No indicator or place is chosen. Tick indicators on the left and add places under “Places”.',
  noFigures:
    'There are no figures for these places, indicators and years. Try other years, or indicators with more coverage.',
  rail: {
    title: 'Indicators',
    coverage: () => 'covered',
    coverageNow: () => 'covered today',
    search: 'Find an indicator',
    proposed: 'To be collected',
    proposedNote: 'Not yet supplied by anyone',
    open: (count) => plural(count, 'indicator'),
    close: 'Done',
    none: 'No such indicator',
  },
  places: {
    button: 'Places',
    title: 'Choose places',
    group: 'Group',
    within: 'Within',
    form: 'As',
    each: 'One by one',
    together: 'Total',
    add: 'Add',
    replace: 'Show only these',
    one: 'Add a place',
    oneHint: 'name in Chinese, or code',
    chosen: 'Chosen',
    remove: (name) => `Remove ${name}`,
    whole: 'The nation',
    provinces: 'Provinces and regions',
    zones: 'Prefectures',
    sumOf: (name) => `${name} (total)`,
    unknown: 'No such place',
    unknownTitle: 'There is no such place',
    unknownHint:
      'The place in the address is not among those with statistics. Go back and choose under “Places”.',
    back: 'Back to statistics',
    empty: 'No place chosen',
  },
  years: { button: 'Years', title: 'Choose years', all: 'All years with figures' },
  compare: {
    button: 'Compare',
    title: 'Rows that stay on top',
    none: 'nothing',
    rows: (count) => plural(count, 'row'),
  },
  view: { label: 'View', table: 'Table', lines: 'Lines', bars: 'Bars', ribbon: 'Ribbon' },
  measure: { label: 'Figures', value: 'Figures', 'per-capita': 'Per person', growth: 'Growth' },
  layout: { label: 'Columns', ends: 'First and last', each: 'Every year' },
  basis: {
    label: 'Territorial basis',
    reported: 'As reported',
    merged: 'Comparable: merged',
    apportioned: 'Comparable: apportioned',
  },
  sort: {
    label: 'Order',
    frontier: 'Along the frontier',
    official: 'By code',
    pinyin: 'By pinyin',
    strokes: 'By strokes',
    figure: (name, down) => `${name}, ${down ? 'highest first' : 'lowest first'}`,
    by: (name) => `Order by ${name}`,
  },
  asOf: {
    button: 'As of',
    title: 'Figures as of an instant',
    note: 'Every publication has a number. What is read by number or day never changes afterwards.',
    number: 'Publication number',
    date: 'Or a day',
    show: 'Show',
    newest: 'Back to the newest',
    short: (number) => `no. ${number}`,
    publication: (number, date) => `Publication ${number} (${date})`,
    empty: 'no figures yet',
  },
  reset: 'Reset',
  table: {
    caption: (rows, indicators, span) =>
      `${plural(rows, 'place')}, ${plural(indicators, 'indicator')}, ${span}`,
    area: 'Prefecture',
    place: 'Place',
    change: 'Change',
    noSum: (coverage) => `${coverage}, no total`,
    partOf: (present) => `of ${present} together`,
    medianOf: (present) => `median of ${present}`,
    figureIn: (place, indicator, period) => `${place}, ${indicator}, ${period}`,
    doubtful: '?',
    doubtfulOf: (count) => `${plural(count, 'figure')} to be verified among them`,
    drawn: (from, to) => `Drawing from ${from} to ${to}`,
    openStory: 'Where the figure comes from',
    median: 'median',
    notSupplied: 'not supplied',
    comparable: { merged: 'm', apportioned: 'a' },
    members: (count) => `${count}`,
  },
  note: {
    totals:
      'Rows on top: what adds up is added only where every member has a figure, else the coverage is said; percentages are the sum of numerators over the sum of denominators, or the median member; none is ever averaged.',
    marks:
      '— not supplied, or lacking what it is computed from · not on the list, or not yet set up. A grey tick is a missing year; ochre is to be verified.',
    rounding: 'Figures are rounded half to even.',
    unchanged: (names, measure) => `No “${measure}” for ${names}: shown as they are.`,
    breaks: (name, period, note) => `${name} changed its concept in ${period}: ${note}`,
    lacking: (name, by, years) =>
      `There is no ${by.toLowerCase()} for ${years}: ${name} cannot be computed there and is left empty.`,
    basis: {
      merged: 'Comparable basis: counties that split or merged are one unit throughout.',
      apportioned: 'Comparable basis: older figures divided by the share stated; an estimate.',
    },
    usage: 'Arrows move, Enter opens where a figure comes from, Esc closes.',
  },
  story: {
    close: 'Close',
    value: 'Value',
    none: 'no figure',
    formula: 'Formula',
    operands: 'Made of',
    all: (count, without) =>
      `all ${count}${without > 0 ? `, ${without} of them without a figure` : ''}`,
    partOnly: (present, expected) =>
      `computed from the ${present} that have figures; not of all ${expected}`,
    source: 'Source',
    recorded: 'Recorded',
    recordedAt: (number, when) => `publication ${number}, ${when}`,
    revisions: 'Revisions',
    noRevisions: 'none',
    revisedFrom: (value, number, when) => `${value} (publication ${number}, ${when})`,
    clauses: 'Clauses',
    doubts: 'To verify',
    nameThen: 'Then',
    coverage: 'Coverage',
    coverageOf: (present, expected) => `${present} of ${expected} have a figure`,
    partialSum: (value) => `those there are add up to ${value}, which is no total`,
    comparable: 'Comparable',
    merged: (names) => `taken together with ${names}`,
    mergedAmong: (names) => `${names} counted as one`,
    apportioned: (names, share, of) => `apportioned from ${names}: ${share} by ${of}`,
    uncertain: 'share not verified',
    enclosed: 'Scope',
    enclosedWords: (unit) => ({
      included: `including ${unit}`,
      excluded: `excluding ${unit}`,
      unstated: `the source does not say whether ${unit} is included`,
    }),
    definition: 'Definition',
    note: 'Note',
  },
  formula: {
    ratio: (of, by) => `${of} ÷ ${by}`,
    share: (of, by) => `${of} ÷ ${by} × 100`,
    growth: (of, over) =>
      `${of} ÷ ${of} ${over === 1 ? 'the year before' : `${over} years before`} × 100 − 100`,
    change: (of, over) =>
      `${of} − ${of} ${over === 1 ? 'the year before' : `${over} years before`}`,
    compound: (of, since) => `Compound yearly growth of ${of} since ${since}`,
    sum: (of) => of.join(' + '),
    difference: (of, less) => `${of} − ${less}`,
    index: (of, base) => `${of} ÷ ${of} in ${base} × 100`,
    aggregate: {
      sum: 'sum of the members',
      mean: (weight) => `mean weighted by ${weight}`,
      ratio: (numerator, denominator) => `sum of ${numerator} ÷ sum of ${denominator}`,
      median: 'median member',
    },
  },
  chart: {
    lines: (name, count) => `${name}: ${plural(count, 'line')}`,
    bars: (name, period) => `${name}, ${period}, highest first`,
    strong: 'Highlighted',
    add: 'Add a place',
    strongNote: (most) => `Press a line to highlight it; at most ${most}.`,
    hide: (name) => `Stop highlighting ${name}`,
    without: (count) => `${count} without figures`,
    beyond: (count) => `${count} compared with lies beyond the scale and is not drawn`,
    notAdded: (count) => `${count} compared with has no figure or was not added up`,
    offFrontier:
      'None or only one of these places lies on the frontier: there is no ribbon to draw.',
    onFrontier: (shown, all) =>
      `${shown} of ${all} places lie on the frontier and are drawn in order.`,
    wholeRibbon: 'The whole border ribbon',
    fewPeriods: 'One period only, which makes no line; see bars or table.',
    breakAt: (period) => `concept changed in ${period}`,
  },
  phone: { indicator: 'Indicator', choices: 'Choices' },
  downloads: {
    label: 'Download what this page shows',
    csv: 'CSV',
    xlsx: 'XLSX',
    json: 'JSON-stat',
    zip: 'Data Package',
  },
  citation: (title, instant, address, read) =>
    `Xingbian: ${title}. ${instant}. ${address} (read ${read}).`,
};
