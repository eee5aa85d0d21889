import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellOutcome, CellView } from '../../src/api/collection.ts';
import {
  decided,
  enqueued,
  newestOf,
  nextBatch,
  type Queue,
  type QueuedSave,
  refused,
  sending,
  settled,
  unsent,
} from '../../src/web/filling/queue-state.ts';

const seeds = { seed: 20170528, numRuns: 300 };

function save(indicator: string, value: string, change: Partial<QueuedSave> = {}): QueuedSave {
  return {
    account: 1,
    submission: 7,
    version: 1,
    order: 0,
    state: 'waiting',
    now: null,
    key: `key-${indicator}-${value}`,
    indicator,
    value,
    absence: null,
    note: null,
    base: 0,
    ...change,
  };
}

function there(indicator: string, value: string, revision: number): CellView {
  const at = { changedBy: '别人', changedAt: '2026-01-01T00:00:00Z' };
  return { indicator, value, absence: null, note: null, revision, ...at };
}

const sentAll = (queue: Queue) => sending(queue, nextBatch(queue, 100));

describe('a queue of cells', () => {
  it('keeps only the newest unsent save of a cell', () => {
    const queue = enqueued(enqueued([], save('gdp', '1')), save('gdp', '2'));
    expect(queue.map(({ value }) => value)).toEqual(['2']);
  });

  it('keeps a sent save beside a newer one, and holds the newer back until it is answered', () => {
    const queue = enqueued(sentAll(enqueued([], save('gdp', '1'))), save('gdp', '2'));
    expect(nextBatch(queue, 100).map(({ value }) => value)).toEqual(['1']);
    expect(newestOf(queue, 'gdp')?.value).toBe('2');
  });

  it('types the newer save over the one that was saved, so that it is no conflict with itself', () => {
    const queue = enqueued(sentAll(enqueued([], save('gdp', '1'))), save('gdp', '2'));
    const saved: CellOutcome = {
      outcome: 'saved',
      key: 'key-gdp-1',
      indicator: 'gdp',
      revision: 4,
    };
    const next = settled(queue, [saved]);
    expect(next.map(({ value, base }) => [value, base])).toEqual([['2', 4]]);
  });

  it('never drops mine in a conflict, also where it was typed after the save that met it', () => {
    const queue = enqueued(sentAll(enqueued([], save('gdp', '1'))), save('gdp', '2'));
    const now = there('gdp', '9', 5);
    const next = settled(queue, [{ outcome: 'conflict', key: 'key-gdp-1', indicator: 'gdp', now }]);
    expect(next.map(({ value, state, now: other }) => [value, state, other?.value])).toEqual([
      ['2', 'conflict', '9'],
    ]);
    expect(nextBatch(next, 100)).toEqual([]);
    const retyped = enqueued(next, save('gdp', '3'));
    expect(retyped.map(({ value, state }) => [value, state])).toEqual([['3', 'conflict']]);
  });

  it('sends mine over what is there, or drops it, as was chosen', () => {
    const now = there('gdp', '9', 5);
    const queue = [save('gdp', '2', { state: 'conflict', now, order: 1 })];
    const mine = decided(queue, { key: 'key-gdp-2', keep: 'mine', newKey: 'another' });
    expect(mine.map(({ key, base, state }) => [key, base, state])).toEqual([
      ['another', 5, 'waiting'],
    ]);
    expect(decided(queue, { key: 'key-gdp-2', keep: 'theirs', newKey: 'x' })).toEqual([]);
  });

  it('asks nothing where both typed the same', () => {
    const queue = sentAll(enqueued([], save('gdp', '1.50')));
    const now = there('gdp', '1.5', 5);
    const outcome: CellOutcome = {
      outcome: 'conflict',
      key: 'key-gdp-1.50',
      indicator: 'gdp',
      now,
    };
    expect(settled(queue, [outcome])).toEqual([]);
  });

  it('sends one version of the form a batch, what was sent before first', () => {
    const queue = [
      save('a', '1', { order: 1, version: 2 }),
      save('b', '1', { order: 2, version: 1, state: 'sent' }),
      save('c', '1', { order: 3, version: 1 }),
    ];
    expect(nextBatch(queue, 100).map(({ indicator }) => indicator)).toEqual(['b', 'c']);
  });

  it('leaves what the server cannot read at its cell until it is typed anew', () => {
    const queue = sentAll(enqueued([], save('gdp', '1')));
    const left = refused(queue, queue);
    expect([unsent(left), newestOf(left, 'gdp')?.state]).toEqual([0, 'refused']);
    expect(enqueued(left, save('gdp', '2')).map(({ state }) => state)).toEqual(['waiting']);
  });

  it('loses and doubles nothing against a server that drops answers, in any order of events', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('type' as const), cell: fc.nat(3) }),
      fc.record({ do: fc.constantFrom('send' as const, 'lost' as const), cell: fc.nat(3) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { typed, server, writes } = played(steps);
        for (const [cell, value] of typed) expect(server.get(cell)?.value).toBe(value);
        expect(new Set(writes).size).toBe(writes.length);
      }),
      seeds,
    );
  });
});

/** Plays steps against a server that takes a key once, then sends what is left. */
function played(steps: readonly { do: 'type' | 'send' | 'lost'; cell: number }[]) {
  const server = new Map<string, { value: string; revision: number }>();
  const answered = new Map<string, CellOutcome>();
  const typed = new Map<string, string>();
  const writes: string[] = [];
  let queue: Queue = [];
  const answer = (one: QueuedSave): CellOutcome => {
    const known = answered.get(one.key);
    if (known) return known;
    const before = server.get(one.indicator);
    expect(one.base).toBe(before?.revision ?? 0);
    const revision = one.base + 1;
    server.set(one.indicator, { value: one.value ?? '', revision });
    writes.push(one.key);
    const outcome = { outcome: 'saved' as const, key: one.key, indicator: one.indicator, revision };
    answered.set(one.key, outcome);
    return outcome;
  };
  const send = (lost: boolean) => {
    const batch = nextBatch(queue, 2);
    queue = sending(queue, batch);
    const outcomes = batch.map(answer);
    if (!lost) queue = settled(queue, outcomes);
  };
  const type = (cell: string, at: number) => {
    typed.set(cell, String(at));
    const base = server.get(cell)?.revision ?? 0;
    queue = enqueued(queue, save(cell, String(at), { base }));
  };
  for (const [at, step] of steps.entries())
    if (step.do === 'type') type(`cell-${step.cell}`, at);
    else send(step.do === 'lost');
  for (let rest = 0; rest < 100 && unsent(queue) > 0; rest += 1) send(false);
  return { typed, server, writes };
}
