import type { FormsWords } from './forms-zh.ts';
import { plural } from './plural.ts';

const number = (value: number) => value.toLocaleString('en');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The words of the page of forms in English. */
export const formsEn: FormsWords = {
  title: 'Forms',
  finding: (forms, year, asked, known) =>
    `${plural(forms, 'form')} ask ${plural(asked, 'cell')} of all bodies in ${year}: ${
      known > 0
        ? `${number(known)} are pre-filled, ${number(asked - known)} are to be filled in`
        : 'all are to be filled in'
    }`,
  lede: 'A figure of a body and period is asked once. What the statistics have is pre-filled with its source; what follows from other lines is not asked.',
  nothing: 'There are no forms',
  nothingHint:
    'Forms are given by forms.yaml in the folder of the plan; then they, who fills them and how much they ask are public here.',
  contents: 'List of forms',
  number: 'Form number',
  issuer: 'Issued by',
  approval: 'Approved or filed',
  approved: (by, no) => `${by} ${no}`,
  validUntil: (day) => `valid until ${day}`,
  proposed: 'proposed',
  proposedHint:
    'Neither approved nor filed: no official statistical form, without number of approval and validity.',
  reporters: 'Filled by',
  reporterKinds: {
    state: 'the state',
    province: 'provinces',
    prefecture: 'prefectures',
    county: 'counties',
    township: 'townships',
    village: 'villages',
    corps: 'the corps',
    division: 'divisions',
    farm: 'farms',
  },
  agencies: 'agencies',
  count: (count) => number(count),
  frequency: 'How often',
  frequencies: {
    year: 'every year',
    'half-year': 'every half-year',
    quarter: 'every quarter',
    month: 'every month',
  },
  due: 'When due',
  dueWords: (years, opens, due, grace) =>
    `by ${due} ${years === 0 ? 'of the same year' : years === 1 ? 'of the year after' : `${years} years later`} (from ${opens}${grace > 0 ? `, ${plural(grace, 'day')} of grace` : ''})`,
  dueShifted: 'Earlier periods of a year are due as many months earlier.',
  monthDay: (month, day) => `${day} ${months[month - 1]}`,
  review: 'Reviewed by',
  reviewLevels: (levels) => levels.join(' → '),
  levelWords: (kinds, role) => `${kinds} (${role})`,
  roles: { reviewer: 'review', approver: 'approve' },
  burden: 'Burden',
  burdenWords: (cells, periods, each) =>
    periods === 1
      ? `${plural(cells, 'cell')} a year for each body`
      : `${plural(cells, 'cell')} a period, ${number(each)} in the ${periods} periods of a year, for each body`,
  burdenKnown: (asked, known) => `${number(asked)} for all bodies, ${number(known)} pre-filled`,
  note: 'Note',
  legal: 'Legal basis',
  version: 'Version',
  checked: (day) => `checked ${day}`,
  unchecked: 'text not checked yet',
  source: 'Source',
  lines: (count) => plural(count, 'line'),
  line: 'Line',
  indicator: 'Indicator',
  unit: 'Unit',
  optional: 'optional',
  derived: 'computed, not asked',
  bodies: {
    year: 'Year',
    title: (year) => `Cells each body fills in ${year}`,
    lede: (count) =>
      `${plural(count, 'body', 'bodies')}; dark: cells to fill in, pale: pre-filled cells.`,
    search: 'Find a body',
    body: 'Body',
    forms: 'Forms',
    toFill: 'To fill',
    known: 'Pre-filled',
    asked: 'All',
    none: 'There is no such body.',
    sortBy: (column) => `Sort by ${column}`,
  },
};
