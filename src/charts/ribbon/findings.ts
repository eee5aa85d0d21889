import { quantile } from '../../kernels/quantile.ts';
import { compares, endsOf, type RibbonTrack } from './track.ts';

/** What a track says in counts. Places, not shares: a percentage is never averaged. */
export interface TrackFindings {
  /** Places with a figure of the last period, and of both ends for the same area. */
  readonly present: number;
  readonly comparable: number;
  readonly rose: number;
  readonly fell: number;
  readonly level: number;
  /** With a figure at both ends that do not compare: only the last is drawn. */
  readonly unjoined: readonly number[];
  /** With a figure of the last period and none of the first; and without one of the last. */
  readonly noBase: readonly number[];
  readonly absent: readonly number[];
  readonly doubtful: readonly number[];
}

/** Returns the counts of a track. With one period nothing rises or falls. */
export function findingsOf(track: RibbonTrack): TrackFindings {
  const places = track.figures.map((_, place) => place);
  const ends = places.map((place) => ({ place, ...endsOf(track, place) }));
  const both = ends.flatMap(({ place, was, now }) =>
    was.value === null || now.value === null || !compares(track, place)
      ? []
      : [now.value - was.value],
  );
  const two = track.periods.length > 1;
  const has = (at: 'was' | 'now', end: (typeof ends)[number]) => end[at].value !== null;
  return {
    present: ends.filter((end) => has('now', end)).length,
    comparable: both.length,
    rose: both.filter((change) => change > 0).length,
    fell: both.filter((change) => change < 0).length,
    level: both.filter((change) => change === 0).length,
    unjoined: two
      ? ends
          .filter((end) => has('was', end) && has('now', end) && !compares(track, end.place))
          .map(({ place }) => place)
      : [],
    noBase: two
      ? ends.filter((end) => has('now', end) && !has('was', end)).map(({ place }) => place)
      : [],
    absent: ends.filter((end) => !has('now', end)).map(({ place }) => place),
    doubtful: places.filter((place) => isDoubtful(track, place)),
  };
}

/** Returns the median place of the first and of the last period, each of the places that have it. */
export function medians(track: RibbonTrack): {
  readonly was: number | null;
  readonly now: number | null;
} {
  const valuesAt = (at: number) =>
    track.figures.flatMap((figures) => {
      const value = figures.at(at)?.value;
      return value === null || value === undefined ? [] : [value];
    });
  return { was: quantile(valuesAt(0), 0.5), now: quantile(valuesAt(-1), 0.5) };
}

/** Returns how many places have at least `level` in the first and in the last period. */
export function reaching(
  track: RibbonTrack,
  level: number,
): { readonly was: number; readonly now: number } {
  const count = (at: number) =>
    track.figures.filter((figures) => (figures.at(at)?.value ?? Number.NEGATIVE_INFINITY) >= level)
      .length;
  return { was: count(0), now: count(-1) };
}

/** Returns the places below `level` in the last period. */
export function below(track: RibbonTrack, level: number): readonly number[] {
  return track.figures.flatMap((figures, place) => {
    const value = figures.at(-1)?.value;
    return value !== null && value !== undefined && value < level ? [place] : [];
  });
}

/** Returns whether a figure of a place is doubtful in any period shown. */
export function isDoubtful(track: RibbonTrack, place: number): boolean {
  return (track.figures[place] ?? []).some(({ doubtful }) => doubtful === true);
}
