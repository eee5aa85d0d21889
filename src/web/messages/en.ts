import { vocabularyEn } from '../../domain/vocabulary.ts';
import { accountsEn } from './accounts-en.ts';
import { collectionEn } from './collection-en.ts';
import { explorerEn } from './explorer-en.ts';
import { fillingEn } from './filling-en.ts';
import { formsEn } from './forms-en.ts';
import { importEn } from './import-en.ts';
import { indicatorsEn } from './indicators-en.ts';
import { plural } from './plural.ts';
import { readerEn } from './reader-en.ts';
import { releasesEn } from './releases-en.ts';
import { remindersEn } from './reminders-en.ts';
import { reviewEn } from './review-en.ts';

import { ribbonEn } from './ribbon-en.ts';
import { roundsEn } from './rounds-en.ts';
import { territoriesEn } from './territories-en.ts';
import type { Messages } from './zh.ts';

/** The words of the interface in English; official text stays in Chinese. */
export const en: Messages = {
  tag: 'en',
  product: '兴边 Xingbian',
  tagline: 'a plan, clause by clause',
  ...vocabularyEn,
  ribbon: ribbonEn,
  filling: fillingEn,
  itemsOf: (count) => plural(count, 'item'),
  wholeFile: (name, count) => `${name} (all ${count} items)`,
  listOf: (items) => items.join(', '),
  frame: {
    skip: 'Skip to content',
    navigation: 'Main',
    menu: 'Menu',
    close: 'Close',
    plan: 'Plan',
    responsibilities: 'Responsibilities',
    agencies: 'Agencies',
    commitments: 'Commitments',
    statistics: 'Statistics',
    ribbon: 'Border ribbon',
    collect: 'Reporting',
    about: 'About',
    search: 'Clauses, places, indicators',
    searchLabel: 'Search the site',
    language: '中文',
    languageLabel: 'Switch the interface to Chinese',
    theme: 'Appearance',
    themes: { auto: 'System', light: 'Light', dark: 'Dark' },
    issued: (date) => `issued ${date}`,
    printed: (date) => `printed ${date}`,
    interfaces: 'Open interface',
    officialNote: 'Official words are set in serif, ours in sans.',
  },
  states: {
    loading: 'Loading',
    retry: 'Try again',
    back: 'Back to the plan',
    unknownPage: 'There is no such page',
    unknownPageHint: 'The address may be wrong; use the navigation or the search above.',
    toAgencies: 'See the agencies',
    toIndicators: 'See all indicators',
  },
  date: (iso) => {
    const [year, month, day] = iso.split('-').map(Number);
    const name = month
      ? new Date(Date.UTC(2000, month - 1, 1)).toLocaleString('en', {
          month: 'long',
          timeZone: 'UTC',
        })
      : '';
    return [day, name, year].filter(Boolean).join(' ');
  },
  period: (start, end) => `${start}–${end}`,
  reader: readerEn,
  matrix: {
    finding: (rows, cells, half) =>
      `${rows} items name agencies ${cells} times; ${plural(half, 'agency', 'agencies')} hold half`,
    lede: (first, count, once) =>
      `${first} is named most, in ${plural(count, 'item')}; ${plural(once, 'agency is', 'agencies are')} named once. `,
    noLead: 'The text lists agencies in printed order and names no lead. ',
    respectively: 'Agencies named together are each responsible within their own remit.',
    print: 'Print A3',
    kinds: 'Kind of item',
    all: 'All',
    order: 'Order of agencies',
    orders: { count: 'By count', printed: 'As printed', similar: 'By likeness' },
    area: 'Area',
    allAreas: 'All areas',
    filter: 'Agency or item',
    view: 'View',
    views: { grid: 'Matrix', items: 'By item', agencies: 'By agency' },
    caption: (rows, agencies, cells) =>
      `Matrix of ${rows} items and ${agencies} agencies, ${cells} namings`,
    item: 'Item',
    total: 'Total',
    itemsCount: (count) => plural(count, 'item'),
    cellsCount: (count) => plural(count, 'naming'),
    named: 'named',
    shown: (cells, all) => `${cells} of ${all} namings shown`,
    moreColumns: (count) => `${plural(count, 'agency', 'agencies')} further right →`,
    clear: 'Clear filters',
    nothing: 'No item or agency fits.',
    usage:
      'Press an agency or an item to pin it; arrow keys move, Space pins the agency, Enter opens the clause.',
    agencySummary: (count, parts) => `Named in ${plural(count, 'item')}: ${parts}`,
    often: (list) => `Most often beside: ${list}`,
    itemSummary: (count) => `${plural(count, 'agency', 'agencies')}, in printed order`,
    openAgency: 'Agency page',
    openClause: 'Read the clause',
    unpin: 'Unpin',
    note: 'Agencies are named as printed at the time; what later reforms made of them is on their pages.',
    box: 'B = box.',
  },
  agencies: {
    finding: (count, many) => `${count} agencies are named, ${many} of them in 10 items or more`,
    lede: 'Ordered by number of items; the printed order is no ranking.',
    filter: 'Agency',
    name: 'Printed name',
    fullName: 'Full name',
    count: 'Items',
    duties: 'Duties',
    successor: 'After reform',
    none: 'No agency fits.',
    unsourced: 'no source found',
    noSuccessor: 'no successor recorded',
    page: {
      finding: (name, items, areas) =>
        `${name}: ${plural(items, 'item')} in ${plural(areas, 'area')}`,
      onlyDuties: (name, duties) => `${name}: ${plural(duties, 'duty', 'duties')} in running text`,
      strip: 'Among all items of the plan',
      stripLabel: (name, count, all) => `${name} is named in ${count} of ${all} items`,
      items: 'Items that name it',
      with: 'With',
      alone: 'Named alone',
      duties: 'Duties in running text',
      dutiesNote: 'Written in the text itself, apart from the lists at the end of items',
      commonDuties: 'Asked of all departments concerned',
      commonDutiesNote: 'Laid on “有关部门” and the like, without naming any',
      noDuties: 'The running text lays no further duty on this agency.',
      companions: 'Named most often beside it',
      companionsNote: 'items in common',
      allCompanions: (count) => `All ${count}`,
      fullName: 'Full name at the time of the plan',
      successors: 'After reform',
      when: (date) => `since ${date}`,
      source: (text) => `Source: ${text}`,
      note: 'Note',
      inMatrix: 'See it in the matrix',
      citation: (title, number, name, items) =>
        `《${title}》（${number}）列名${name}的责任条款 ${items} 项`,
      back: 'Agencies',
    },
  },
  ledger: {
    finding: (all, evaluable) =>
      `${plural(all, 'commitment')}; ${evaluable} can be evaluated as written`,
    lede: (not, projects, duties) =>
      `The other ${not} cannot be evaluated as written; each gives the reason. There are also ${plural(projects, 'named project')} and ${plural(duties, 'duty', 'duties')} in running text. The grades of the verbs are ours, not the plan's.`,
    crossTable: 'Grade by target kind',
    crossNote: 'press a figure to filter',
    grade: 'Grade',
    target: 'Target',
    area: 'Area',
    total: 'Total',
    show: (count, grade, target) =>
      `Show ${[grade, target].filter(Boolean).join(', ') || 'all'}: ${count}`,
    evaluability: 'Evaluable',
    evaluable: 'Evaluable',
    unevaluable: 'Not evaluable',
    all: 'All',
    filter: 'Words or clause',
    clear: 'Clear filters',
    shown: (count, all) => `${count} of ${all} shown`,
    commitments: 'Commitments',
    projects: 'Named projects',
    projectsNote: 'Each line, segment and zone the text names, by kind and verb',
    duties: 'Duties in running text',
    dutiesNote: 'Written in the text itself, apart from the lists at the end of items',
    deadlinePeriod: 'end of period',
    deadlineNone: '—',
    nothing: 'No commitment fits. ',
    noProjects: 'No named project fits.',
    noDuties: 'No duty fits.',
    nothingHint: 'Try fewer filters.',
    conditions: (list) => `条件：${list}`,
    jump: 'On this page',
  },
  search: {
    title: (words, names, text) => {
      const found = [
        names.places > 0 ? plural(names.places, 'place') : '',
        names.indicators > 0 ? plural(names.indicators, 'indicator') : '',
        names.agencies > 0 ? plural(names.agencies, 'agency', 'agencies') : '',
        text.clauses > 0 ? `${plural(text.hits, 'hit')} in ${plural(text.clauses, 'clause')}` : '',
      ];
      return `“${words}”: ${found.filter(Boolean).join(', ')}`;
    },
    none: (words) => `Nothing found for “${words}”`,
    noneHint:
      'The text is Chinese: try its own words, or fewer of them; places by present or former name or code, agencies by printed or full name.',
    empty: 'Clauses, places, indicators, agencies',
    emptyHint: 'Type words above and press Enter; on any page / starts a search.',
    places: 'Places',
    indicators: 'Indicators',
    former: (name, until) => (until === null ? `formerly ${name}` : `${name} until ${until}`),
    moreNames: (shown, all) => `the first ${shown} of ${all}`,
    agencies: 'Agencies',
    clauses: 'Clauses',
    hits: (count) => plural(count, 'hit'),
    more: (shown) => `The first ${shown} are listed; add words to narrow the search.`,
    label: 'Search words',
    submit: 'Search',
  },
  about: {
    title: 'About',
    headline: 'A plan read as clauses, responsibilities and commitments',
    lede: 'This system compiles an official document by its own numbering into clauses, and lists the commitments, responsible bodies, quantities and named projects of each, to read, search and cite. No account is needed.',
    source: 'Text and source',
    compiled:
      'Clauses, responsibilities and commitments are derived from the text by program. What a program cannot know is corrected by hand; each correction gives its reason and provider and is marked at its clause.',
    marks: 'What the marks mean',
    gradesNote:
      'The firmer the underline, the firmer the verb of the commitment. The grades are ours, not those of the plan.',
    unevaluable:
      'Not evaluable means that the words as written do not let anyone say whether it was done: no criterion, no number, or a degree without a standard. It speaks of the words, not of the work.',
    noLead:
      'Agencies are listed in printed order, which is no ranking. Where the text names no lead, this says so.',
    downloads: 'Downloads and interface',
    files: {
      matrixCsv: 'Responsibility matrix, CSV',
      matrixXlsx: 'Responsibility matrix, XLSX',
      ledgerCsv: 'Ledger of commitments, CSV',
      ledgerXlsx: 'Ledger of commitments, XLSX',
    },
    openapi: 'Interface description, openapi.json',
    licence:
      'The program is licensed under Apache-2.0; the text of the plan is a public official document.',
  },
  accounts: accountsEn,
  collection: collectionEn,
  review: reviewEn,
  rounds: roundsEn,
  reminders: remindersEn,
  releases: releasesEn,
  forms: formsEn,
  importing: importEn,
  explorer: explorerEn,
  indicators: indicatorsEn,
  territories: territoriesEn,
};
