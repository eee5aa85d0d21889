import type { Instant } from '../../api/statistics.ts';
import type { Messages } from '../messages/zh.ts';

const beijing = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Returns the day of an instant in Beijing, as ISO: 2026-11-24. */
export function isoDay(recorded: string): string {
  return beijing.format(new Date(recorded));
}

/** Returns the day of an instant in Beijing, as the reader's language writes it. */
export function instantDate(recorded: string, messages: Messages): string {
  return messages.date(isoDay(recorded));
}

/** Returns which publication figures are of and when it was recorded; or that there is none. */
export function instantText({ number, recorded }: Instant, messages: Messages): string {
  const { asOf } = messages.explorer;
  return recorded === null ? asOf.empty : asOf.publication(number, instantDate(recorded, messages));
}
