import { cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Root } from '../../../console/ui/root.tsx';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { PROACTIVE_WHEN_ANY } from '../../../protocol/wire/proactive.ts';
import { SITE_SETTINGS_DEFAULT } from '../../../protocol/wire/settings.ts';
import { ana, ConsoleDesk } from '../../support/console-desk.ts';
import { consoleParts } from '../../support/console-parts.ts';
import { settle } from '../../support/manual-clock.ts';

/** The pages about what stands around the chat, messages that come by themselves, and files. */

let desk: ConsoleDesk;
const user = userEvent.setup();

// Fetched when they are asked for; here, before anybody waits for them.
beforeAll(async () => {
  await import('../../../console/ui/settings-front.tsx');
  await import('../../../console/ui/settings-proactive.tsx');
  await import('../../../console/ui/settings-files.tsx');
  await import('../../../console/ui/setup/privacy-page.tsx');
});
beforeEach(async () => {
  desk = new ConsoleDesk();
  const owner = { ...ana, role: 'owner' as const };
  const snippet = '<script async src="https://relay.example/deskbell.js" data-site="shop"></script>';
  desk.http.answers
    .set('me', success(owner))
    .set('hours/preview', success({ now: {}, changesAt: null, days: [] }))
    .set('sites/shop/settings', success({ settings: SITE_SETTINGS_DEFAULT, version: 0 }))
    .set('sites', success([{ id: 's1', key: 'shop', name: 'Shop', origins: [], snippet }]))
    .set('departments', success([{ id: 'd1', siteId: null, name: 'Returns', routing: {} }]))
    .set('staff', success([]))
    .set('routing-plan', success({}));
  await desk.open([], { me: owner });
});
beforeAll(consoleParts);
afterEach(cleanup);

async function show(page: string): Promise<void> {
  desk.go(`/console/settings/${page}`);
  render(<Root app={desk.app} />);
  await screen.findByRole('heading', { name: 'Settings' });
}
async function save(): Promise<Record<string, unknown>> {
  await user.click(screen.getByRole('button', { name: 'Save' }));
  return desk.http.asked.findLast(({ method }) => method === 'PUT')?.body as Record<string, unknown>;
}
const box = (name: string) => screen.getByRole('textbox', { name });

test('B3 B4 B5 B6 a banner, topics, a form and reasons, each with what visitors will see, saved as one', async () => {
  await show('front');
  await user.click(await screen.findByRole('checkbox', { name: 'Show a banner' }));
  const banner = within(screen.getByRole('region', { name: 'Banner' }));
  await user.clear(banner.getByRole('textbox', { name: 'What it says Banner' }));
  await user.type(banner.getByRole('textbox', { name: 'What it says Banner' }), 'Parcels are late.');
  expect(banner.getByRole('figure').textContent).toContain('Parcels are late.');

  await user.click(screen.getByRole('button', { name: 'Add a topic' }));
  await user.keyboard('Größe');
  await user.click(screen.getByRole('button', { name: 'Add a topic' }));
  await user.keyboard('My parcel');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Topic 2 goes to' }), 'Returns');
  await user.click(screen.getByRole('button', { name: 'Move My parcel up' }));
  // The keyboard goes with what was moved.
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move My parcel up' }));

  await user.click(screen.getByRole('checkbox', { name: 'Ask something before the chat' }));
  await user.click(screen.getByRole('button', { name: 'Add a question' }));
  await user.keyboard('What broke?');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Question 1: what it takes' }), 'One of a list');
  await user.type(box('Question 1: the list, one a line'), 'A mug{enter}A bowl{enter}');
  await user.click(screen.getByRole('checkbox', { name: 'Ask for consent' }));
  await user.type(box('What visitors agree to'), 'Keep my words.');
  await user.type(box('Version of these words'), '1');
  await user.type(box('Reasons, one a line'), 'Quick{enter}Friendly');
  expect((await save()).front).toEqual({
    banner: { text: 'Parcels are late.', link: null, tone: 'info' },
    greeting: '',
    showsReplyTime: true,
    topics: [
      { key: 'my_parcel', label: 'My parcel', department: 'd1' },
      { key: 'grosse', label: 'Größe', department: null },
    ],
    form: {
      fields: [
        { key: 'what_broke', label: 'What broke?', kind: 'choice', required: false, options: ['A mug', 'A bowl'] },
      ],
      consent: { text: 'Keep my words.', version: '1', link: null },
      asksComplaint: false,
    },
    reasons: ['Quick', 'Friendly'],
  });
});

