import { raiseReminders } from '../store/collection/raise-reminders.ts';
import type { Store } from '../store/open-store.ts';
import { startClock } from './clock.ts';
import { channelsOf, type ReminderSettings } from './reminder-settings.ts';
import { sendDeliveries } from './send-deliveries.ts';

/** Milliseconds between two looks for reminders that are owed or wait to be sent. */
const interval = 60_000;

/**
 * Raises and sends reminders, now and every minute, until the returned function is called; that
 * resolves when the one in hand is sent. Of several programs on one database each is raised and
 * sent by one. What could not be sent is logged by its code and tried again.
 */
export function startReminderClock(
  store: Pick<Store, 'owner'>,
  plan: string,
  settings: ReminderSettings,
  log: (line: string) => void,
): () => Promise<void> {
  return startClock(
    async (stopped) => {
      await raiseReminders(store.owner, plan, channelsOf(settings), new Date());
      const { errors } = await sendDeliveries(store, plan, settings, { stopped });
      for (const error of errors) log(`reminders: ${error}`);
    },
    { name: 'reminders', interval, log },
  );
}
