/** Resolves to how long some work takes, in seconds. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
}

/** Resolves to the times of several runs in milliseconds, the shortest first; the first run is not counted. */
export async function timesOf(
  runs: number,
  work: (run: number) => Promise<unknown>,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) times.push((await secondsOf(() => work(run))) * 1000);
  return times.slice(1).sort((a, b) => a - b);
}

/** Returns the time that so large a part of the runs does not pass: 0.95 for p95. */
export function quantileOf(times: readonly number[], part: number): number {
  return times[Math.ceil(times.length * part) - 1] ?? Number.NaN;
}
