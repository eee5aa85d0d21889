import { raiseReminders } from '../store/collection/raise-reminders.ts';
import type { BackgroundJob } from './background-job.ts';
import { channelsOf } from './reminder-settings.ts';
import { sendDeliveries } from './send-deliveries.ts';

/**
 * Raises and sends reminders. Of several programs on one database each is raised and sent by one.
 * What could not be sent is logged by its code and tried again.
 */
export const reminderJob: BackgroundJob = {
  id: 'reminders',
  interval: 60_000,
  async turn({ store, plan, reminders, log }, stopped) {
    await raiseReminders(store.owner, plan, channelsOf(reminders), new Date());
    const { errors } = await sendDeliveries(store, plan, reminders, { stopped });
    for (const error of errors) log(`reminders: ${error}`);
  },
};
