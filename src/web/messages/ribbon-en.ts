import type { RibbonMessages } from './ribbon-zh.ts';

const span = (periods: readonly string[]) =>
  periods.length < 2 ? (periods[0] ?? '') : `${periods[0]} → ${periods.at(-1)}`;
const unless = (count: number, words: string) => (count > 0 ? words : '');

const units: Readonly<Record<string, string>> = {
  年: 'years',
  人: 'persons',
  万人: '10,000 persons',
  元: 'yuan',
  万元: '10,000 yuan',
  亿元: '100 million yuan',
  '元/人': 'yuan a person',
  '平方米/人': 'm² a person',
  百分点: 'points',
  公里: 'km',
  万户: '10,000 households',
  个: '',
};

/** The words of the border ribbon in English. */
export const ribbonEn: RibbonMessages = {
  name: 'Border ribbon',
  label: (places, tracks) =>
    `${places} places in order along the frontier, ${tracks} tracks on one axis; arrow keys read one after the other, Enter opens, plus and minus zoom`,
  unit: (unit) => units[unit] ?? unit,
  amount: (figure, unit) => `${figure} ${/^\d/.test(unit) ? '× ' : ''}${unit}`.trim(),
  bracketed: (words) => ` (${words})`,
  percent: '%',
  doubtful: 'unverified',
  median: 'Median',
  places: (count) => String(count),
  indicator: 'Indicator',
  otherIndicator: 'More indicators',
  form: 'Form',
  forms: {
    'level-rise': 'Level and rise',
    dumbbell: 'Before and after',
    diverging: 'Change',
    plumb: 'Plumb lines',
    squares: 'Squares',
    'stacked-years': 'Year by year',
  },
  addTrack: 'Add a track',
  addTrackHere: '+ Add a track',
  noTracks:
    'No tracks below yet. Choose another indicator, list or facility to read it place by place with the picture above.',
  emptyTrack:
    'Nothing to draw on this stretch: show the whole frontier, or choose another indicator or form',
  tracks: 'Tracks',
  removeTrack: (name) => `Remove the track ${name}`,
  groupsAndSites: 'Lists and facilities',
  stretch: 'Stretch',
  wholeFrontier: 'Whole frontier',
  someStretch: (first, last) => `${first}–${last}`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  picture: 'Picture',
  data: 'Data CSV',
  order: (order) => `no. ${order}`,
  borders: (names) => `borders ${names.join(', ')}`,
  bordersOpen: 'neighbour left open by the source',
  bordersNone: 'does not reach the frontier',
  probable: 'membership probable',
  openPlace: (name) => `Open ${name}`,
  period: (period) => period,
  notListed: 'not on the list',
  none: 'none',
  absence: {
    missing: 'not reported',
    'not-applicable': 'not applicable',
    'not-due': 'not due',
    suppressed: 'not published',
  },
  ofPeriod: (period, figure) => `${period}: ${figure}`,
  withoutBase: (period) => `no figure for ${period}`,
  incomparable: (period, before, why) => `${period}: ${before}, not comparable, ${why}`,
  changedSince: (period) => `area changed, nothing comparable for ${period}`,
  areaChanged: 'area changed',
  seriesBroken: (period) => `another series from ${period}`,
  withheld: {
    partial: 'members missing',
    overlap: 'overlapping coverage',
    'not-comparable': 'area changed, not comparable',
    'not-computable': 'cannot be computed',
  },
  noFigure: 'no figure',
  trackNote: (form, counts) => {
    const { periods, comparable, up, down, rose, fell, noBase, present, since } = counts;
    const unit = units[counts.unit] ?? counts.unit;
    const missing =
      unless(noBase, `; ${noBase} without ${periods[0]}`) +
      unless(counts.changed, `; ${counts.changed} changed their area and are not compared`) +
      (counts.broken === null ? '' : `; another series from ${counts.broken}, not compared`);
    switch (form) {
      case 'diverging':
        return `${span(since === null ? periods : [since, ...periods])}, ${unit}. Of ${comparable} comparable ${up} more, ${down} less; grey: not comparable or no figure`;
      case 'dumbbell':
        return periods.length < 2
          ? `${span(periods)}, ${unit}. ${present} with a figure`
          : `${periods[0]} (bar) → ${periods.at(-1)} (dot), ${unit}. Of ${comparable} comparable ${rose} up, ${fell} down${missing}; ochre: ${counts.setback === 'fall' ? 'down' : 'up'}`;
      case 'stacked-years':
        return `${periods[0]}–${periods.at(-1)}, ${unit}. Years from top to bottom, in five classes of about equal size within the limits shown; right: places with a figure that year`;
      default:
        if (periods.length < 2) return `${span(periods)}, ${unit}. ${present} with a figure`;
        return `${span(periods)}, ${unit}. Of ${comparable} comparable ${rose} up, ${fell} down${missing}`;
    }
  },
  leaving: (group) => `Left the list: ${group}`,
  leavingNote: (at) =>
    `${at.first}–${at.last}. ${at.count} on the list; the longer the line, the later; right: that year · by then; the other ${at.others} were not on it`,
  siteNote: (count, unverified) =>
    `${count} known${unless(unverified, `, ${unverified} of them not verified`)}`,
  legend: {
    was: (period) => `There in ${period}`,
    gain: (first, last) => `Came ${first}–${last}`,
    gap: 'Still to come',
    lost: (period) => `Below ${period}`,
    noBase: (period) => `No figure for ${period}`,
    noComparable: (period) => `No comparable figure for ${period}`,
    absent: (period) => `No figure for ${period} (whole column)`,
    level: (period) => period,
    rise: 'More',
    fall: 'Less',
    noChange: 'Not comparable or no figure',
    now: (period) => period,
    before: (period) => period,
    setback: 'Moved the wrong way',
    missing: 'No figure',
    within: (from, to, unit) =>
      from === null
        ? `Under ${to}`
        : to === null
          ? unit
            ? `${from} or more (${unit})`
            : `${from} or more`
          : `${from}–${to}`,
    date: 'Year of leaving',
    site: 'One each',
  },
  title: {
    reaching: (at) =>
      `${at.name}: at nine tenths or more in ${at.was} places in ${at.first}, in ${at.now} in ${at.last}`,
    reachingNow: (at) => `${at.name}: at nine tenths or more in ${at.now} places in ${at.last}`,
    changing: (at) =>
      `${at.name}: ${at.up} ${at.change ? 'above zero' : 'more'}, ${at.down} ${at.change ? 'below' : 'less'}, of ${at.comparable} comparable`,
    level: (at) =>
      `${at.name}: median county from ${at.was} to ${at.now}, ${at.rose} up, ${at.fell} down`,
    levelNow: (at) => `${at.name}: ${at.present} places in ${at.last}, median county ${at.now}`,
    years: (at) =>
      `${at.name}: ${at.ever} places have figures of ${at.first}–${at.last}, ${at.both} of both ends`,
    incomparable: (name) => `${name}: nothing compares between the two periods`,
    none: (name) => `${name}: no figures along the frontier yet`,
  },
  lede: {
    along: (at) =>
      `From ${at.first} to ${at.last}, ${at.count} places in order along the land frontier, a column each; neighbours above, provinces below. `,
    median: (was, now) => `The median county went from ${was} to ${now}. `,
    half: (count, most) =>
      count === 0
        ? 'None is below a half. '
        : `${count} are still below a half${most && most.count < count ? `, ${most.count} of them in ${most.name}` : most ? `, all in ${most.name}` : ''}. `,
    lost: (count) => `${count} are lower than at first. `,
    doubts: (names) => `Figures of ${names.join(', ')} are to be verified. `,
    absent: (count, total, period) =>
      `${count} of ${total} have no figure for ${period} and keep their column. `,
  },
  how: 'How to read it',
  howText:
    'The axis is order, not distance: equal columns, a little space between provinces. Heavy lines above are neighbouring states; a place where two meet belongs to both; dots mean that the source leaves the neighbour open, a blank that the place does not reach the frontier. Move the pointer or press ← → to walk along the frontier: the red line reads all tracks at once. Enter or a click opens the place; drag across to zoom in, Esc shows all.',
  basis: 'What is counted',
  beyondPlan: (names, first, last) =>
    `${names}: the change ${first}–${last} begins before the plan and cannot be put down to it alone.`,
  unlikeArea: (names, first, last) =>
    `${names}: the area changed between ${first} and ${last}, so only ${last} is drawn, no rise or fall.`,
  brokenSeries: (name, period, note) =>
    `${name} is another series from ${period} on and is not compared across it. ${note}`,
  neverAveraged: 'Percentages are never averaged: only medians and counts.',
  sources: 'Sources and certainty',
  instant: (number, day) =>
    day === null ? `As of publication ${number}` : `As of publication ${number}, ${day}`,
  certainty: (at) =>
    at.probable.length === 0
      ? 'All places listed are certain.'
      : `${at.probable.join(', ')}: membership is probable (marked *), that of the other ${at.certain} certain.`,
  orderBasis:
    'Order and neighbours were computed from public shapes, not checked against official texts.',
  proposed: 'proposed by us',
  points: 'A point inside each county; it shows no boundary',
  pointsOf: (name, period) => `${name}, ${period}`,
  pointsKey: { low: 'low', high: 'high' },
  approval: (number) => `Map examination number ${number}`,
  table: 'Table',
  tableCaption: (count) => `${count} rows in order along the frontier`,
  columns: {
    order: 'Order',
    place: 'Place',
    code: 'Code',
    province: 'Province',
    prefecture: 'Prefecture',
    neighbours: 'Neighbours',
    certainty: 'Certainty',
    certain: 'certain',
    probable: 'probable',
  },
  begin: 'Move the pointer, or press ← → to read place by place',
  touch: 'Tap a row to read it',
  empty:
    'The base has no places along the frontier yet, or no figures of them; an administrator imports them with xingbian import.',
  locator: (name, order, count) =>
    `${name} is number ${order} of ${count} places along the frontier`,
};
