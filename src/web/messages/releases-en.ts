import { plural } from './plural.ts';
import type { ReleasesWords } from './releases-zh.ts';

/** The words of the page of publishing in English. */
export const releasesEn: ReleasesWords = {
  title: 'Publishing',
  finding: (ready, scheduled) =>
    [
      ready > 0 ? `${plural(ready, 'submission')} ready to publish` : 'Nothing is ready to publish',
      scheduled > 0 ? `${plural(scheduled, 'release')} under embargo` : '',
    ]
      .filter(Boolean)
      .join(', '),
  lede: 'Publishing is one recorded act: the figures of all chosen submissions enter the statistics together, and are public from then on.',
  nothingHint:
    'Submissions accepted by every level are listed here for whoever holds the right to publish.',
  coordinatorHint: 'A publisher publishes; a coordinator sees the record here.',
  choose: '1. Choose',
  name: '2. Title and time',
  check: '3. Try, then publish',
  releaseTitle: 'Title',
  releaseTitleHint: 'such as: County report 2024',
  embargo: 'Embargo until (Beijing time, optional)',
  embargoHint:
    'Left empty: published at once. Otherwise at that time; until then it can be withdrawn.',
  dryRun: 'Try it',
  again: 'Try again',
  checkHint:
    'Trying lists the published figures that would be revised; each needs a reason before it is published.',
  noRevisions: (count) => `${plural(count, 'submission')}; no published figure would be revised.`,
  revisions: (count) => `${plural(count, 'published figure')} would be revised, each with a reason`,
  indicator: 'Indicator',
  change: 'Published → new',
  noFigure: 'no figure',
  reason: 'Reason',
  reasonFor: (body, name) => `Reason for ${name} of ${body}`,
  reasonForAll: 'One reason for all without',
  useForAll: 'Fill in',
  missing: (count) => `${plural(count, 'reason')} wanting`,
  summary: (added, revised, unchanged) =>
    `${added} new, ${revised} revised, ${unchanged} unchanged figures.`,
  publish: (count) => (count > 0 ? `Publish ${count}` : 'Publish'),
  schedule: (count) => (count > 0 ? `Schedule ${count}` : 'Schedule'),
  working: (count) => `Working on ${plural(count, 'submission')}; keep the page open`,
  published: (number) => `Published as number ${number} of the statistics.`,
  scheduled: (at) => `Will be published at ${at}.`,
  recorded: 'Published; no figure changed.',
  toExplorer: 'See it in the statistics',
  list: 'Releases',
  listEmpty: 'Nothing was published yet.',
  number: 'No.',
  by: 'By',
  at: 'At',
  submissions: 'Submissions',
  state: 'State',
  states: {
    out: 'published',
    waiting: (at) => `embargo until ${at}`,
    withdrawn: 'withdrawn',
  },
  withdraw: 'Withdraw',
  keep: 'Do not withdraw',
};
