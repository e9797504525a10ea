import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fillPhone } from '../../../widget/browser/phone.ts';

/** "Back" closes the panel of a phone, and the page's own history is unhurt (W19). */

const host = document.createElement('div');
const heard = vi.fn();
const turned = () => new Promise((resolve) => addEventListener('popstate', resolve, { once: true, capture: true }));

beforeEach(() => {
  heard.mockClear();
  history.pushState({ page: 'shop' }, '');
  addEventListener('popstate', heard);
});
afterEach(() => removeEventListener('popstate', heard));

test('W19 back closes; the page’s router hears nothing, and its state is there again', async () => {
  const close = vi.fn();
  const release = fillPhone(host, close);
  expect(history.state).toEqual({ page: 'shop', deskbell: true });
  history.back();
  await vi.waitUntil(() => close.mock.calls.length === 1, 60_000);
  release();
  expect(history.state).toEqual({ page: 'shop' });
  expect(heard).not.toHaveBeenCalled();
});

test('W19 closed by its button the entry is taken back, unheard', async () => {
  const close = vi.fn();
  const release = fillPhone(host, close);
  release();
  await vi.waitUntil(() => history.state.deskbell === undefined, 60_000);
  expect(history.state).toEqual({ page: 'shop' });
  expect([close.mock.calls.length, heard.mock.calls.length]).toEqual([0, 0]);
});

test('W19 where the page went on meanwhile its entries are let alone, and it hears of its own', async () => {
  const release = fillPhone(host, () => {});
  history.pushState({ page: 'basket' }, '');
  release();
  expect(history.state).toEqual({ page: 'basket' });
  const back = turned();
  history.back();
  await back;
  expect(heard).toHaveBeenCalledTimes(1);
});

test('W19 where the browser tells close requests apart, the history is not touched', () => {
  const made: { onclose: (() => void) | null; destroy(): void }[] = [];
  const destroy = vi.fn();
  class Watcher {
    onclose: (() => void) | null = null;
    destroy = destroy;
    constructor() {
      made.push(this);
    }
  }
  vi.stubGlobal('CloseWatcher', Watcher);
  const close = vi.fn();
  const before = history.length;
  const release = fillPhone(host, close);
  made[0]?.onclose?.();
  expect(close).toHaveBeenCalledTimes(1);
  release();
  expect([destroy.mock.calls.length, history.length, history.state]).toEqual([1, before, { page: 'shop' }]);
  vi.unstubAllGlobals();
});
