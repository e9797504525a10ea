import { afterEach, expect, test, vi } from 'vitest';
import type { Outgoing } from '../../../protocol/client/outbox.ts';
import { createOutboxKeep } from '../../../protocol/client/outbox-keep.ts';
import { openShelf } from '../../../widget/browser/shelf.ts';
import { aheadOn, freeOutgoing } from '../../../widget/model/keep.ts';
import { FakeStore } from '../../support/fake-outbox.ts';
import { ManualClock } from '../../support/manual-clock.ts';

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test('W8: names stay under their prefix', () => {
  localStorage.setItem('theirs', 'x');
  const shelf = openShelf('localStorage', 'deskbell:a:');
  shelf.write('draft', 'Hello');
  openShelf('localStorage', 'deskbell:b:').write('token', 'other');
  expect(localStorage.getItem('deskbell:a:draft')).toBe('Hello');
  expect(shelf.names()).toEqual(['draft']);
  shelf.write('draft', null);
  expect(shelf.read('draft')).toBeNull();
});

test('W8: denied or full storage falls back to memory', () => {
  const shelf = openShelf('localStorage', 'deskbell:a:');
  shelf.write('token', 'kept');
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  shelf.write('draft', 'in memory');
  shelf.write('token', 'newer');
  expect(shelf.read('draft')).toBe('in memory');
  expect(shelf.read('token')).toBe('newer');
  expect(shelf.names().sort()).toEqual(['draft', 'token']);

  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  const denied = openShelf('localStorage', 'deskbell:a:');
  denied.write('draft', 'in memory');
  expect(denied.read('draft')).toBe('in memory');
  expect(denied.names()).toEqual(['draft']);
});

test('W8: a storage that answers whatever it likes is told by its answers: what was written or taken away here holds', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockReturnValue('junk');
  const shelf = openShelf('localStorage', 'deskbell:a:');
  expect(shelf.read('token')).toBe('junk');
  shelf.write('token', null);
  expect(shelf.read('token')).toBeNull();
  shelf.write('token', 'vst_good');
  expect(shelf.read('token')).toBe('vst_good');
  vi.mocked(Storage.prototype.getItem).mockRestore();
  shelf.write('token', 'vst_next');
  localStorage.setItem('deskbell:a:token', 'of another tab');
  expect(shelf.read('token')).toBe('of another tab');
});

test('W8: what another tab writes is heard, under this prefix only', () => {
  const shelf = openShelf('localStorage', 'deskbell:a:');
  const heard = vi.fn();
  const stop = shelf.listen(heard);
  const tell = (key: string) => window.dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }));
  tell('deskbell:a:out:1');
  tell('deskbell:b:out:1');
  tell('theirs');
  stop();
  tell('deskbell:a:out:2');
  expect(heard.mock.calls).toEqual([['out:1']]);
});

test('W8: rubbish under our names is not a message', () => {
  const shelf = openShelf('localStorage', 'deskbell:a:');
  const keep = createOutboxKeep({ ahead: aheadOn(shelf), store: new FakeStore<Outgoing>(), clock: new ManualClock() });
  const item = { clientId: 'client-id-1', conversationId: 'c1', body: 'Hi', state: 'failed' as const, queuedAt: 1 };
  keep.put(item);
  for (const text of ['', 'null', '{', '[]', '"x"', '{"clientId":1}']) shelf.write(`out:${text}`, text);
  expect(
    createOutboxKeep({ ahead: aheadOn(shelf), store: new FakeStore<Outgoing>(), clock: new ManualClock() }).load(),
  ).toEqual([item]);
  freeOutgoing(keep);
  expect(keep.load()).toEqual([{ ...item, conversationId: null, state: 'pending' }]);
});
