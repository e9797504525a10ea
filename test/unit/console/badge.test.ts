import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBadge } from '../../../console/browser/badge.ts';
import { settle } from '../../support/manual-clock.ts';

/** NT10: a figure on the tab's icon; the page draws nothing here, so what would be drawn is told instead. */

let decoded: (() => void)[];
let said: string;
beforeEach(() => {
  decoded = [];
  // jsdom decodes no pictures.
  HTMLImageElement.prototype.decode = () => new Promise<void>((resolve) => void decoded.push(resolve));
  const write = (text: string) => {
    said = text;
  };
  const pen = new Proxy({}, { get: (_, name) => (name === 'fillText' ? write : () => {}), set: () => true });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockImplementation(() => `data:${said}`);
});
afterEach(() => vi.restoreAllMocks());

function iconWithBadge() {
  const icon = document.createElement('link');
  icon.href = 'https://help.example/icon.svg';
  return { icon, badge: createBadge(icon, (unread) => (unread > 0 ? `(${unread}) Deskbell` : 'Deskbell')) };
}

test('NT10 the figure stands in the title and on the icon, more than nine as 9+, and goes with the last one', async () => {
  const { icon, badge } = iconWithBadge();
  badge.show(2, 'inbox');
  decoded.shift()?.();
  await settle();
  expect([document.title, icon.href]).toEqual(['(2) Deskbell', 'data:2']);
  badge.show(12, 'inbox');
  decoded.shift()?.();
  await settle();
  expect(icon.href).toBe('data:9+');
  badge.show(0, 'inbox');
  expect([document.title, icon.href]).toEqual(['Deskbell', 'https://help.example/icon.svg']);
});

test('NT10 what was read before its figure was drawn stands on no icon, and an older figure never replaces a newer one', async () => {
  const { icon, badge } = iconWithBadge();
  badge.show(1, 'inbox');
  badge.show(0, 'inbox');
  decoded.shift()?.();
  await settle();
  expect(icon.href).toBe('https://help.example/icon.svg');
  badge.show(1, 'inbox');
  badge.show(2, 'inbox');
  const [first, second] = decoded;
  second?.();
  await settle();
  first?.();
  await settle();
  expect(icon.href).toBe('data:2');
});
