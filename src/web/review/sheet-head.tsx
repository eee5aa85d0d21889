import type { ReactNode } from 'react';
import type { Sheet } from '../../api/collection.ts';
import { useLanguage } from '../language.tsx';
import { beijingMinute } from '../submissions/beijing-time.ts';
import { FindingHead } from '../submissions/finding-head.tsx';
import { LevelStrip } from '../submissions/level-strip.tsx';
import { formAndPeriod } from '../submissions/period-words.ts';
import { PunctualityWord } from '../submissions/punctuality-word.tsx';
import { ReminderLines } from '../submissions/reminder-lines.tsx';
import { useTitle } from '../title.ts';
import {
  askedAmong,
  isClosedDraft,
  isDoubt,
  type ReviewLines,
  usualAuthor,
} from './review-lines.ts';

/** What is to be known of a submission before its lines: how many have figures, which want a look. */
export function SheetHead({ sheet, lines }: { sheet: Sheet; lines: ReviewLines }): ReactNode {
  const { language, messages } = useLanguage();
  const { review, collection } = messages;
  const words = review.sheet;
  const { entry, form } = sheet;
  const title = formAndPeriod(entry, language, collection);
  const author = usualAuthor(sheet);
  useTitle(`${entry.bodyName} ${title}`);
  return (
    <FindingHead
      finding={words.of(entry.bodyName, findingOf(sheet, lines, words))}
      beside={<LevelStrip entry={entry} />}
    >
      <p>
        {title} · {words.meta(form.number, messages.date(entry.due))}
        {author && ` · ${words.filledBy(author)}`}
        {entry.submittedAt && ` · ${words.submitted(beijingMinute(entry.submittedAt))}`}{' '}
        <PunctualityWord entry={entry} />
      </p>
      <ReminderLines entry={entry} />
    </FindingHead>
  );
}

function findingOf(
  { entry, cells }: Sheet,
  { again, open, quiet }: ReviewLines,
  words: ReturnType<typeof useLanguage>['messages']['review']['sheet'],
): string {
  if (isClosedDraft({ entry, cells })) return words.findingClosed;
  if (entry.state === 'draft') return words.findingDraft(entry.filled, entry.asked);
  if (entry.state === 'returned') return words.findingReturned(entry.openRemarks);
  if (again) return words.findingAgain(askedAmong(open), askedAmong(quiet));
  const said = open.flatMap(({ now, field }) => (now === null || field.derived ? [] : [now]));
  const figures = said.filter(({ value }) => value !== null).length;
  const doubts = open.filter(({ findings }) => findings.some(isDoubt)).length;
  return words.findingFirst(figures, said.length - figures, doubts);
}
