import { describe, expect, it } from 'vitest';
import { lightPalette } from '../../src/charts/ribbon/palette.ts';
import { readingMarks, ribbonScene } from '../../src/charts/ribbon/ribbon-scene.ts';
import { brokenLines, ribbonSvg } from '../../src/charts/ribbon/svg.ts';
import { trackForms } from '../../src/charts/ribbon/track.ts';
import { uprightScene } from '../../src/charts/ribbon/upright-scene.ts';
import { expectGolden } from './golden.ts';
import { examplePlaces, exampleTrack, exampleWords } from './ribbon-example.ts';

const tracks = trackForms.map((form) => exampleTrack(form, form === 'stacked-years' ? 5 : 2));
const words = {
  title: '示例长卷 <&>',
  lede: ['一柱一县。'],
  legend: tracks[0]?.legend ?? [],
  foot: ['来源：编造的例子。', '时点：第1次发布'],
};

describe('the ribbon as a file', () => {
  it('is drawn as it was', () => {
    const scene = ribbonScene(examplePlaces, tracks, { width: 960, words: exampleWords });
    const over = readingMarks(scene, 12);
    expectGolden('ribbon', 'svg', ribbonSvg(scene, lightPalette, { ...words, over }));
  });

  it('is drawn as it was, upright', () => {
    const scene = uprightScene(examplePlaces, tracks, { width: 350, words: exampleWords });
    expectGolden('ribbon-upright', 'svg', ribbonSvg(scene, lightPalette, words));
  });

  it('is drawn as it was, a stretch of it', () => {
    const window = { from: 7, to: 19 };
    const scene = ribbonScene(examplePlaces, tracks.slice(0, 2), {
      width: 960,
      words: exampleWords,
      window,
      firstTitle: true,
    });
    expectGolden('ribbon-stretch', 'svg', ribbonSvg(scene, lightPalette, words));
  });

  it('needs nothing from elsewhere, and escapes its words', () => {
    const scene = ribbonScene(examplePlaces, tracks, { width: 960, words: exampleWords });
    const svg = ribbonSvg(scene, lightPalette, words);
    expect(svg).toContain('<title>示例长卷 &lt;&amp;&gt;</title>');
    expect(svg).not.toMatch(/<style|style=|href|var\(--|<script/);
    expect(svg.match(/https?:\/\/[^"\s]+/g)).toEqual(['http://www.w3.org/2000/svg']);
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(svg).toContain(`id="${id}"`);
    for (const foot of words.foot) expect(svg).toContain(foot);
  });

  it('breaks long lines before they grow too wide, and never before a closing mark', () => {
    const lines = brokenLines('甲乙丙丁，戊己庚辛。2010—2020年water入户'.repeat(3), 10, 100);
    expect(lines.join('').replace(/\s/g, '')).toBe(
      '甲乙丙丁，戊己庚辛。2010—2020年water入户'.repeat(3).replace(/\s/g, ''),
    );
    for (const line of lines) expect(line).not.toMatch(/^[，。]/);
  });
});
