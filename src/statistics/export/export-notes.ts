import { type FigureWords, figureWordsOf } from '../../domain/figure-words.ts';
import type { Language } from '../../domain/finding.ts';
import {
  cellsOf,
  type ExportedPublication,
  type ExportedSeries,
  type ExportInstant,
} from './exported-series.ts';

/** Returns what stands with a download of figures: instant, basis, coverage, how to read it, licences. */
export function seriesNotes(series: ExportedSeries, language: Language): string[] {
  const words = figureWordsOf(language);
  const basis = words.bases[series.basis];
  return [
    series.plan.title[language],
    instantNote(series.instant, language),
    language === 'zh' ? `地区口径：${basis}。` : `Basis: ${basis}.`,
    coverageNote(series, language),
    ...readingNotes(language),
    ...licenceNotes(series.publications, language),
  ];
}

/** Returns what stands with a download of the whole base. */
export function baseNotes(
  base: {
    readonly plan: ExportedSeries['plan'];
    readonly instant: ExportInstant;
    readonly publications: readonly ExportedPublication[];
  },
  language: Language,
): string[] {
  return [
    base.plan.title[language],
    instantNote(base.instant, language),
    ...readingNotes(language),
    ...licenceNotes(base.publications, language),
  ];
}

/** Returns the sentence that says which state of the base a download is of. */
export function instantNote({ number, recorded }: ExportInstant, language: Language): string {
  const zh = language === 'zh';
  if (recorded === null) return zh ? '时点：尚无发布。' : 'As of: nothing is published yet.';
  return zh
    ? `时点：第 ${number} 次发布，入库时间 ${recorded}（协调世界时）。此后的修订不在其内。`
    : `As of: publication ${number}, recorded ${recorded} (UTC). Later revisions are not in it.`;
}

function coverageNote(series: ExportedSeries, language: Language): string {
  const words = figureWordsOf(language);
  const counts = countsOf(series, words);
  const reasons = [...counts.reasons].map(([reason, count]) => `${reason} ${count}`);
  if (language === 'zh') {
    const detail = reasons.length > 0 ? `；${reasons.join('，')}` : '';
    return `覆盖：应有 ${counts.asked} 个数据，有数值的 ${counts.values} 个${detail}；未报送 ${counts.silent} 个。${words.doubtful} ${counts.doubtful} 个。`;
  }
  const detail = reasons.length > 0 ? `; ${reasons.join(', ')}` : '';
  return `Coverage: ${counts.values} of ${counts.asked} figures have a value${detail}; ${counts.silent} were not reported. ${counts.doubtful} are ${words.doubtful}.`;
}

/** How many figures were asked for, how many are there, and why the others are not. */
function countsOf(series: ExportedSeries, words: FigureWords) {
  const asked = series.places.length * series.indicators.length * series.periods.length;
  const reasons = new Map<string, number>();
  let [values, all, doubtful] = [0, 0, 0];
  for (const { figure } of cellsOf(series)) {
    all++;
    if (figure.value !== null) values++;
    if (figure.doubts || figure.doubtful) doubtful++;
    const reason =
      (figure.absence && words.absences[figure.absence]) ??
      (figure.withheld && words.withheld[figure.withheld]);
    if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return { asked, values, doubtful, silent: asked - all, reasons };
}

function readingNotes(language: Language): readonly string[] {
  return language === 'zh' ? readingZh : readingEn;
}

const readingZh = [
  '数值以指标的计量单位计，未经舍入；空缺不是零，原因另列。',
  '若干地区合在一起的数据，有数地区不足应有地区的不给出合计，只注明覆盖。',
  '待核实的数据照原样保留，并注明何处看来有误。',
];

const readingEn = [
  'Values are in the unit of the indicator and not rounded. What is empty is not zero; the reason stands beside it.',
  'For several places together no total is given where some have no figure; the coverage is stated.',
  'Figures to be verified are kept as they are, with what looks wrong about them.',
];

function licenceNotes(publications: readonly ExportedPublication[], language: Language): string[] {
  const zh = language === 'zh';
  const lines = publications.map(({ title, source, licence }) =>
    zh
      ? `《${title.zh}》　来源：${source}　许可：${licence}`
      : `${title.en}. Source: ${source}. Licence: ${licence}`,
  );
  return [...new Set(lines)];
}
