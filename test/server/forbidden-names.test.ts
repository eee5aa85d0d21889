import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { openPlan } from '../../src/server/open-plan.ts';
import { tempFolder } from '../store/temp-folder.ts';

const shipped = join(import.meta.dirname, '..', '..', 'plans/xingbian-2016-2020');

/** The shipped plan with one of its files changed. */
function changedPlan(file: string, from: RegExp, to: string): string {
  const folder = tempFolder();
  cpSync(shipped, folder, { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(join(folder, file), changed);
  return folder;
}

const faults = [
  [
    'a form',
    'forms.yaml',
    /title: \{ zh: 边境县基本情况年报/,
    'title: { zh: 边境县農戶花名册',
    'form-forbidden',
  ],
  [
    'a part of a form',
    'forms.yaml',
    /title: \{ zh: 财政金融, en: [^}]+\}/,
    'title: { zh: 护边, en: patrolRoute }',
    'form-forbidden',
  ],
  [
    'an indicator',
    'indicators.yaml',
    /aliases: \[年末户籍人口/,
    'aliases: [少数民族户籍人口',
    'indicator-forbidden',
  ],
  ['a theme', 'indicators.yaml', /zh: 财政, en/, 'zh: 警力和边防, en', 'indicator-forbidden'],
] as const;

describe('the shipped plan, asking for what is not held in the name of', () => {
  test.each(faults)('%s: check says where', async (_, file, from, to, code) => {
    const log = vi.spyOn(console, 'log').mockReturnValue();
    try {
      expect(await check([changedPlan(file, from, to)])).toBe(1);
      const found = log.mock.calls.flat().filter((line) => String(line).includes(code));
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(new RegExp(`${file}:\\d+`));
    } finally {
      log.mockRestore();
    }
  });

  test.each(faults)('%s: it does not start', async (_, file, from, to) => {
    await expect(openPlan(changedPlan(file, from, to))).rejects.toMatchObject({
      code: 'plan-invalid',
    });
  });
});
