/** Returns the day it is in Beijing, as 2024-05-31: dates of the product are those of Asia/Shanghai. */
export function beijingDay(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
