import type { SeriesPlace } from '../../api/statistics.ts';
import type { Formula, Indicator } from '../../domain/indicator.ts';
import type { Messages } from '../messages/zh.ts';

/** Returns how a figure was computed, in names; null for one that was reported. */
export function formulaWords(
  {
    indicator,
    place,
  }: {
    readonly indicator: Indicator;
    readonly place: Pick<SeriesPlace, 'members'>;
  },
  nameOf: (indicator: string) => string,
  messages: Messages,
): string | null {
  const words = messages.explorer.formula;
  if (indicator.derived) return derivedWords(indicator.derived, nameOf, words);
  const { aggregation } = indicator;
  if (place.members === null || !aggregation) return null;
  switch (aggregation.kind) {
    case 'sum':
      return words.aggregate.sum;
    case 'median':
      return words.aggregate.median;
    case 'mean':
      return words.aggregate.mean(nameOf(aggregation.weight));
    case 'ratio':
      return words.aggregate.ratio(nameOf(aggregation.numerator), nameOf(aggregation.denominator));
  }
}

function derivedWords(
  formula: Formula,
  nameOf: (id: string) => string,
  words: Messages['explorer']['formula'],
): string {
  switch (formula.op) {
    case 'ratio':
    case 'per-capita':
      return words.ratio(nameOf(formula.of), nameOf(formula.by));
    case 'share':
      return words.share(nameOf(formula.of), nameOf(formula.by));
    case 'growth':
      return words.growth(nameOf(formula.of), formula.over);
    case 'change':
      return words.change(nameOf(formula.of), formula.over);
    case 'compound-growth':
      return words.compound(nameOf(formula.of), formula.since);
    case 'sum':
      return words.sum(formula.of.map(nameOf));
    case 'difference':
      return words.difference(nameOf(formula.of), nameOf(formula.less));
    case 'index':
      return words.index(nameOf(formula.of), formula.base);
  }
}
