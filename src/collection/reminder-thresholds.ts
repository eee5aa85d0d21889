/** The numbers reminders rest on; docs/collection.md says what follows from each. */
export const reminderThresholds = {
  /** Days before the due day on which who reports is reminded, the most first. */
  daysBefore: [7, 1],
  /** Days after which something given back and not corrected is said again. */
  returnedAgain: 3,
  /** Days after which who reviews is reminded of what waits. */
  waiting: 5,
  /** The hour in Beijing a day begins at for reminders: nobody is written to at midnight. */
  fromHour: 8,
} as const;
