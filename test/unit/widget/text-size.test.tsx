import { act, cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cannedChat } from '../../../demo/states/canned-chat.ts';
import { View } from '../../../widget/ui/menu.tsx';
import '../../../widget/ui/panel.tsx';
import { FakeShelf } from './visit.ts';

/** W39 How large the text is: chosen in the menu, kept in this browser. */

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(shelf = new FakeShelf()) {
  const chat = { ...cannedChat({}), shelf };
  render(
    <section class="panel" data-testid="panel">
      <View chat={chat} onTurn={() => {}} />
    </section>,
  );
  return { shelf, user: userEvent.setup(), size: () => screen.getByTestId('panel').getAttribute('data-size') };
}

const sizes = () => within(screen.getByRole('group', { name: 'Text size' })).getAllByRole('menuitemradio');
const checked = () => sizes().map((one) => one.getAttribute('aria-checked'));

test('W39 three sizes, one of them chosen; the choice holds at once and is kept', async () => {
  const { shelf, user, size } = show();
  expect(size()).toBeNull();
  await user.click(screen.getByRole('button', { name: 'More' }));
  expect(sizes().map((one) => one.getAttribute('aria-label'))).toEqual(['Normal text', 'Large text', 'Largest text']);
  expect(checked()).toEqual(['true', 'false', 'false']);
  await user.click(screen.getByRole('menuitemradio', { name: 'Largest text' }));
  expect(size()).toBe('2');
  expect(checked()).toEqual(['false', 'false', 'true']);
  expect(shelf.read('size')).toBe('2');
  await user.click(screen.getByRole('menuitemradio', { name: 'Normal text' }));
  expect(size()).toBeNull();
  expect(shelf.read('size')).toBeNull();
});

test('W39 the arrows lead through the sizes as through the rest of the menu, Enter chooses', async () => {
  const { user, size } = show();
  await user.click(screen.getByRole('button', { name: 'More' }));
  for (let steps = 0; document.activeElement?.getAttribute('aria-label') !== 'Large text'; steps += 1) {
    expect(steps).toBeLessThan(8);
    await user.keyboard('{ArrowDown}');
  }
  await user.keyboard('{Enter}');
  expect(size()).toBe('1');
});

test('W39 it is so on the next page, from the first moment of the menu, and follows another tab', async () => {
  const kept = new FakeShelf();
  kept.write('size', '1');
  const { shelf, size } = show(kept);
  expect(size()).toBe('1');
  await act(() => shelf.other('size', '2'));
  expect(size()).toBe('2');
  await act(() => shelf.other('size', null));
  expect(size()).toBeNull();
});

test('W39 what another program wrote there is nothing', () => {
  const kept = new FakeShelf();
  kept.write('size', '"huge"');
  expect(show(kept).size()).toBeNull();
});
