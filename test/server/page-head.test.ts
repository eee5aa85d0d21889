import { expect, test } from 'vitest';
import type { PlanSummary } from '../../src/api/plan.ts';
import { type PageFacts, pageHead, renderPage } from '../../src/server/page-head.ts';

const facts: PageFacts = {
  plan: {
    title: { zh: '示例<规划>', en: 'Example' },
    shortTitle: { zh: '示例', en: 'Example' },
    number: '示例〔2017〕1号',
    counts: { responsibilities: 2, agencies: 3, cells: 4, commitments: 5 },
  } as PlanSummary,
  clause: (id) =>
    id === '1.1' ? { id, kind: 'task', number: '1.', heading: '公路 & 铁路' } : null,
  names: (agency) => agency === '国家民委',
  territory: (id) => (id === '451026' ? '那坡县' : null),
  indicator: (id) => (id === 'gdp' ? '地区生产总值' : null),
};

test('a page is named before its script runs, and its first question asked', () => {
  expect(pageHead('/plan/1.1', facts)).toMatchObject({
    status: 200,
    title: '1.公路 & 铁路 · 示例 · 兴边',
    preload: ['/api/plan/document'],
  });
  expect(pageHead(`/agencies/${encodeURIComponent('国家民委')}/`, facts)).toMatchObject({
    status: 200,
    preload: [`/api/plan/agencies/${encodeURIComponent('国家民委')}`],
  });
  expect(pageHead('/responsibilities', facts).description).toContain('2条×3个部门，列名4处');
});

test('a place and an indicator are named, and asked for as their address says', () => {
  expect(pageHead('/territories/451026', facts)).toMatchObject({
    status: 200,
    title: '那坡县 · 示例 · 兴边',
    preload: ['/api/statistics/territories/451026'],
  });
  expect(pageHead('/indicators/gdp', facts).preload).toEqual(['/api/statistics/indicators/gdp']);
  expect(pageHead('/territories/451026', facts, ['lang']).preload).toHaveLength(1);
  expect(pageHead('/territories/451026', facts, ['basis']).preload).toEqual([]);
  expect(pageHead('/indicators', facts).preload).toEqual(['/api/statistics']);
});

test.each([
  '/territories',
  '/territories/9',
  '/indicators/nothing',
  '/plan/2',
  '/agencies/x',
  '/nosuch',
  '/search/x',
  '/plan/1.1/x',
  '/%E0%A4%A',
])('%s is no page', (path) => expect(pageHead(path, facts).status).toBe(404));

test('what is put into the page is text, not markup', () => {
  const index = '<head><title>兴边</title></head>';
  const page = renderPage(index, pageHead('/plan', facts));
  expect(page).toContain('<title>示例&lt;规划&gt; · 兴边</title>');
  expect(page).toContain('href="/api/plan/document"');
  expect(page.match(/<\/head>/g)).toHaveLength(1);
});
