import type pg from 'pg';
import { agencyOf } from '../../domain/account.ts';
import type { FormsFile } from '../../domain/form.ts';
import type { Absence } from '../../domain/observation.ts';
import { type PeriodNumber, periodText } from '../../domain/period.ts';
import type { TerritoryRegister } from '../../domain/territory.ts';
import { newestDefinition } from '../statistics/newest-definition.ts';
import type { Batch } from '../statistics/publish.ts';

/** A cell of a submission on its way into the base, beside what the base says now. */
export interface ReleasedCell {
  readonly submission: number;
  readonly body: string;
  readonly indicator: string;
  readonly period: PeriodNumber;
  readonly value: string | null;
  readonly absence: Absence | null;
  readonly note: string | null;
  /** What the base says; both null where it says nothing. */
  readonly old: string | null;
  readonly oldAbsence: Absence | null;
  /** Whether the base says something else. */
  readonly revises: boolean;
  /** Which form, who filled it in and who let it pass. */
  readonly source: string;
}

interface Row extends Omit<ReleasedCell, 'source'> {
  readonly form: string;
  readonly version: number;
  readonly levels: readonly { readonly body: string; readonly role: string }[];
}

/** Resolves to the filled cells of submissions of places; an agency's figures are of no place. */
export async function readReleasedCells(
  client: pg.ClientBase,
  plan: string,
  submissions: readonly number[],
): Promise<readonly ReleasedCell[]> {
  const { rows } = await client.query<Row>(
    `select s.id as submission, t.id as body, c.indicator, r.period, r.form, r.version,
      trim_scale(c.value)::text as value, c.absence, c.note, o.value::text as old,
      o.absence as "oldAbsence",
      o.found is not null and (o.value is distinct from c.value
        or o.absence is distinct from c.absence) as revises,
      (select json_agg(json_build_object('body', l.body, 'role', l.role) order by l.level)
        from xingbian.submission_level l where l.submission = s.id) as levels
    from xingbian.submission s
    join xingbian.round r on r.id = s.round
    join xingbian.territory t on t.plan_id = r.plan_id
      and t.id = case when s.body like 'agency:%' then $3 else s.body end
    join xingbian.cell c on c.submission = s.id and (c.value is not null or c.absence is not null)
    join xingbian.indicator i on i.plan_id = r.plan_id and i.id = c.indicator
    left join lateral (
      select value, absence, true as found from xingbian.observation
      where territory = t.key and indicator = i.key and period = r.period and breakdown = ''
      order by number desc limit 1) o on true
    where s.id = any ($1::int[]) and r.plan_id = $2
    order by t.key, i.key, r.period`,
    [submissions, plan, await stateOf(client, plan)],
  );
  const names = await namesOf(client, plan);
  const forms = await formNames(client, plan);
  return rows.map(({ form, version, levels, ...cell }) => ({
    ...cell,
    source: sourceText(
      forms(version, form),
      cell.period,
      names(cell.body),
      levels.map((level) => `${names(level.body)}${roleWords[level.role] ?? ''}`),
    ),
  }));
}

const roleWords: Readonly<Record<string, string>> = { reviewer: '审核', approver: '审定' };

/** The source of a figure is Chinese in the base, as those of the yearbooks are. */
function sourceText(
  form: { title: string; number: string },
  period: PeriodNumber,
  body: string,
  levels: readonly string[],
): string {
  return `${form.title}（${form.number}）${periodText(period)}：${[`${body}填报`, ...levels].join('，')}`;
}

/** What an agency reports is of the whole state. */
async function stateOf(client: pg.ClientBase, plan: string): Promise<string> {
  const { register } = await newestDefinition(client, plan);
  return register.territories.find((place) => place.kind === 'state')?.id ?? '';
}

async function namesOf(client: pg.ClientBase, plan: string): Promise<(body: string) => string> {
  const { register }: { register: TerritoryRegister } = await newestDefinition(client, plan);
  const names = new Map(register.territories.map((place) => [place.id, place.name]));
  return (body) => agencyOf(body) ?? names.get(body) ?? body;
}

async function formNames(
  client: pg.ClientBase,
  plan: string,
): Promise<(version: number, id: string) => { title: string; number: string }> {
  const { rows } = await client.query<{ version: number; forms: FormsFile }>(
    'select version, forms from xingbian.form_set where plan_id = $1',
    [plan],
  );
  const names = new Map(
    rows.flatMap(({ version, forms }) =>
      forms.forms.map(
        (form) => [`${version} ${form.id}`, { title: form.title.zh, number: form.number }] as const,
      ),
    ),
  );
  return (version, id) => names.get(`${version} ${id}`) ?? { title: id, number: '' };
}

/** Why a cell of a submission replaces a published figure. */
export interface CellReasonOf {
  readonly submission: number;
  readonly indicator: string;
  readonly reason: string;
}

/**
 * Yields the cells as rows of a file would come. A figure that replaces another says why in its note.
 */
export async function* releaseBatches(
  cells: readonly ReleasedCell[],
  reasons: readonly CellReasonOf[],
): AsyncGenerator<Batch> {
  const why = new Map(reasons.map((one) => [`${one.submission} ${one.indicator}`, one.reason]));
  yield {
    observations: cells.map((cell) => ({
      territory: cell.body,
      indicator: cell.indicator,
      period: cell.period,
      breakdown: '',
      value: cell.value,
      absence: cell.absence,
      status: 'final',
      source: cell.source,
      note: noteOf(cell, why),
      place: {},
    })),
    findings: [],
  };
}

function noteOf(cell: ReleasedCell, reasons: ReadonlyMap<string, string>): string | null {
  const reason = reasons.get(`${cell.submission} ${cell.indicator}`);
  const parts = [...(reason ? [`更正原因：${reason}`] : []), ...(cell.note ? [cell.note] : [])];
  return parts.length > 0 ? parts.join('；') : null;
}
