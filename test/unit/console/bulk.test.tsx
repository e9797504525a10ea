import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test } from 'vitest';
import '../../../console/ui/inbox/bulk-bar.tsx';
import { Root } from '../../../console/ui/root.tsx';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { INBOX_BULK_MAX } from '../../../protocol/wire/inbox-limits.ts';
import { ConsoleDesk, summaryOf } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';
import { settle } from '../../support/manual-clock.ts';
import { plainDialogs } from '../../support/plain-dialogs.ts';

beforeAll(async () => {
  await consoleParts();
  plainDialogs();
});
afterEach(cleanup);

const user = userEvent.setup();

async function showChosen(count: number): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  desk.relay.script('team:list', () => success({ members: [], awayReasons: [], idleAwayMs: 0 } as never));
  const ids = Array.from({ length: count }, (_, n) => `c${n}`);
  await desk.open(
    ids.map((id) => summaryOf(id)),
    { at: Date.now() },
  );
  render(<Root app={desk.app} />);
  for (const id of ids) desk.desk.lists.selection.toggle(id);
  await screen.findByText(`${count} chosen`);
  return desk;
}

test('U8 where the network goes in the middle, what was answered is done, and the rest stays chosen and is said to be without an answer', async () => {
  const count = INBOX_BULK_MAX + 3;
  const desk = await showChosen(count);
  let asked = 0;
  desk.relay.script('inbox:bulk', ({ conversationIds }) => {
    asked += 1;
    return asked === 1 ? success({ done: conversationIds, refused: [] }) : refusal('unavailable');
  });
  const { bulk, selection } = desk.desk.lists;
  const running = bulk.run({ do: 'tag', add: ['vip'], remove: [] }, [...selection.ids.peek()]);
  for (let second = 0; second < 6; second += 1) {
    await settle();
    await desk.clock.advance(1_000);
  }
  await running;
  expect(await screen.findByText(/still chosen/)).toHaveProperty(
    'textContent',
    `${INBOX_BULK_MAX} conversations are done. 3 still chosen: not tried, or no answer came.`,
  );
  expect(selection.count.value).toBe(3);
});

test('U8 a reminder for a time that is over says why it cannot be had', async () => {
  await showChosen(2);
  await user.click(screen.getByRole('button', { name: 'Do with the chosen ones' }));
  await user.click(screen.getByRole('menuitem', { name: 'Remind me later' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Remind you of 2 conversations' }));
  const when = dialog.getByLabelText('When');
  fireEvent.input(when, { target: { value: '2020-01-01T09:00' } });
  await waitFor(() => expect(dialog.getByText('A time to come, at most a year ahead.')).toBeTruthy());
  expect(dialog.getByRole('button', { name: 'Remind me later' })).toHaveProperty('disabled', true);
  expect(when.getAttribute('aria-describedby')).toContain('fault');
});
