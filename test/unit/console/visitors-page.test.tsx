import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { Root } from '../../../console/ui/root.tsx';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import type { PresentVisitor } from '../../../protocol/wire/people.ts';
import { ConsoleDesk } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';
import { plainDialogs } from '../../support/plain-dialogs.ts';

beforeAll(consoleParts);
beforeAll(plainDialogs);
afterEach(cleanup);

const eva: PresentVisitor = {
  ...{
    key: 'k1',
    siteId: 'demo',
    siteName: 'Shop',
    url: 'https://shop.example/',
    title: 'Mugs',
    pageSince: 0,
    since: 0,
  },
  ...{ language: null, returning: false, cart: null, conversationId: null, invite: null },
};
const here = (...visitors: PresentVisitor[]) => success({ at: 0, visitors, more: 0, off: false });

async function beginInvitation() {
  const desk = new ConsoleDesk();
  desk.http.answers.set('visitors', here(eva));
  await desk.open();
  desk.go('/console/visitors');
  render(<Root app={desk.app} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /^Invite the visitor/ }));
  return { desk, user };
}

test('J10 an invitation that is being written stays when the last visitor leaves, and says that nobody is there to read it', async () => {
  const { desk, user } = await beginInvitation();
  await user.type(screen.getByRole('textbox', { name: 'What the visitor reads' }), ' The blue one is back.');
  desk.http.answers.set('visitors', here());
  await desk.clock.advance(5_000);
  expect(await screen.findByText('Nobody is on the site right now.')).toBeTruthy();
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What the visitor reads' });
  expect(box.value).toContain('The blue one is back.');
  desk.http.refuse('POST', 'visitors/k1/invite', refusal('not_found'));
  await user.click(screen.getByRole('button', { name: 'Send invitation' }));
  expect(await screen.findByText('This visitor has left.')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('J10 who began a conversation while the invitation was written is said to be in one', async () => {
  const { desk, user } = await beginInvitation();
  desk.http.refuse('POST', 'visitors/k1/invite', refusal('ask_open'));
  await user.click(screen.getByRole('button', { name: 'Send invitation' }));
  expect(await screen.findByText('This visitor is in a conversation already.')).toBeTruthy();
});