test('B4 changed words of a consent ask for a new version; a key that is kept stays when its name changes', async () => {
  const form = { fields: [], consent: { text: 'Old words', version: '1', link: null }, asksComplaint: false };
  const topics = [{ key: 'parcel', label: 'Parcel', department: 'Gone' }];
  const settings = { ...SITE_SETTINGS_DEFAULT, front: { ...SITE_SETTINGS_DEFAULT.front, form, topics } };
  desk.http.answers.set('sites/shop/settings', success({ settings, version: 1 }));
  await show('front');
  await user.type(await screen.findByRole('textbox', { name: 'What visitors agree to' }), '!');
  expect(screen.getByText(/Give them a new version/)).toBeTruthy();
  await user.type(box('Version of these words'), '2');
  expect(screen.queryByText(/Give them a new version/)).toBeNull();
  await user.type(box('Topic 1'), ' late');
  expect(screen.getByRole('combobox', { name: 'Topic 1 goes to' }).textContent).toContain('Gone (no such department)');
  expect((await save()).front).toMatchObject({ topics: [{ key: 'parcel', label: 'Parcel late', department: 'Gone' }] });
});

test('B1 a refused save leads to its box, also where the relay names one line of a list', async () => {
  await show('front');
  await user.type(await screen.findByRole('textbox', { name: 'Reasons, one a line' }), 'Quick{enter}Quick');
  desk.http.refuse('PUT', 'shop/settings', refusal('invalid_payload', { field: 'front.reasons.1' }));
  await save();
  await settle();
  expect(document.activeElement).toBe(box('Reasons, one a line'));
  expect(box('Reasons, one a line').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/different reasons of up to 60 characters/)).toBeTruthy();
});

test('X3 a message is written, said as a sentence, and saved with what it waits for', async () => {
  await show('proactive');
  expect(await screen.findByText('<script async src="https://relay.example/proactive/shop.js"></script>')).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: 'Show messages on this site' }));
  await user.click(screen.getByRole('button', { name: 'Add a message' }));
  await user.keyboard('Can we help?');
  await user.type(box('On these pages, one a line'), '/basket*{enter}/pay');
  await user.clear(screen.getByRole('spinbutton', { name: 'After so long on the page (seconds)' }));
  await user.type(screen.getByRole('spinbutton', { name: 'With a cart worth at least' }), '50');
  await user.click(screen.getByRole('checkbox', { name: 'The pointer leaves the window at its top' }));
  await user.type(screen.getByRole('spinbutton', { name: 'From which visit on' }), '3');
  await user.selectOptions(screen.getByRole('combobox', { name: 'For' }), 'yes');
  const form = within(screen.getByRole('group', { name: 'Message 1' }));
  expect(form.getByText(/^Shown/).textContent).toBe(
    'Shown on /basket* or /pay, from visit 3 on, with a cart of 50 or more, when the pointer leaves at the top, ' +
      'and to those who opened the chat before, or whom your page calls returning. ' +
      'Once for each visitor. Never holds while visits are not counted.',
  );
  await user.click(screen.getByRole('radio', { name: /^Visits and what was shown are counted/ }));
  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(screen.queryByText(/Never holds/)).toBeNull();
  expect((await save()).proactive).toEqual({
    ...SITE_SETTINGS_DEFAULT.proactive,
    on: true,
    privacy: 'counted',
    rules: [
      {
        ...{ key: 'message_1', name: 'Message 1', on: true, text: 'Can we help?', timesMax: 1 },
        when: {
          ...PROACTIVE_WHEN_ANY,
          pages: ['/basket*', '/pay'],
          leaving: true,
          visitsMin: 3,
          cart: { from: 50, below: null },
          returning: true,
        },
      },
    ],
  });
});

