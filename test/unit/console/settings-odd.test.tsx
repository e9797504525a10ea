import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Root } from '../../../console/ui/root.tsx';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import type { ConversationSummary } from '../../../protocol/wire/model.ts';
import { OUTSIDE_DEFAULT } from '../../../protocol/wire/outside.ts';
import { ROUTING_PLAN_DEFAULT } from '../../../protocol/wire/routing.ts';
import { SITE_SETTINGS_DEFAULT } from '../../../protocol/wire/settings.ts';
import { ana, ConsoleDesk, summaryOf } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';
import { settle } from '../../support/manual-clock.ts';

/** The owners' pages with odd inputs and at odd moments: half a word, a name that is taken, a second press, the end of the session. */

let desk: ConsoleDesk;
const user = userEvent.setup();
const owner = { ...ana, role: 'owner' as const };
const site = { id: 's1', key: 'shop', name: 'Shop', origins: ['https://shop.example'], snippet: '' };

beforeAll(async () => {
  await Promise.all([
    import('../../../console/ui/settings-people.tsx'),
    import('../../../console/ui/settings-departments.tsx'),
    import('../../../console/ui/settings-routing.tsx'),
    import('../../../console/ui/settings-files.tsx'),
    import('../../../console/ui/settings-macros.tsx'),
    import('../../../console/ui/settings-replies.tsx'),
    import('../../../console/ui/settings-tags.tsx'),
    import('../../../console/ui/setup/sites-page.tsx'),
    import('../../../console/ui/setup/start-page.tsx'),
  ]);
});
beforeAll(consoleParts);
beforeEach(() => {
  desk = new ConsoleDesk();
  desk.http.answers
    .set('me', success(owner))
    .set('sign-in', success(owner))
    .set('hours/preview', success({ now: {}, changesAt: null, days: [] }))
    .set('sites/shop/settings', success({ settings: SITE_SETTINGS_DEFAULT, version: 0 }))
    .set('sites/shop/snippets', success({ tag: '', pinned: null, proactive: null, relay: '', csp: '', policy: {} }))
    .set('sites/shop/install', success({ now: 1, sightings: [], wrongKeys: [] }))
    .set('sites/shop/checks', success({ id: 'c1', mark: 'c1', until: 1 }))
    .set(
      'sites/shop/outside',
      success({ settings: OUTSIDE_DEFAULT, keys: { translator: false, assistant: false }, version: 0 }),
    )
    .set('sites/shop', success({}))
    .set('sites', success([site]))
    .set('departments', success([{ id: 'd1', siteId: null, name: 'Sales', routing: {} }]))
    .set('staff', success([]))
    .set('roles', success([]))
    .set('tags', success({ tags: ['Delivery', 'refund'] }))
    .set('guide', success({ state: { siteKey: null, skipped: [], endedAt: null } }))
    .set('routing-plan', success({ ...ROUTING_PLAN_DEFAULT, rules: [{ name: 'Money', when: {}, set: {} }] }));
});
afterEach(cleanup);

async function show(page: string, conversations: ConversationSummary[] = []): Promise<void> {
  desk.relay.script('inbox:bulk', ({ conversationIds }) => success({ done: conversationIds, refused: [] }));
  await desk.open(conversations, { me: owner });
  desk.go(`/console/settings/${page}`);
  render(<Root app={desk.app} />);
  await screen.findByRole('heading', { name: 'Settings' });
}
const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const press = async (name: string) => {
  await user.click(screen.getByRole('button', { name }));
  await settle();
};
const written = () => desk.http.asked.filter(({ method }) => method === 'PUT' || method === 'POST');

test('a list is written as it is typed, commas, spaces and all', async () => {
  await show('routing');
  await user.type(
    await screen.findByRole('textbox', { name: /first message has one of these words/ }),
    'refund, my money',
  );
  await user.type(box('Skills that are needed'), 'billing 4, returns');
  expect([box('The first message has one of these words').value, box('Skills that are needed').value]).toEqual([
    'refund, my money',
    'billing 4, returns',
  ]);
  await press('Save');
  expect((written().at(-1)?.body as { rules: object[] } | undefined)?.rules).toEqual([
    {
      name: 'Money',
      when: { words: ['refund', 'my money'] },
      set: {
        skills: [
          { skill: 'billing', level: 4, required: true },
          { skill: 'returns', level: 3, required: true },
        ],
      },
    },
  ]);
});

test('a number is written as it is typed, however it is kept', async () => {
  await show('files');
  const size = await screen.findByRole<HTMLInputElement>('spinbutton', { name: /largest/i });
  await user.clear(size);
  await user.type(size, '0.3');
  expect(size.value).toBe('0.3');
});

