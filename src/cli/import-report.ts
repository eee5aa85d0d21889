import { type Finding, hasErrors, type Language } from '../domain/finding.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Absence, ObservationStatus } from '../domain/observation.ts';
import type { Change, StoredValue } from '../store/statistics/difference.ts';
import type { PublishResult } from '../store/statistics/publish.ts';
import { findingLine, placeWords } from './output.ts';

/** How an import is told. */
export interface ReportOptions {
  readonly dryRun: boolean;
  readonly names: {
    readonly place: (id: string) => string;
    readonly indicator: (id: string) => Indicator | null;
  };
  readonly language: Language;
}

/** Changes told one by one; the others are counted. `--json` has more. */
const told = 50;

/** Returns what a file did or would do as JSON: summary, changes, findings. */
export function importJson(result: PublishResult, dryRun: boolean): string {
  const { summary, changes, findings } = result;
  return `${JSON.stringify({ dryRun, summary, changes, findings }, null, 2)}\n`;
}

/** Returns what a file did or would do as lines: findings, changes cell by cell, a verdict. */
export function importText(result: PublishResult, options: ReportOptions): string {
  const { changes, findings } = result;
  const lines = [
    ...findings.map((item) => findingLine(item, '', options.language)),
    ...(options.dryRun ? changes.slice(0, told).map((change) => changeLine(change, options)) : []),
    ...(options.dryRun ? moreLine(result, options.language) : []),
    verdict(result, findings, options),
  ];
  return `${lines.join('\n')}\n`;
}

/** 表1!B5 修订 龙井市 地区生产总值 2015：250000 → 260000 万元 */
function changeLine(change: Change, { names, language }: ReportOptions): string {
  const indicator = names.indicator(change.indicator);
  const kind = kinds[change.kind][language];
  const what = [
    names.place(change.territory),
    indicator?.name[language] ?? change.indicator,
    change.period,
    ...(change.breakdown === '' ? [] : [`[${change.breakdown}]`]),
  ].join(' ');
  const unit = indicator && change.after.value !== null ? ` ${indicator.unit}` : '';
  const colon = language === 'zh' ? '：' : ': ';
  return `${placeWords(change.place)} ${kind} ${what}${colon}${differenceWords(change, unit, language)}`;
}

/** What is another than it was; the value alone where that is. */
function differenceWords({ before, after }: Change, unit: string, language: Language): string {
  const now = `${valueWords(after, language)}${unit}`;
  if (before === null) return now;
  if (Number(before.value) !== Number(after.value) || before.absence !== after.absence)
    return `${valueWords(before, language)} → ${now}`;
  const [colon, comma, none] = language === 'zh' ? ['：', '；', '无'] : [': ', '; ', 'none'];
  const parts = (['source', 'status', 'note'] as const).filter((key) => before[key] !== after[key]);
  const words = (key: keyof typeof fields, of: StoredValue) =>
    key === 'status' ? statuses[of.status][language] : of[key] || none;
  return [
    now,
    ...parts.map(
      (key) => `${fields[key][language]}${colon}${words(key, before)} → ${words(key, after)}`,
    ),
  ].join(comma);
}

function valueWords({ value, absence }: StoredValue, language: Language): string {
  return value ?? (absence === null ? '' : absences[absence][language]);
}

function moreLine({ summary, changes }: PublishResult, language: Language): string[] {
  const more = summary.new + summary.revised - Math.min(changes.length, told);
  if (more <= 0) return [];
  return [language === 'zh' ? `另有 ${more} 处未列出。` : `${more} more are not listed.`];
}

function verdict(
  { summary }: PublishResult,
  findings: readonly Finding[],
  { dryRun, language }: ReportOptions,
): string {
  const { number } = summary;
  const zh = language === 'zh';
  const counts = zh
    ? `新增 ${summary.new}，修订 ${summary.revised}，未变 ${summary.unchanged}，未采用 ${summary.refused}`
    : `${summary.new} new, ${summary.revised} revised, ${summary.unchanged} unchanged, ${summary.refused} refused`;
  const doubts = zh ? `，待核实 ${summary.doubtful}` : `, ${summary.doubtful} to be verified`;
  if (hasErrors(findings))
    return zh
      ? `${counts}。文件有错误，${dryRun ? '不能导入' : '未导入'}。`
      : `${counts}. The file has errors${dryRun ? ' and cannot be' : '; it was not'} imported.`;
  if (dryRun)
    return zh ? `${counts}。试运行，未导入。` : `${counts}. A dry run; nothing was imported.`;
  if (number === null) return zh ? `${counts}。没有变化。` : `${counts}. Nothing changed.`;
  return zh
    ? `${counts}${doubts}。已导入，第 ${number} 次发布。`
    : `${counts}${doubts}. Imported as number ${number}.`;
}

const kinds = {
  new: { zh: '新增', en: 'new' },
  revised: { zh: '修订', en: 'revised' },
} as const;

const fields = {
  source: { zh: '来源', en: 'source' },
  status: { zh: '状态', en: 'status' },
  note: { zh: '备注', en: 'note' },
} as const;

const statuses: Readonly<Record<ObservationStatus, { readonly zh: string; readonly en: string }>> =
  {
    provisional: { zh: '初步数', en: 'provisional' },
    final: { zh: '最终数', en: 'final' },
    estimated: { zh: '估计数', en: 'estimated' },
  };

const absences: Readonly<Record<Absence, { readonly zh: string; readonly en: string }>> = {
  missing: { zh: '缺失', en: 'missing' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  'not-due': { zh: '未到期', en: 'not due' },
  suppressed: { zh: '保密', en: 'suppressed' },
};
