import type {
  RibbonFigure,
  RibbonPlace,
  RibbonTrack,
  RibbonWords,
  TrackForm,
} from '../../src/charts/ribbon/track.ts';

const characters = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄';

/** A made-up frontier: 26 places in four provinces, along five neighbours. Nothing in it is real. */
export const examplePlaces: readonly RibbonPlace[] = Array.from({ length: 26 }, (_, index) => ({
  id: String(900001 + index),
  name: `${characters[index] ?? ''}${index % 7 === 3 ? '河自治' : ''}县`,
  shortName: `${characters[index] ?? ''}${index % 7 === 3 ? '河' : ''}`,
  province: index < 6 ? '东省' : index < 7 ? '小省' : index < 19 ? '北省' : '南省',
  neighbours: neighboursOf(index),
  touches: index !== 9,
  certain: index !== 9,
}));

export const exampleWords: RibbonWords = {
  doubtful: '待核实',
  median: '中位县',
  places: (count) => String(count),
};

/** Returns a track of a form with seeded figures: some without a base, some absent, one doubtful. */
export function exampleTrack(form: TrackForm, periods: number, seed = 1): RibbonTrack {
  const next = randomFrom(seed);
  const figures = examplePlaces.map((_, place): readonly RibbonFigure[] =>
    Array.from({ length: periods }, (_, period): RibbonFigure => {
      const value = valueFor(form, next());
      if (place % 11 === 5 && period === 0 && periods > 1) return { value: null };
      if (place === 17) return { value: null, reason: '未报送' };
      return place === 12 && period === periods - 1 ? { value, doubtful: true } : { value };
    }),
  );
  return {
    id: form,
    form,
    title: `示例 ${form}`,
    note: `${periods}期`,
    unit: form === 'level-rise' ? '%' : '个',
    digits: 1,
    direction: 'up',
    range: form === 'level-rise' ? { min: 0, max: 100 } : {},
    periods: Array.from({ length: periods }, (_, index) => String(2010 + index)),
    figures,
    legend: [
      { fill: 'was', shape: 'bar', words: '已有' },
      { fill: 'lost', shape: 'bar', words: '减少' },
      { fill: 'was', shape: 'ring', words: '无基年' },
    ],
  };
}

/** Returns numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function valueFor(form: TrackForm, random: number): number {
  if (form === 'plumb') return 2016 + Math.floor(random * 5);
  if (form === 'squares') return Math.floor(random * 3);
  return Math.round(random * 1000) / 10;
}

function neighboursOf(index: number): readonly string[] {
  if (index === 9 || (index >= 20 && index < 23)) return [];
  const names = [];
  if (index < 8) names.push('甲国');
  if (index >= 7 && index < 15) names.push('乙国');
  if (index === 14) names.push('丙国', '丁国');
  if (index >= 15) names.push('戊国');
  return names;
}
