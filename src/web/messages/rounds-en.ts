import { plural } from './plural.ts';
import type { RoundsWords } from './rounds-zh.ts';

/** The words of the pages of rounds in English. */
export const roundsEn: RoundsWords = {
  title: 'Progress of collection',
  finding: (open, inNow, total, late) =>
    [
      open === 0 ? 'No round is open' : `${plural(open, 'round')} open`,
      total > 0 ? `${inNow} of ${total} in` : '',
      late > 0 ? `${late} late or overdue` : '',
    ]
      .filter(Boolean)
      .join(', '),
  nothing: 'There is no round yet',
  nothingHint:
    'When a coordinator asks a form for a period, each body that reports it gets a submission, and how far they are is listed here.',
  mayOpen: 'You can open one below.',
  form: 'Form',
  period: 'Period',
  opens: 'Opens',
  due: 'Due',
  grace: 'Grace (days)',
  graceDays: (days) => `${days}`,
  in: 'In',
  inOf: (inNow, total) => `${inNow}/${total}`,
  late: 'Late or overdue',
  overdue: 'Overdue',
  closed: 'closed',
  open: 'open',
  openRound: {
    title: 'Open a round',
    hint: 'The days are those of the form, in Beijing time; they can be changed.',
    year: 'Year',
    part: 'Period',
    submit: 'Open the round',
    done: (count) => `Opened; ${plural(count, 'body', 'bodies')} report.`,
    look: 'See its progress',
    noForms:
      'There are no forms, so no round can be opened; forms are given by forms.yaml in the folder of the plan.',
  },
  progress: {
    back: 'All rounds',
    finding: (total, inNow, late) =>
      [
        `${inNow} of ${total} in`,
        late > 0
          ? `${late} late or overdue`
          : inNow === total && total > 0
            ? 'complete'
            : 'none overdue',
      ].join(', '),
    meta: (opens, due, grace) =>
      `opens ${opens}, due ${due}${grace > 0 ? `, ${plural(grace, 'day')} of grace` : ''}`,
    exempt: (count) => `${plural(count, 'submission')} exempt, not counted.`,
    caption: 'Progress by place',
    completeness: 'Filled',
    completenessNote:
      'Filled: the sum of cells answered, by a figure or by why there is none, over the sum of cells asked; figures: those with a figure alone. Never the mean of bodies; exempt ones are left out. What is not handed in yet is not seen from above: of it only pre-filled cells count.',
    figures: 'Figures',
    absent: 'Without, said why',
    squares: 'States',
    squaresOf: (parts) => parts.join(', '),
    inTime: 'In time',
    grace: 'Grace',
    late: 'Late',
    overdue: 'Overdue',
    all: (count) => `All ${count}`,
    filter: 'State',
    anyState: (count) => `all ${count}`,
    unfold: (name) => `Unfold ${name}`,
    fold: (name) => `Fold ${name}`,
    unfoldAll: 'Unfold all',
    foldAll: 'Fold all',
    nothing: 'No submission stands there.',
    none: 'Among what you may see, this round has no submission.',
    csv: 'Download CSV',
    close: 'Close the round',
    closeHint:
      'Once closed nothing can be filled in or submitted; what still arrives is kept for its author.',
    closeSure: 'Close it',
    openAgain: 'Open again',
    days: 'Move the days',
    daysSure: 'Move the days',
    drop: 'Take the round back',
    dropHint:
      'Nobody has filled in or moved anything: the round goes with its empty forms and reminders. That it was there stays on record.',
    dropSure: 'Take it back',
    exemptIt: 'Exempt',
    askAgain: 'Ask again',
    file: (form, period) => `${form}-${period}-progress`,
    columns: [
      'who reports',
      'code',
      'state',
      'whose turn',
      'submitted',
      'timeliness',
      'cells filled',
      'cells asked',
      'cells without a figure, said why',
    ],
  },
};