test('X3 what is wrong with a message opens it and is said there', async () => {
  const rule = { ...{ key: 'a', name: 'Sizes', on: true, text: 'Help?', timesMax: 1 }, when: PROACTIVE_WHEN_ANY };
  const proactive = { ...SITE_SETTINGS_DEFAULT.proactive, rules: [rule] };
  const settings = { ...SITE_SETTINGS_DEFAULT, proactive };
  desk.http.answers.set('sites/shop/settings', success({ settings, version: 1 }));
  await show('proactive');
  await user.click(await screen.findByRole('checkbox', { name: 'Show messages on this site' }));
  desk.http.refuse('PUT', 'shop/settings', refusal('invalid_payload', { field: 'proactive.rules.0.when' }));
  await save();
  await settle();
  expect(await screen.findByText('Name something that it waits for, such as a page or a time.')).toBeTruthy();
  expect(screen.getByRole('group', { name: 'Sizes' })).toBeTruthy();
});

test('F7 what visitors will be told of files follows what is set', async () => {
  await show('files');
  const seen = await screen.findByRole('figure');
  expect(seen.textContent).toContain('Up to 10 MB each: pictures, documents, archives');
  await user.click(screen.getByRole('checkbox', { name: /^Archives/ }));
  await user.clear(screen.getByRole('spinbutton', { name: 'Largest file (megabytes)' }));
  await user.type(screen.getByRole('spinbutton', { name: 'Largest file (megabytes)' }), '2.5');
  await user.type(screen.getByRole('spinbutton', { name: 'Remove files after (days)' }), '30');
  expect(seen.textContent).toContain('Up to 2.5 MB each: pictures, documents');
  expect(seen.textContent).toContain('Files are removed 30 days after they came.');
  expect((await save()).files).toEqual({ on: true, bytesMax: 2_621_440, kinds: ['image', 'document'], keepDays: 30 });
  await user.click(screen.getByRole('checkbox', { name: 'Files can be sent' }));
  expect(seen.textContent).toContain('Nothing: there is no button for files.');
});

test('J13 how long things are kept: what would go is counted while it is written, and said before it is saved', async () => {
  const counted = success({ conversations: 1_240, orders: 0, countedTo: 100_000 });
  desk.http.refuse('GET', 'keeping?conversationDays=3', counted);
  await show('privacy');
  const days = await screen.findByRole('spinbutton', { name: 'Empty ended conversations after (days)' });
  await user.type(days, '3');
  await desk.clock.advance(300);
  expect((await screen.findByText(/conversations 1,240, orders 0/)).textContent).toContain('cannot be brought back');
  await user.clear(days);
  expect(screen.queryByText(/conversations 1,240/)).toBeNull();
  await user.type(days, '365');
  await user.click(screen.getByRole('checkbox', { name: /^With the last conversation/ }));
  expect((await save()).keeping).toEqual({
    ...{ conversationDays: 365, orderDays: null, people: true },
    visitorsErase: true,
    masksCards: false,
  });
});

test('U17 the bar for a lost connection promises in the settings what holds there', async () => {
  await show('files');
  desk.relay.enter({ status: 'offline' });
  await desk.clock.advance(10_000);
  await screen.findByText(/Nothing can be saved until you are back/);
  desk.go('/console/inbox');
  await screen.findByText(/What you send is kept here/);
});

test('Z22 the pages stand under headings, each once, the shown one marked; who has few of them sees no heading', async () => {
  await show('queue');
  const nav = within(screen.getByRole('navigation', { name: 'Pages of the settings' }));
  await screen.findByRole('heading', { name: 'Settings' });
  const links = nav.getAllByRole('link');
  expect(links.map(({ textContent }) => textContent)).toHaveLength(25);
  expect(new Set(links.map((link) => link.getAttribute('href'))).size).toBe(25);
  expect(links.filter((link) => link.hasAttribute('aria-current')).map((link) => link.textContent)).toEqual(['Queue']);
  const lists = nav.getAllByRole('list').map((list) => {
    const [first] = within(list).getAllByRole('link');
    return [document.getElementById(list.getAttribute('aria-labelledby') ?? '')?.textContent, first?.textContent];
  });
  expect(lists).toEqual([
    [undefined, 'You'],
    ['Chat window', 'Sites'],
    ['Service', 'Hours'],
    ['The team', 'People'],
    ['System', 'Visitors'],
  ]);
  cleanup();
  const serving = new ConsoleDesk();
  await serving.open([], { me: ana });
  serving.go('/console/settings');
  render(<Root app={serving.app} />);
  const own = within(await screen.findByRole('navigation', { name: 'Pages of the settings' }));
  expect(own.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['You', 'Replies']);
  expect(own.getAllByRole('list')).toHaveLength(1);
});
