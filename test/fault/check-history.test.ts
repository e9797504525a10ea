import { describe, expect, test } from 'vitest';
import { type Checked, checkHistory, type Stored } from './kit/check-history.ts';
import type { Line } from './kit/history.ts';

/** The checker must catch what it is there for: each bad history by the name of its fault, and a good one not at all. */

type Told = Line extends infer L ? (L extends Line ? Omit<L, 'at' | 'conversationId'> : never) : never;
const lines = (...told: Told[]) => told.map((line) => ({ at: 0, conversationId: 'c', ...line }) as Line);
const stored = (...ids: (string | null)[]): Stored =>
  new Map([['c', ids.map((clientId, index) => ({ seq: index + 1, clientId }))]]);
const invoke = (clientId: string, client = 'v'): Told => ({ kind: 'invoke', client, clientId });
const ok = (clientId: string, seq: number, client = 'v'): Told => ({ kind: 'ok', client, clientId, seq });
const shown = (seq: number, clientId: string | null, client = 'a'): Told => ({ kind: 'shown', client, seq, clientId });
const check = (told: Line[], truth: Stored, readers: string[] = []): Checked =>
  checkHistory(told, truth, new Set(readers));
const faults = (...input: Parameters<typeof check>) => check(...input).violations.map(({ fault }) => fault);

const sent = [invoke('m1'), ok('m1', 2), invoke('m2'), ok('m2', 3)];
const truth = stored(null, 'm1', 'm2');
const seen = [shown(1, null), shown(2, 'm1'), shown(3, 'm2')];

describe('the checker of histories', () => {
  test('a good history has no fault', () => {
    expect(check(lines(...sent, ...seen), truth, ['a'])).toEqual({
      violations: [],
      acknowledged: 2,
      ambiguous: 0,
      ambiguousStored: 0,
    });
  });

  test('an acknowledged message that is not stored is lost', () => {
    expect(faults(lines(...sent), stored(null, 'm1'))).toEqual(['lost']);
  });

  test('an acknowledged message that stands elsewhere has moved', () => {
    expect(faults(lines(invoke('m1'), ok('m1', 5)), stored('m1'))).toEqual(['moved']);
  });

  test('a message that is stored twice is doubled', () => {
    expect(faults(lines(...sent), stored(null, 'm1', 'm2', 'm1'))).toEqual(['doubled']);
  });

  test('a message that is stored in two conversations is doubled', () => {
    const two: Stored = new Map([...truth, ['d', [{ seq: 1, clientId: 'm1' }]]]);
    expect(faults(lines(...sent), two)).toEqual(['doubled']);
  });

  test('a hole in the places is a gap', () => {
    const holed: Stored = new Map([
      [
        'c',
        [
          { seq: 1, clientId: null },
          { seq: 3, clientId: 'm1' },
        ],
      ],
    ]);
    expect(faults(lines(invoke('m1')), holed)).toEqual(['gap']);
  });

  test('a stored message that nobody sent is a phantom', () => {
    expect(faults(lines(...sent), stored(null, 'm1', 'm2', 'm3'))).toEqual(['phantom']);
  });

  test('a message refused for good must not be stored', () => {
    const told = lines(invoke('m1'), { kind: 'fail', client: 'v', clientId: 'm1', error: 'forbidden' });
    expect(faults(told, stored('m1'))).toEqual(['refused but stored']);
    expect(faults(told, stored())).toEqual([]);
  });

  test('the order of Enter is the order of storage, for each sender by itself', () => {
    expect(faults(lines(...sent.filter(({ kind }) => kind === 'invoke')), stored('m2', 'm1'))).toEqual([
      'sender order',
    ]);
    expect(faults(lines(invoke('m1', 'v'), invoke('m2', 'w')), stored('m2', 'm1'))).toEqual([]);
  });

  test('an unclear send may be stored once or not at all', () => {
    const told = lines(invoke('m1'), { kind: 'info', client: 'v', clientId: 'm1', error: 'unavailable' });
    expect(check(told, stored())).toMatchObject({ violations: [], ambiguous: 1, ambiguousStored: 0 });
    expect(check(told, stored('m1'))).toMatchObject({ violations: [], ambiguous: 1, ambiguousStored: 1 });
    expect(faults(told, stored('m1', 'm1'))).toEqual(['doubled']);
  });

  test('a reader that shows n+1 before n is caught, also when it shows n later', () => {
    const [one, two, three] = seen as [Told, Told, Told];
    expect(faults(lines(...sent, one, three, two), truth, ['a'])).toEqual(['shown out of order', 'shown twice']);
  });

  test('a reader that shows one twice is caught', () => {
    expect(faults(lines(...sent, ...seen, shown(3, 'm2')), truth, ['a'])).toEqual(['shown twice']);
  });

  test('a reader that missed the end, or everything, is caught', () => {
    expect(faults(lines(...sent, ...seen.slice(0, 2)), truth, ['a'])).toEqual(['missed']);
    expect(faults(lines(...sent), truth, ['a'])).toEqual(['missed']);
  });

  test('a reader that shows another message than the stored one is caught', () => {
    expect(faults(lines(...sent, shown(1, null), shown(2, 'm2')), truth)).toEqual(['shown wrong']);
    expect(faults(lines(...sent, ...seen, shown(4, 'm9')), truth)).toEqual(['shown wrong']);
  });

  test('after a drop the reader begins again, and only what stands then is compared', () => {
    const old = [shown(1, null), shown(2, 'gone')];
    expect(faults(lines(...sent, ...old, { kind: 'dropped', client: 'a' }, ...seen), truth, ['a'])).toEqual([]);
    expect(faults(lines(...sent, ...old, { kind: 'dropped', client: 'a' }, shown(2, 'm1')), truth)).toEqual([
      'shown out of order',
    ]);
  });
});