test('the session ends over a new person and a new department: after the sign-in nothing that was typed is lost', async () => {
  await show('people');
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Béa 😀');
  await user.type(box('E-mail'), 'bea@example.org');
  desk.go('/console/settings/departments');
  await screen.findByRole('button', { name: 'Add a department' });
  await user.type(box('Name'), 'Returns');
  desk.http.refuse('POST', 'departments', refusal('unauthorized'));
  await press('Add a department');
  await user.type(await screen.findByLabelText('Password', { selector: 'input' }), 'quiet-lantern-42');
  await press('Sign in');
  await screen.findByRole('button', { name: 'Add a department' });
  expect(box('Name').value).toBe('Returns');
  desk.go('/console/settings/people');
  await screen.findByRole('button', { name: 'Add a person' });
  expect([box('Name').value, box('E-mail').value]).toEqual(['Béa 😀', 'bea@example.org']);
});

test('what the relay does not take is said at its box, which has the focus', async () => {
  await show('departments');
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Sales');
  desk.http.refuse('POST', 'departments', refusal('invalid_payload', { field: 'name' }));
  await press('Add a department');
  expect(screen.getByText('Another one has this name already.')).toBeTruthy();
  expect(document.activeElement).toBe(box('Name'));
  fireEvent.input(box('Name'), { target: { value: 'a\u0007b' } });
  desk.http.refuse('POST', 'departments', refusal('invalid_payload', { field: 'name' }));
  await press('Add a department');
  expect(screen.getByText(/a character that cannot be shown/)).toBeTruthy();
});

test('what is wrong in a rule is said at its box; too much of everything is no silence of the relay', async () => {
  await show('routing');
  await user.type(await screen.findByRole('textbox', { name: 'Skills that are needed' }), '<script>');
  desk.http.refuse('PUT', 'routing-plan', refusal('invalid_payload', { field: 'rules.0.set.skills.0.skill' }));
  await press('Save');
  expect(document.activeElement).toBe(box('Skills that are needed'));
  expect(screen.getByText(/Letters, digits, spaces, dots and dashes/)).toBeTruthy();
  desk.http.refuse('PUT', 'routing-plan', refusal('invalid_payload', { field: 'rules.0.when.words.3' }));
  await press('Save');
  expect(document.activeElement).toBe(box('The first message has one of these words'));
  desk.http.refuse('PUT', 'routing-plan', refusal('too_large'));
  await press('Save');
  expect(screen.getByText('This is too much text. Make it shorter.')).toBeTruthy();
});

test('two presses on Save are one', async () => {
  await show('sites');
  const form = within(await screen.findByRole('region', { name: 'Name and addresses' }));
  await user.type(form.getByRole('textbox', { name: /^Name / }), 's');
  let answer = (_: unknown) => {};
  desk.http.answers.set('sites/shop', new Promise((resolve) => (answer = resolve)) as never);
  await user.dblClick(form.getByRole('button', { name: 'Save' }));
  answer(success({}));
  await settle();
  expect(written().filter(({ path }) => path.includes('sites/shop?'))).toHaveLength(1);
  expect(form.getByRole('status').textContent).toContain('Saved');
});

test('what could not be loaded is tried again by a press', async () => {
  desk.http.refuse('GET', 'staff', refusal('unavailable'));
  await show('people');
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: /CSV/ })).toBeTruthy();
});

test('Z20 forth and back: a step that is done is opened again, what is right as it is counts as done', async () => {
  await show('start');
  const step = (name: RegExp) =>
    within(screen.getAllByRole('listitem').find((one) => within(one).queryByRole('heading', { name })) as HTMLElement);
  await screen.findByRole('heading', { name: /The tag on your page/ });
  // Several buttons have this name: what it belongs to is told with it.
  await user.click(screen.getByRole('button', { name: 'Do it now Who answers, and when' }));
  await user.click(step(/Who answers/).getByRole('button', { name: 'It is right like this' }));
  const kept = () => written().findLast(({ path }) => path.endsWith('/guide'));
  await waitFor(() => expect(kept()?.body).toMatchObject({ confirmed: ['hours'], skipped: [] }));
  // As the relay keeps it from now on.
  const state = { siteKey: null, skipped: [], confirmed: ['hours'], endedAt: null };
  desk.http.answers.set('guide', success({ state }));
  await desk.app.setup.loadGuide();
  await waitFor(() => expect(step(/Who answers/).getByText('Done')).toBeTruthy());
  await user.click(step(/Your site/).getByRole('button', { name: /^Change it/ }));
  expect(step(/Your site/).getByRole('textbox', { name: 'Name' })).toBeTruthy();
  await user.click(step(/Your site/).getByRole('button', { name: /^Go on/ }));
  expect(step(/Your site/).queryByRole('textbox')).toBe(null);
});

