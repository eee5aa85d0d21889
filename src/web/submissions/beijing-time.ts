import { beijingDay } from '../../domain/beijing-day.ts';

const minute = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** Returns an instant as the clocks in Beijing show it: 2026-03-31 17:05. */
export function beijingMinute(instant: string): string {
  return minute.format(new Date(instant));
}

/** Returns the instant at which clocks in Beijing show `2026-03-31T17:05`. */
export function fromBeijing(local: string): string {
  return `${local.length === 16 ? `${local}:00` : local}+08:00`;
}

/** Says whether a day has begun in Beijing. */
export function hasOpened(day: string): boolean {
  return day <= beijingDay(new Date());
}
