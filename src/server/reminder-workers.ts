import type { reminderEndpoints } from '../api/reminders.ts';
import type { ReminderChannel } from '../domain/reminder.ts';
import { readAddress, setAddress } from '../store/accounts/address.ts';
import { openDesk } from '../store/collection/desk.ts';
import { readOwed } from '../store/collection/owed.ts';
import { remind } from '../store/collection/remind.ts';
import type { Workers } from './work-routes.ts';

/** Returns what reminders by hand and addresses of mail answer. */
export function reminderWorkers(
  channels: readonly ReminderChannel[],
): Workers<typeof reminderEndpoints> {
  return {
    remind: async (work, asked) =>
      await remind(await openDesk(work.store.server, work.plan, work), asked, channels),
    owed: async (work) => await readOwed(work),
    address: async (work) => ({
      address: await readAddress(work),
      mail: channels.includes('mail'),
    }),
    setAddress: async (work, { address }) => {
      await setAddress(work, address);
      return {};
    },
  };
}
