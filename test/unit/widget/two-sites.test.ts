import { afterEach, expect, test } from 'vitest';
import { openShelf } from '../../../widget/browser/shelf.ts';
import { hasConversation, wipe } from '../../../widget/embed/config.ts';
import type { Shelf } from '../../../widget/model/ports.ts';
import { settle } from '../../support/manual-clock.ts';
import { type FakeShelf, fromAna, served, told, visit } from './visit.ts';

/** Two sites' chats on two pages of one origin, in one browser: what is whose is said by the prefix alone (W8, I6). */

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

/** `test` and `tests` begin alike, on purpose. */
const SITES = ['test', 'tests'] as const;
const shelvesOf = (site: string) => ({
  shelf: openShelf('localStorage', `deskbell:${site}:`) as Shelf as FakeShelf,
  tab: openShelf('sessionStorage', `deskbell:${site}:`) as Shelf as FakeShelf,
});

test('W8 W11 I6 drafts, unsent words and unread of two sites on one origin never mix, also after one is signed out', async () => {
  const [one, two] = [await served(shelvesOf('test')), await served(shelvesOf('tests'))];
  for (const [here, words] of [
    [one, 'for the first'],
    [two, 'for the second'],
  ] as const) {
    here.relay.enter({ status: 'offline' });
    here.say(`unsent ${words}`);
    here.chat.write(`draft ${words}`);
    here.chat.setOpen(false);
  }
  told(one, fromAna(4, 'Only the first hears this'));
  expect([one.chat.unread.value, two.chat.unread.value]).toEqual([1, 0]);
  one.chat.dispose();
  two.chat.dispose();

  // Another page of the same tab, each.
  const read = () => SITES.map((site) => visit(shelvesOf(site))).map((here) => [here.chat.draft.value, here.lines()]);
  expect(read()).toEqual([
    ['draft for the first', ['unsent for the first|pending']],
    ['draft for the second', ['unsent for the second|pending']],
  ]);
  wipe('test');
  expect(SITES.map(hasConversation)).toEqual([false, true]);
  expect(read()).toEqual([
    ['', []],
    ['draft for the second', ['unsent for the second|pending']],
  ]);

  // Who stays is still herself, and what she had not sent goes out once.
  const again = visit(shelvesOf('tests'));
  again.relay.storing().greet();
  await settle();
  expect(again.relay.hello().token).toBe('token-of-visitor-1');
  expect(again.lines().at(-1)).toBe('unsent for the second|sent');
});
