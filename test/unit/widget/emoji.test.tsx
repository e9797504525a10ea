import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { View as Emoji } from '../../../widget/ui/emoji.tsx';
import { handed } from '../../../widget/ui/handed.ts';
import { strings } from '../../../widget/ui/strings.ts';

beforeAll(() => void Object.assign(handed, { useEffect, useLayoutEffect, useRef, useState }));
afterEach(() => {
  cleanup();
  strings.lang = 'en';
});

function show(text: string, caret: number) {
  const area = document.createElement('textarea');
  document.body.append(area);
  area.value = text;
  area.setSelectionRange(caret, caret);
  const written: string[] = [];
  render(<Emoji box={{ current: area }} write={(draft) => written.push(draft)} />);
  return { area, written, user: userEvent.setup() };
}

test('W20: searched by word, chosen with Enter, it stands where the writer was, and the focus is back', async () => {
  const { area, written, user } = show('Hello  you', 6);
  await user.click(screen.getByRole('button', { name: 'Emoji' }));
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search emoji' }));
  await user.keyboard('parcel{Enter}');
  expect(written).toEqual(['Hello 📦 you']);
  expect(document.activeElement).toBe(area);
  expect(area.selectionStart).toBe('Hello 📦'.length);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('W20: arrows go through the signs and back to the search, Escape closes; nothing found is said', async () => {
  const { area, written, user } = show('', 0);
  await user.click(screen.getByRole('button', { name: 'Emoji' }));
  await user.keyboard('{ArrowDown}{ArrowRight}');
  expect(document.activeElement?.textContent).toBe('😀');
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('😎');
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(document.activeElement?.getAttribute('type')).toBe('search');
  await user.keyboard('qqqq');
  expect(screen.getByRole('status').textContent).toBe('Nothing found');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(area);
  expect(written).toEqual([]);
});

test('W22: the signs have their names in the panel’s language, and are searched by them', async () => {
  strings.lang = 'de';
  const { written, user } = show('', 0);
  await user.click(screen.getByRole('button', { name: 'Emoji' }));
  const parcel = await screen.findByRole('button', { name: 'Paket' });
  expect(parcel.closest('[lang]')?.getAttribute('lang')).toBe('de');
  await user.keyboard('lieferung{Enter}');
  expect(written).toEqual(['📦']);
});
