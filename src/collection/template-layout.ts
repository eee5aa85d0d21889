import type { Language } from '../domain/finding.ts';
import { columnLetters } from '../domain/sheet.ts';

/** The columns of a template in their order. */
export const columns = [
  { key: 'line', width: 6, hidden: false },
  { key: 'name', width: 38, hidden: false },
  { key: 'unit', width: 10, hidden: false },
  { key: 'before', width: 16, hidden: false },
  { key: 'known', width: 16, hidden: false },
  { key: 'value', width: 18, hidden: false },
  { key: 'reason', width: 14, hidden: false },
  { key: 'note', width: 40, hidden: false },
  { key: 'id', width: 12, hidden: true },
  { key: 'stood', width: 12, hidden: true },
] as const;

export type TemplateColumn = (typeof columns)[number]['key'];

/** 1-based row of the first section: title, what it is, how to fill it and the header stand above. */
export const firstRow = 5;

/** Returns where a column stands: 0-based, and as spreadsheets name it. */
export function columnOf(key: TemplateColumn): {
  readonly index: number;
  readonly letters: string;
} {
  const index = columns.findIndex((column) => column.key === key);
  return { index, letters: columnLetters(index) };
}

interface TemplateWords {
  readonly sheet: string;
  readonly columns: Readonly<Record<TemplateColumn, string>>;
  readonly proposed: string;
  readonly approval: (by: string, number: string, until: string) => string;
  readonly due: (day: string) => string;
  readonly howTo: string;
  readonly computed: string;
  readonly reasonPrompt: string;
}

/** The fixed words of a template. */
export const templateWords: Readonly<Record<Language, TemplateWords>> = {
  zh: {
    sheet: '填报',
    columns: {
      line: '行号',
      name: '指标',
      unit: '单位',
      before: '上期数',
      known: '已有数',
      value: '本期数',
      reason: '无数原因',
      note: '说明',
      id: 'indicator',
      stood: 'as downloaded',
    },
    proposed: '拟设，尚未批准或备案',
    approval: (by, number, until) => `${by} ${number}，有效期至 ${until}`,
    due: (day) => `截止 ${day}`,
    howTo:
      '只填浅黄色的三列；“已有数”不用再填，有误的在本期数中填正确的数。没有数的留空并选原因，零填 0。本系统不接收涉密内容和个人信息。',
    computed: '自动计算',
    reasonPrompt: '没有数时选一个原因；零是数，请填 0',
  },
  en: {
    sheet: '填报',
    columns: {
      line: 'Line',
      name: 'Indicator',
      unit: 'Unit',
      before: 'Last period',
      known: 'Known',
      value: 'This period',
      reason: 'Why no figure',
      note: 'Note',
      id: 'indicator',
      stood: 'as downloaded',
    },
    proposed: 'proposed, not approved or on file yet',
    approval: (by, number, until) => `${by} ${number}, valid until ${until}`,
    due: (day) => `due ${day}`,
    howTo:
      'Fill the three yellow columns only. What is known need not be filled; where it is wrong give the right figure. Where there is no figure leave it blank and choose why; zero is 0. No classified matter and nothing on persons belongs here.',
    computed: 'computed',
    reasonPrompt: 'Choose why where there is no figure; zero is a figure: 0',
  },
};
