import type { Indicator } from '../../domain/indicator.ts';
import type { Messages } from '../messages/zh.ts';
import { shownUnit } from './figure-table.ts';

/** Returns the unit an indicator is shown in, in the reader's language; empty for plain numbers. */
export function shownUnitName(
  indicator: Pick<Indicator, 'unit' | 'shownIn'>,
  messages: Messages,
): string {
  const unit = shownUnit(indicator);
  return messages.explorer.units[unit] ?? unit;
}
