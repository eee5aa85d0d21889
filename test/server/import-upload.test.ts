import { beforeAll, expect, test } from 'vitest';
import { importUpload } from '../../src/server/import-upload.ts';
import type { Visit } from '../../src/store/visit.ts';
import { as, defineCollection, type Person, signedIn } from '../store/collection-desk.ts';
import { exampleStore } from '../store/example-store.ts';

const store = exampleStore();
let publisher: Person;

beforeAll(async () => {
  await defineCollection(store(), 'example');
  publisher = await signedIn(store(), 'publisher', 'publisher@s');
});

const table = (place: string) =>
  new TextEncoder().encode(`地区,指标,时期,数值,单位\n${place},gdp,2018,5,万元\n`);

const upload = (name: string, dryRun: 'yes' | 'no', place = 'a1') =>
  as(store(), publisher, async (made) => {
    if (!made.visitor) throw new Error('nobody is signed in');
    const again = <Result>(body: (visit: Visit) => Promise<Result>) => body(made);
    const work = { ...made, who: made.visitor, store: store(), plan: 'example', again };
    return await importUpload({ ...work, file: table(place) }, { name, dryRun, source: '测试' });
  });

const recorded = async () =>
  await store()
    .owner.selectFrom('audit')
    .select(['account', 'role', 'body', 'subject', 'new'])
    .where('act', '=', 'base.import')
    .execute();

test('a file whose name bears a mark of secrecy is not read', async () => {
  await expect(upload('【机密】边境县.csv', 'no')).rejects.toMatchObject({
    code: 'file-classified',
  });
});

test('a dry run leaves no trace, an import one row of the record', async () => {
  const tried = await upload('边境县.csv', 'yes');
  expect(tried.summary).toMatchObject({ number: null, rows: 1, new: 1 });
  expect(await recorded()).toEqual([]);
  const { summary } = await upload('边境县.csv', 'no');
  expect(await recorded()).toEqual([
    { account: publisher.id, role: 'publisher', body: 's', subject: '边境县.csv', new: summary },
  ]);
});

test('figures whose act cannot be recorded do not enter', async () => {
  const numbers = async () =>
    (await store().owner.selectFrom('publication').select('number').execute()).length;
  const before = await numbers();
  await store().writer.query(`create function xingbian.no_import() returns trigger
    language plpgsql as $$ begin if new.act = 'base.import' then raise exception 'full'; end if;
    return new; end $$`);
  await store().writer.query(`create trigger no_import before insert on xingbian.audit
    for each row execute function xingbian.no_import()`);
  await expect(upload('b.csv', 'no', 'a2')).rejects.toThrow('full');
  expect(await numbers()).toBe(before);
});
