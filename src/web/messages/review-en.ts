import { plural } from './plural.ts';
import type { ReviewWords } from './review-zh.ts';

/** The words of the pages of review in English. */
export const reviewEn: ReviewWords = {
  title: 'Review',
  finding: (waiting, late, fresh) =>
    [
      `${plural(waiting, 'submission')} to review`,
      late > 0 ? `${late} late` : '',
      fresh > 0 ? `${fresh} not looked at yet` : '',
    ]
      .filter(Boolean)
      .join(', '),
  nothing: 'Nothing waits for review',
  nothingHint:
    'Submissions of the bodies below are listed here once they are in; accepted here they go one level up, and accepted by all they can be published.',
  lede: 'A superior never changes a figure: a doubtful cell goes back with a reason and is corrected where it was made.',
  rows: (count) => plural(count, 'submission'),
  way: 'Way',
  changes: 'Changes',
  moved: (count) => `${plural(count, 'move')} since you looked`,
  unread: 'not looked at',
  all: 'All',
  chosen: (count, except) =>
    except > 0 ? `${count} chosen, ${plural(except, 'exception')}` : `${count} chosen`,
  accept: (count) => (count > 0 ? `Accept ${count}` : 'Accept'),
  chooseFirst: 'Choose what to accept first',
  accepted: (count) => `${count} accepted.`,
  refused: (count) => `${count} not accepted:`,
  refusals: {
    'changed-meanwhile': 'changed after you looked; look again',
    'move-not-allowed': 'cannot be accepted where it stands now',
    'not-found': 'no longer at this level',
    'not-permitted': 'not yours to accept',
  },
  otherRefusal: (code) => `could not be done (${code})`,
  keys: [
    ['j', 'next'],
    ['k', 'previous'],
    ['x', 'choose'],
    ['Enter', 'open'],
    ['a', 'to the acts'],
  ],
  sheetKeys: [
    ['j', 'next cell'],
    ['k', 'previous'],
    ['F8', 'next doubt'],
    ['r', 'return with a reason'],
    ['Enter', 'done'],
    ['Esc', 'do not return'],
    ['a', 'to the acts'],
  ],
  sheet: {
    back: 'To review',
    backRound: 'Progress of the round',
    meta: (number, due) => `${number} · due ${due}`,
    of: (body, finding) => `${body}: ${finding}`,
    filledBy: (name) => `filled by ${name}`,
    caption: 'Figures of this period and the one before, checks and notes, by line',
    findingDraft: (filled, asked) => `being filled, ${filled} of ${plural(asked, 'cell')}`,
    draftHint: 'Until it is submitted, only who reports sees the figures.',
    submitted: (at) => `submitted ${at}`,
    findingFirst: (cells, doubts) =>
      doubts > 0
        ? `${plural(cells, 'cell')} filled, ${doubts} to look at`
        : `${plural(cells, 'cell')} filled, the checks found nothing odd`,
    findingAgain: (changed, same) =>
      changed > 0
        ? `${plural(changed, 'cell')} changed since the last review, ${same} did not`
        : `none of ${plural(same, 'cell')} changed`,
    readOnly: 'Nothing is edited on this page.',
    changed: 'Changed cells',
    toCorrect: 'Returned cells',
    findingReturned: (cells) => `${plural(cells, 'cell')} returned, to be corrected`,
    others: 'Other cells',
    accepted: (count) => `${plural(count, 'cell')} accepted by this level and unchanged since`,
    line: 'Line',
    indicator: 'Indicator',
    unit: 'Unit',
    before: (period) => `Before ${period}`,
    now: (period) => `Now ${period}`,
    change: 'Change %',
    notes: 'Notes and checks',
    by: 'Filled by',
    returnIt: 'Return',
    reasonFor: (name) => `Reason to return ${name}`,
    reasonHint: 'What looks odd, and what to check',
    drop: 'Do not return',
    known: (source) => `statistics: ${source}`,
    derived: 'computed',
    noFigure: 'nothing was filled in',
    was: (text) => `when returned ${text}`,
    remark: (by, reason) => `${by}: ${reason}`,
    outcomes: {
      changed: 'figure changed',
      explained: 'figure kept, explained',
      open: 'still open',
    },
    remarks: 'Earlier remarks',
    history: 'What happened',
    movedBy: (by, act) => `${act} by ${by}`,
    pass: 'Accept',
    give: (count) => (count > 0 ? `Return ${plural(count, 'cell')}` : 'Return'),
    after: (reason) => `: ${reason}`,
    giveHint: 'Every cell needs a reason',
    passHint: (body) => (body ? `Goes on to ${body}` : 'Can then be published'),
    withReasons:
      'With cells to return it cannot be accepted as well; cells not returned count as accepted by this level.',
    noAct: 'There is nothing for you to do with this submission now.',
    passed: 'Accepted.',
    given: 'Returned to who reports.',
    next: (name) => `Next: ${name}`,
    none: 'Nothing else waits',
    reopen: 'Reopen for correction',
    reopened: 'Given back for correction; the published figures stay until it is published again.',
    exempt: 'Exempt',
    unexempt: 'Ask again',
    publishGive: 'Return before publishing',
  },
};
