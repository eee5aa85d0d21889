import type { ClauseLink, Matrix, MatrixRow, PlanSummary } from '../api/plan.ts';
import type { Language } from '../domain/finding.ts';
import type { Table, TableCell, TableColumn } from '../domain/table.ts';
import { vocabularyOf } from '../domain/vocabulary.ts';

/**
 * Returns the responsibility matrix for download, wide: a row for each statement, a column for each
 * agency with 1 where it is named, totals in the last column and the last row.
 */
export function matrixTable(matrix: Matrix, language: Language): Table {
  const say = language === 'zh' ? chinese : english;
  const names = matrix.agencies.map((agency) => agency.name);
  return {
    name: say.name,
    title: `${say.title(matrix.plan)}`,
    columns: [
      ...say.columns,
      ...names.map((name) => ({ key: name, header: name, numeric: true })),
      { key: 'total', header: say.total, numeric: true },
    ],
    rows: [...matrix.rows.map((row) => cells(row, names, language)), totals(matrix, say.total)],
    notes: [...sourceNotes(matrix.plan, language), ...say.notes, ...leadNote(matrix, say.noLead)],
  };
}

/** Said only where it is true of every row. */
function leadNote(matrix: Matrix, words: string): string[] {
  return matrix.rows.some((row) => row.leads.length > 0) ? [] : [words];
}

/** Returns the lines that say where a table of the plan comes from. */
export function sourceNotes(plan: PlanSummary, language: Language): string[] {
  const { publisher, attribution, note } = plan.source;
  const label = language === 'zh' ? '来源：' : 'Source: ';
  return [`${label}${attribution || publisher}`, ...(note && language === 'zh' ? [note] : [])];
}

/** Returns a clause as a reader cites it: number and heading. */
export function cited(link: ClauseLink): string {
  return `${link.number ?? ''}${link.heading}`;
}

const text = (key: string, header: string, width: number): TableColumn => ({ key, header, width });

const chinese = {
  name: '责任矩阵',
  total: '合计',
  title: (plan: PlanSummary) => `${plan.title.zh}（${plan.number}）责任矩阵`,
  columns: [
    text('clause', '条款', 10),
    text('number', '序号', 12),
    text('heading', '标题', 32),
    text('kind', '类别', 10),
    text('area', '所属', 28),
    text('manner', '分工方式', 20),
    text('others', '未逐一列名的单位', 28),
  ],
  notes: ['1 表示该条的责任分工列有该部门；名称和次序依印发文本。'],
  noLead: '原文没有为任何一条指定牵头部门。',
};

const english: typeof chinese = {
  name: 'responsibility-matrix',
  total: 'Total',
  title: (plan) => `${plan.title.en} (${plan.number}): responsibility matrix`,
  columns: [
    text('clause', 'Clause', 10),
    text('number', 'Number', 12),
    text('heading', 'Heading', 32),
    text('kind', 'Kind', 12),
    text('area', 'In', 28),
    text('manner', 'Manner', 20),
    text('others', 'Bodies not named one by one', 28),
  ],
  notes: ['1: the statement of the item names the agency. Names and order as printed.'],
  noLead: 'The text names a lead for none of the items.',
};

function cells(row: MatrixRow, names: readonly string[], language: Language): TableCell[] {
  const words = vocabularyOf(language);
  const named = new Set(row.agencies);
  return [
    row.clause.id,
    row.clause.number,
    row.clause.heading,
    words.kinds[row.clause.kind],
    cited(row.area),
    words.manners[row.manner],
    row.others.join('；') || null,
    ...names.map((name) => (named.has(name) ? 1 : null)),
    row.agencies.length,
  ];
}

function totals(matrix: Matrix, label: string): TableCell[] {
  const blanks = Array.from({ length: chinese.columns.length - 1 }, () => null);
  return [label, ...blanks, ...matrix.agencies.map((agency) => agency.count), matrix.cells];
}
