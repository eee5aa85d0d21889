import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlanFolder } from '../../src/store/plan-folder.ts';
import { writePlanFolder } from '../server/plan-folder.ts';
import { tempFolder } from './temp-folder.ts';

/** The findings of the example's folder with some of its files replaced. */
async function findings(files: Readonly<Record<string, string | null>>) {
  const folder = writePlanFolder(tempFolder());
  for (const [name, text] of Object.entries(files)) {
    if (text === null) rmSync(join(folder, name));
    else writeFileSync(join(folder, name), text);
  }
  const read = await readPlanFolder(folder);
  return read.findings.map(({ code, where }) => `${where.file}:${where.line ?? ''} ${code}`);
}

test('a good folder has no findings, and knows its lines', async () => {
  const read = await readPlanFolder(writePlanFolder(tempFolder()));
  expect(read.findings).toEqual([]);
  expect(read.file?.id).toBe('example');
  expect(read.text).toContain('一、主要任务');
  expect(read.agencies.map((agency) => agency.name)).toEqual(['交通运输部', '国家发展改革委']);
  expect([read.lineOf.plan('period.end'), read.lineOf.agency('国家发展改革委')]).toEqual([7, 3]);
});

test('missing files are named', async () => {
  expect(await findings({ 'agencies.csv': null, 'text.txt': null })).toEqual([
    'text.txt: file-missing',
    'agencies.csv: file-missing',
  ]);
  expect(await findings({ 'plan.yaml': null })).toEqual(['plan.yaml: file-missing']);
});

test('a field that is wrong has its line', async () => {
  const yaml = `id: Wrong Id
title: { zh: a, en: b }
shortTitle:
  zh: a
number: n
issuer: i
issued: 2017-02-30
extra: 1
`;
  expect(await findings({ 'plan.yaml': yaml })).toEqual(
    expect.arrayContaining([
      'plan.yaml:1 field-invalid',
      'plan.yaml:3 field-invalid',
      'plan.yaml:7 field-invalid',
      'plan.yaml:8 field-invalid',
    ]),
  );
});

test('broken YAML and CSV have their lines', async () => {
  expect(await findings({ 'corrections.yaml': 'corrections:\n  - id: a\n   op: b\n' })).toEqual([
    'corrections.yaml:3 yaml-syntax',
  ]);
  const header = 'name,full_name,full_name_source,successors,succeeded,succession_source,note\n';
  expect(await findings({ 'agencies.csv': `${header}甲,,,,,,\n乙,"丙\n` })).toEqual([
    'agencies.csv:3 csv-syntax',
  ]);
});

test('corrections have ids of their own', async () => {
  const correction = (
    id: string,
  ) => `  - { id: ${id}, op: set, clause: '1', field: heading, value: a,
      expect: b, reason: r, provider: p }\n`;
  const yaml = `corrections:\n${correction('a')}${correction('b')}${correction('a')}`;
  expect(await findings({ 'corrections.yaml': yaml })).toEqual([
    'corrections.yaml:6 field-invalid',
  ]);
});

test('agencies are listed once, and a fact has its source', async () => {
  const csv = `name,full_name,full_name_source,successors,succeeded,succession_source,note
甲部,甲部全称,,,,,
乙部,,,丙部；丁部,2018-03,法〔2018〕1号,
乙部,,,,,,
,,,,,,note
戊部,,,己部,2018年,,
`;
  expect(await findings({ 'agencies.csv': csv })).toEqual([
    'agencies.csv:2 source-missing',
    'agencies.csv:4 agency-duplicate',
    'agencies.csv:5 field-invalid',
    'agencies.csv:6 source-missing',
    'agencies.csv:6 field-invalid',
  ]);
});
