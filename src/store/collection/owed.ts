import { sql } from 'kysely';
import type { Owed } from '../../api/reminders.ts';
import type { Visit } from '../visit.ts';

/** Resolves to how much waits for the visitor, by what is to be done; counted, not read. */
export async function readOwed({ db, plan }: Pick<Visit, 'db'> & { plan: string }): Promise<Owed> {
  const { rows } = await sql<Owed>`
    select
      count(*) filter (where (s.state = 'returned' or s.state = 'draft' and r.closed_at is null
          and r.opens <= (now() at time zone 'Asia/Shanghai')::date)
        and s.filled_by = any ((select xingbian.held_bodies('{reporter}'))::text[]))::int as own,
      count(*) filter (where s.state in ('submitted', 'accepted') and (
        l.role = 'reviewer' and l.body = any ((select xingbian.held_bodies('{reviewer}'))::text[])
        or l.role = 'approver' and l.body = any ((select xingbian.held_bodies('{approver}'))::text[])
        ) and not xingbian.worked_on(s.id))::int as review,
      count(*) filter (where s.state = 'accepted' and s.level = s.levels
        and s.body = any ((select xingbian.bodies_below('{publisher}'))::text[]))::int as publish
    from xingbian.submission s
    join xingbian.round r on r.id = s.round
    left join xingbian.submission_level l on l.submission = s.id and l.level = s.level
    where r.plan_id = ${plan} and s.state in ('draft', 'returned', 'submitted', 'accepted')`.execute(
    db,
  );
  return rows[0] ?? { own: 0, review: 0, publish: 0 };
}
