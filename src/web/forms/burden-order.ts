import type { FormsAnswer } from '../../api/collection.ts';

type Body = FormsAnswer['bodies'][number];

export const burdenColumns = ['body', 'toFill', 'known', 'asked'] as const;
export type BurdenColumn = (typeof burdenColumns)[number];

/** Returns the cells a body has to fill: those asked, without the pre-filled ones. */
export function toFill({ asked, known }: Pick<Body, 'asked' | 'known'>): number {
  return asked - known;
}

/** Returns the bodies whose name has these words, in the order of a column: the most first, or as listed. */
export function orderedBodies(bodies: readonly Body[], column: BurdenColumn, words = ''): Body[] {
  const found = bodies.filter(({ bodyName }) => bodyName.includes(words.trim()));
  if (column === 'body') return found;
  const of = (body: Body) => (column === 'toFill' ? toFill(body) : body[column]);
  return found.sort((one, other) => of(other) - of(one));
}

/** Returns what all forms together ask, and how much of it is pre-filled. */
export function totalBurden({ forms }: Pick<FormsAnswer, 'forms'>): {
  readonly asked: number;
  readonly known: number;
} {
  return {
    asked: forms.reduce((sum, { burden }) => sum + burden.asked, 0),
    known: forms.reduce((sum, { burden }) => sum + burden.known, 0),
  };
}
