import { signal } from '@preact/signals';
import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { App } from '../../../console/model/app.ts';
import type { Desk } from '../../../console/model/desk.ts';
import { BoardFollowUps } from '../../../console/ui/board-follow-ups.tsx';
import { AppContext, DeskContext } from '../../../console/ui/context.ts';
import type { FollowUp } from '../../../protocol/wire/feedback.ts';

afterEach(cleanup);

const MINUTE = 60_000;
const now = signal(100 * MINUTE);
const app = { hrefOf: (route: object) => JSON.stringify(route) } as unknown as App;
const ana = { id: 'ana', name: 'Ana' };
const one = (id: string, dueIn: number, more: Partial<FollowUp> = {}): FollowUp => ({
  ...{ id, conversationId: `c-${id}`, episode: 1, kind: 'feedback', causes: ['low_score'], label: `Visitor ${id}` },
  ...{ siteName: 'Shop', score: 1, comment: 'secret', note: null, owner: null, by: null, madeAt: 0, done: null },
  ...{ dueAt: now.peek() + dueIn * MINUTE, version: 1, ...more },
});
const open = signal<FollowUp[]>([]);
const state = signal('ready');

function show(leads: boolean) {
  const followUps = { leads, open, now, state, more: signal(false) };
  const { container } = render(
    <AppContext.Provider value={app}>
      <DeskContext.Provider value={{ followUps } as unknown as Desk}>
        <BoardFollowUps onWall={false} />
      </DeskContext.Provider>
    </AppContext.Provider>,
  );
  return container;
}

const plain = (text: string | null | undefined) => text?.replace(/[\u2066-\u2069]/g, '');
const rowsOf = (container: Element) => [...container.querySelectorAll('li')].map((row) => plain(row.textContent));

test('K2 T14 open and overdue ones of each owner, what is due first on top, each opened by a press; what comes and goes is seen at once', () => {
  open.value = [
    one('a', -5, { owner: ana }),
    one('b', 10),
    one('c', 20, { owner: ana }),
    one('d', 1, { kind: 'snooze' }),
  ];
  const shown = show(true);
  expect(plain(shown.querySelector('h2')?.textContent)).toBe('Follow-ups 31 overdue');
  expect(rowsOf(shown)).toEqual([
    'Ana2 open · 1 overdue',
    'Whoever directs1 open',
    'Visitor a Low ratingOverdue by 5m',
    'Visitor b Low ratingDue in 10m',
    'Visitor c Low ratingDue in 20m',
  ]);
  // What was written with it is for whoever handles it, not for the wall.
  expect(shown.textContent).not.toContain('secret');
  const links = [...shown.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(links).toContain(JSON.stringify({ name: 'inbox', conversationId: 'c-a' }));
  expect(links).toContain(JSON.stringify({ name: 'followups', view: 'open' }));
  void act(() => {
    now.value += 11 * MINUTE;
  });
  expect(plain(shown.querySelector('h2')?.textContent)).toBe('Follow-ups 32 overdue');
  void act(() => {
    open.value = [];
  });
  expect(plain(shown.textContent)).toBe('Follow-ups 0Nothing to follow up');
});

test('K2 who does not direct sees nothing of it there', () => {
  open.value = [one('a', -5)];
  expect(show(false).textContent).toBe('');
});
