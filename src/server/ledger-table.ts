import type { JudgedCommitment, Ledger } from '../api/plan.ts';
import type { Language } from '../domain/finding.ts';
import type { Table } from '../domain/table.ts';
import { vocabularyOf } from '../domain/vocabulary.ts';
import { cited, sourceNotes } from './matrix-table.ts';

/** Returns the ledger for download: the commitments, then the named projects, then the duties. */
export function ledgerTables(ledger: Ledger, language: Language): [Table, Table, Table] {
  return [commitments(ledger, language), projects(ledger, language), duties(ledger, language)];
}

function commitments(ledger: Ledger, language: Language): Table {
  const zh = language === 'zh';
  const words = vocabularyOf(language);
  const header = headersOf(language);
  return {
    name: zh ? '规划事项' : 'commitments',
    title: titleOf(ledger, language, '规划事项台账', 'ledger of commitments'),
    columns: [
      { key: 'id', header: header('编号', 'Id'), width: 12 },
      { key: 'clause', header: header('条款', 'Clause'), width: 36 },
      { key: 'area', header: header('所属', 'In'), width: 28 },
      { key: 'text', header: header('原文', 'Text'), width: 60 },
      { key: 'verb', header: header('动词', 'Verb'), width: 12 },
      { key: 'grade', header: header('动词分级', 'Grade'), width: 12 },
      { key: 'target', header: header('目标类型', 'Target'), width: 12 },
      { key: 'deadline', header: header('期限', 'Deadline'), width: 10 },
      { key: 'deadlineBasis', header: header('期限依据', 'Deadline from'), width: 14 },
      { key: 'conditions', header: header('条件和范围', 'Conditions'), width: 28 },
      { key: 'evaluable', header: header('可否评估', 'Evaluable'), width: 12 },
      { key: 'reason', header: header('不可评估的原因', 'Why not'), width: 24 },
      { key: 'basis', header: header('完成标准', 'Kept when'), width: 28 },
    ],
    rows: ledger.commitments.map((item) => [
      item.id,
      cited(item.link),
      cited(item.area),
      item.text,
      item.verb,
      words.grades[item.grade],
      words.targets[item.target],
      item.deadline,
      item.deadlineBasis && words.deadlineBases[item.deadlineBasis],
      item.conditions.join('；') || null,
      ...judged(item, language),
    ]),
    notes: [...sourceNotes(ledger.plan, language), ...notes[language]],
  };
}

function projects(ledger: Ledger, language: Language): Table {
  const words = vocabularyOf(language);
  const header = headersOf(language);
  return {
    name: header('具名项目', 'named-projects'),
    title: titleOf(ledger, language, '具名项目', 'named projects'),
    columns: [
      { key: 'title', header: header('名称', 'Name'), width: 40 },
      { key: 'kind', header: header('类别', 'Kind'), width: 10 },
      { key: 'grade', header: header('动词分级', 'Grade'), width: 12 },
      { key: 'verb', header: header('动词', 'Verb'), width: 12 },
      { key: 'clause', header: header('条款', 'Clause'), width: 36 },
      { key: 'area', header: header('所属', 'In'), width: 28 },
    ],
    rows: ledger.namedProjects.map((item) => [
      item.title,
      words.projectKinds[item.kind],
      words.grades[item.grade],
      item.verb,
      cited(item.link),
      cited(item.area),
    ]),
    notes: sourceNotes(ledger.plan, language),
  };
}

function duties(ledger: Ledger, language: Language): Table {
  const header = headersOf(language);
  return {
    name: header('正文所列职责', 'duties'),
    title: titleOf(ledger, language, '正文所列职责', 'duties in running text'),
    columns: [
      { key: 'clause', header: header('条款', 'Clause'), width: 36 },
      { key: 'actors', header: header('主体', 'Bodies'), width: 32 },
      { key: 'action', header: header('职责', 'Duty'), width: 60 },
    ],
    rows: ledger.duties.map((item) => [cited(item.link), item.actors.join('；'), item.action]),
    notes: sourceNotes(ledger.plan, language),
  };
}

const notes = {
  zh: ['动词分级的次序和“可否评估”由本系统判定，不是规划原文。'],
  en: ['The order of grades and whether a commitment is evaluable are ours, not the plan’s.'],
};

function headersOf(language: Language): (zh: string, en: string) => string {
  return (zh, en) => (language === 'zh' ? zh : en);
}

function titleOf(ledger: Ledger, language: Language, zh: string, en: string): string {
  const { title, number } = ledger.plan;
  return language === 'zh' ? `${title.zh}（${number}）${zh}` : `${title.en} (${number}): ${en}`;
}

/** Evaluable or not, why not, and what would count as kept. */
function judged(
  item: JudgedCommitment,
  language: Language,
): [string, string | null, string | null] {
  const { evaluability: answer } = item;
  const words = vocabularyOf(language);
  const header = headersOf(language);
  if (!answer.evaluable)
    return [header('不可评估', 'not as written'), words.reasons[answer.reason], null];
  const basis =
    answer.basis === 'target' ? words.targetBasis[item.target] : words.gradeBasis[item.grade];
  return [header('可评估', 'yes'), null, basis];
}
