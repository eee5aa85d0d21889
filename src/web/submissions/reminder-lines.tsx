import type { ReactNode } from 'react';
import type { SubmissionEntry } from '../../api/collection.ts';
import type { ReminderView } from '../../api/reminders.ts';
import { beijingDay } from '../../domain/beijing-day.ts';
import { useMessages } from '../language.tsx';
import type { ReminderWords } from '../messages/reminders-zh.ts';
import './submissions.css';

/** What a task was called for: by whom and why, and what the program said since; nothing where nobody did. */
export function ReminderLines({ entry }: { entry: SubmissionEntry }): ReactNode {
  const words = useMessages().reminders;
  const shown = shownReminders(entry.reminders);
  if (shown.length === 0) return null;
  return (
    <ul className="reminder-lines">
      {shown.map((one) => (
        <li key={one.at}>
          {one.by === null
            ? words.raised(reminderDay(one, words), words.kinds[one.kind])
            : words.byHand(one.by, reminderDay(one, words), one.note)}
        </li>
      ))}
    </ul>
  );
}

/** Returns the reminders a task shows: the newest by hand, and before it what the program said later. */
export function shownReminders(reminders: readonly ReminderView[]): readonly ReminderView[] {
  const byHand = reminders.findIndex((one) => one.by !== null);
  if (byHand === -1) return reminders.slice(0, 1);
  return [...(byHand > 0 ? reminders.slice(0, 1) : []), ...reminders.slice(byHand, byHand + 1)];
}

/** Returns the day of a reminder in Beijing, in words. */
export function reminderDay({ at }: ReminderView, words: ReminderWords): string {
  const [, month, day] = beijingDay(new Date(at)).split('-').map(Number);
  return words.day(month ?? 1, day ?? 1);
}

/** Says whether the account may remind of a submission now: once on a day in Beijing. */
export function isCallable(entry: SubmissionEntry, now: Date): boolean {
  return entry.mayRemind && !isCalledOn(entry, now);
}

/** Says whether somebody reminded of a submission on the day of `now` in Beijing. */
export function isCalledOn({ reminders }: SubmissionEntry, now: Date): boolean {
  const today = beijingDay(now);
  return reminders.some((one) => one.by && beijingDay(new Date(one.at)) === today);
}