test('U13 a tag is renamed in the list and on open conversations; what was written by hand comes to the list', async () => {
  const other = summaryOf('7', { tags: ['refund', 'Refunds'] });
  await show('tags', [summaryOf('8', { tags: ['refund'] }), other, summaryOf('9')]);
  await screen.findByText('on 2 open conversations');
  await press('Edit refund');
  await user.clear(box('Tag'));
  await user.type(box('Tag'), 'Money back');
  desk.http.answers.set('tags', success({ tags: ['Delivery', 'Money back'] }));
  await press('Save');
  expect(written().at(-1)).toMatchObject({ method: 'PUT', body: { tags: ['Delivery', 'Money back'] } });
  expect(desk.relay.sent.filter(({ name }) => name === 'inbox:bulk').map(({ payload }) => payload)).toEqual([
    { act: { do: 'tag', add: ['Money back'], remove: ['refund'] }, conversationIds: ['8', '7'] },
  ]);
  expect(desk.desk.lists.bulk.result.value).toBe(null);
  await press('Add Refunds to the list');
  expect(written().at(-1)?.body).toEqual({ tags: ['Delivery', 'Money back', 'Refunds'] });
});

describe('T21 what was removed after it had been chosen', () => {
  const GONE = 'A removed department';
  const chosen = (name: string) => {
    const select = screen.getByRole<HTMLSelectElement>('combobox', { name });
    return select.selectedOptions[0]?.textContent;
  };

  test('a rule says so, keeps it, and says why it was not saved', async () => {
    const rules = [{ name: 'Money', when: {}, set: { departmentId: 'd-gone' } }];
    desk.http.answers.set('routing-plan', success({ ...ROUTING_PLAN_DEFAULT, rules }));
    await show('routing');
    await screen.findByRole('combobox', { name: 'Department' });
    await screen.findByText(GONE);
    expect(chosen('Department')).toBe(GONE);
    const field = 'rules.0.set.departmentId';
    desk.http.refuse('PUT', 'routing-plan', refusal('invalid_payload', { field }));
    await press('Save');
    expect(written().at(-1)?.body).toMatchObject({ rules });
    expect(screen.getByText(/A rule names a department that is not there any more/)).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Department' }), 'Sales');
    await waitFor(() => expect(screen.queryByText(GONE)).toBeNull());
  });

  test('a macro says so of a department and of a colleague', async () => {
    const actions = [
      { do: 'transfer', agentId: 'agent-gone' },
      { do: 'move', departmentId: 'd-gone' },
    ];
    desk.relay.script('team:list', () => success({ members: [ana as never], awayReasons: [], idleAwayMs: 0 } as never));
    desk.http.answers.set('macros', success([{ id: 'm1', name: 'Hand on', departmentId: 'd-gone', actions }]));
    await show('macros');
    await user.click(await screen.findByRole('button', { name: 'Edit Hand on' }));
    await waitFor(() => expect(chosen('For conversations of')).toBe(GONE));
    expect(chosen('Department')).toBe(GONE);
    expect(chosen('Colleague')).toBe('Somebody who takes no conversations any more');
    desk.http.refuse('PUT', 'macros', refusal('invalid_payload', { field: 'departmentId' }));
    await press('Save');
    expect(screen.getByText(/A department here is not there any more/)).toBeTruthy();
  });

  test('a macro says so of a tag that is not on the team’s list, in whatever letters', async () => {
    const actions = [{ do: 'tag', add: ['Refund', 'vip', 'summer'], remove: ['vip'] }];
    desk.http.answers.set('macros', success([{ id: 'm1', name: 'Mark', departmentId: null, actions }]));
    await show('macros');
    await user.click(await screen.findByRole('button', { name: 'Edit Mark' }));
    const said = /^Not among the tags of the team, so it will be left out: (.*)\.$/;
    expect((await screen.findByText(said)).textContent).toContain('vip and summer.');
    const box = screen.getByRole('textbox', { name: 'Tags to add' });
    expect(box.getAttribute('aria-describedby')).toContain('fault');
    await user.clear(box);
    await user.type(box, 'REFUND');
    await waitFor(() => expect(screen.queryByText(said)).toBeNull());
  });

  test('a saved reply says so, also where no department is left, and says why it was not saved', async () => {
    desk.http.answers
      .set('departments', success([]))
      .set('replies', success([{ id: 'r1', shortcut: 'hi', body: 'Hi', departmentId: 'd-gone' }]));
    await show('replies');
    await user.click(await screen.findByRole('button', { name: 'Edit hi' }));
    await waitFor(() => expect(chosen('For conversations of')).toBe(GONE));
    desk.http.refuse('PUT', 'replies', refusal('invalid_payload', { field: 'departmentId' }));
    await press('Save');
    expect(screen.getByText(/A department here is not there any more/)).toBeTruthy();
  });
});
