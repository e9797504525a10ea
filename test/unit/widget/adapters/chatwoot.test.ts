import { afterEach, expect, test, vi } from 'vitest';
import { openOldPage, run } from './page.ts';

/** Y1 A page written for Chatwoot, as its own documentation shows it. */

afterEach(() => vi.restoreAllMocks());

const EVENTS = [
  'ready',
  'opened',
  'closed',
  'on-message',
  'on-start-conversation',
  'on-unread-message-count-changed',
  'error',
];
const SNIPPET = `
  window.chatwootSettings = { hideMessageBubble: false, position: 'left', locale: 'pt_BR', type: 'standard', darkMode: 'auto',
    welcomeTitle: 'Hello there' };
  window.happened = [];
  ${JSON.stringify(EVENTS)}.forEach(function (name) {
    window.addEventListener('chatwoot:' + name, function (event) { happened.push([name, event.detail]) });
  });
`;
const READY = `chatwootSDK.run({ websiteToken: 'site-key', baseUrl: 'https://chat.example' });`;

test('Y1 run begins with the settings, and its events are told on the window', async () => {
  const page = await openOldPage('chatwoot', { snippet: SNIPPET });
  expect(page.calls()).toEqual([]);
  run(READY + READY);
  expect(page.calls()).toEqual([
    [
      'boot',
      {
        site: 'site-key',
        hidden: false,
        position: 'start',
        locale: 'pt-BR',
        theme: 'auto',
        textGreeting: 'Hello there',
      },
    ],
  ]);
  page.arrive({ open: true });
  expect(Reflect.get(window, '$chatwoot')).toMatchObject({ hasLoaded: false, isOpen: true });
  page.tell('ready');
  page.tell('ready');
  page.tell('open');
  page.tell('message:received', { text: 'Hi', agent: 'Ana' });
  page.tell('unread', 3);
  page.tell('conversation:started');
  page.tell('close');
  expect(Reflect.get(window, 'happened')).toEqual([
    ['ready', null],
    ['opened', null],
    ['on-message', { content: 'Hi', message_type: 1, sender: { name: 'Ana' } }],
    ['on-unread-message-count-changed', { unreadMessageCount: 3 }],
    ['on-start-conversation', { hasConversation: false }],
    ['closed', null],
  ]);
  expect(Reflect.get(window, '$chatwoot')).toMatchObject({ hasLoaded: true });
  expect(page.notices()).toEqual([expect.stringContaining('chatwootSettings.type')]);
});

test('Y1 each method, before Deskbell has come', async () => {
  const page = await openOldPage('chatwoot');
  run(`${READY}
    $chatwoot.toggle(); $chatwoot.toggle('open'); $chatwoot.toggle('close');
    $chatwoot.toggleBubbleVisibility('hide'); $chatwoot.toggleBubbleVisibility('show'); $chatwoot.popoutChatWindow();
    $chatwoot.setUser(42, { name: 'Mia', email: 'mia@example.org', phone_number: '+49', company_name: 'Hill' });
    $chatwoot.setCustomAttributes({ plan: 'pro' }); $chatwoot.deleteCustomAttribute('plan');
    $chatwoot.setConversationCustomAttributes({ order: 7 }); $chatwoot.deleteConversationCustomAttribute('order');
    $chatwoot.setLabel('vip'); $chatwoot.setLabel('beta'); $chatwoot.removeLabel('vip');
    $chatwoot.setLocale('de'); $chatwoot.setColorScheme('dark'); $chatwoot.reset(); $chatwoot.setLabel('new');
  `);
  expect(page.calls().slice(1)).toEqual([
    ...[['toggle'], ['open'], ['close'], ['hide'], ['show'], ['popOut']],
    ...[
      ['identify', { name: 'Mia' }],
      ['identify', { email: 'mia@example.org' }],
    ],
    ['setAttributes', { user_id: 42, phone_number: '+49', company_name: 'Hill' }],
    ['setAttributes', { plan: 'pro' }],
    ['setAttributes', { plan: null }],
    ['setAttributes', { order: 7 }],
    ['setAttributes', { order: null }],
    ...[
      ['setTags', ['vip']],
      ['setTags', ['vip', 'beta']],
      ['setTags', ['beta']],
    ],
    ...[['setLocale', 'de'], ['boot', { theme: 'dark' }], ['logout'], ['setTags', ['new']]],
  ]);
});

test('Y2 wrong values are no exceptions, and a signature of theirs proves nothing', async () => {
  const page = await openOldPage('chatwoot');
  run(`chatwootSDK.run(); $chatwoot.setUser(); $chatwoot.setUser(null, 5); $chatwoot.setCustomAttributes(); $chatwoot.setLabel();
    $chatwoot.deleteCustomAttribute(); $chatwoot.toggleBubbleVisibility('sideways');
    $chatwoot.setUser('1', { email: 'mia@example.org', identifier_hash: 'abc', avatar_url: 'x' });`);
  expect(page.notices()).toEqual([
    expect.stringContaining('avatar_url'),
    expect.stringMatching(/identifier_hash.*identity/),
  ]);
});
