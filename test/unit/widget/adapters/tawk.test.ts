import { afterEach, expect, test, vi } from 'vitest';
import { openOldPage, run } from './page.ts';

/** Y1 A page written for tawk.to, as its own documentation shows it. */

afterEach(() => vi.restoreAllMocks());

const CALLBACKS = [
  'Load',
  'StatusChange',
  'ChatMaximized',
  'ChatMinimized',
  'ChatStarted',
  'ChatEnded',
  'ChatMessageVisitor',
];
const MORE = ['ChatMessageAgent', 'AgentJoinChat', 'ChatSatisfaction', 'UnreadCountChanged'];
const SNIPPET = `
  var Tawk_API = window.Tawk_API || {}; window.kept = Tawk_API; window.heard = [];
  Tawk_API.visitor = { name: 'Mia Hill', email: 'mia@example.org', hash: 'abc' };
  Tawk_API.customStyle = { zIndex: 50, visibility: { desktop: { position: 'bl', xOffset: 15, yOffset: 25 } } };
  ${JSON.stringify([...CALLBACKS, ...MORE])}.forEach(function (name) {
    Tawk_API['on' + name] = function (detail) { heard.push([name, detail]) };
  });
`;

test('Y1 visitor and style said before it loaded, and each callback, on the same object', async () => {
  const page = await openOldPage('tawk', { snippet: SNIPPET, tag: { site: 'site-key' } });
  expect(page.calls()).toEqual([
    ['boot', { site: 'site-key', zIndex: 50, offsetX: 15, offsetY: 25, position: 'start' }],
    ['identify', { name: 'Mia Hill' }],
    ['identify', { email: 'mia@example.org' }],
  ]);
  expect(page.notices()).toEqual([expect.stringMatching(/hash.*identity/)]);
  expect(Reflect.get(window, 'kept')).toBe(Reflect.get(window, 'Tawk_API'));
  page.tell('ready');
  page.tell('open');
  page.tell('conversation:started');
  page.tell('message:sent', { text: 'Hello' });
  page.tell('agent:assigned', { name: 'Ana' });
  page.tell('message:received', { text: 'Hi', agent: 'Ana' });
  page.tell('unread', 1);
  page.tell('availability', false);
  page.tell('rating', { score: 5 });
  page.tell('conversation:ended', { by: 'agent' });
  page.tell('close');
  expect(Reflect.get(window, 'heard')).toEqual([
    ['Load', undefined],
    ['ChatMaximized', undefined],
    ['ChatStarted', undefined],
    ['ChatMessageVisitor', 'Hello'],
    ['AgentJoinChat', { name: 'Ana', position: '', image: '', id: '' }],
    ['ChatMessageAgent', 'Hi'],
    ['UnreadCountChanged', 1],
    ['StatusChange', 'away'],
    ['ChatSatisfaction', 1],
    ['ChatEnded', undefined],
    ['ChatMinimized', undefined],
  ]);
});

test('Y1 each method, before Deskbell has come, and what is asked once it is there', async () => {
  const page = await openOldPage('tawk');
  const done = vi.fn();
  Object.assign(window, { done });
  run(`
    Tawk_API.maximize(); Tawk_API.minimize(); Tawk_API.toggle(); Tawk_API.popup(); Tawk_API.showWidget(); Tawk_API.hideWidget();
    Tawk_API.setAttributes({ name: 'Mia', plan: 'pro' }, done); Tawk_API.addEvent('order', { sum: 12 }, done);
    Tawk_API.addEvent('seen', done); Tawk_API.addTags(['vip', 'beta'], done); Tawk_API.removeTags(['vip'], done);
    Tawk_API.login({ userId: 7, name: 'Mia' }, done); Tawk_API.logout(done); Tawk_API.endChat();
  `);
  await Promise.resolve();
  expect(done).toHaveBeenCalledTimes(7);
  expect(page.calls().slice(1)).toEqual([
    ...[['open'], ['close'], ['toggle'], ['popOut'], ['show'], ['hide']],
    ['identify', { name: 'Mia' }],
    ['setAttributes', { plan: 'pro' }],
    ['track', 'order', { sum: 12 }],
    ['track', 'seen', {}],
    ...[
      ['setTags', ['vip', 'beta']],
      ['setTags', ['beta']],
    ],
    ['identify', { name: 'Mia' }],
    ['setAttributes', { userId: 7 }],
    ['logout'],
  ]);
  expect(page.notices()).toEqual([expect.stringContaining('endChat')]);
  page.arrive({ open: true, available: true, conversation: 'queued' });
  run(`window.said = ['getStatus', 'isChatMaximized', 'isChatMinimized', 'isChatHidden', 'isChatOngoing', 'isVisitorEngaged',
    'getWindowType', 'widgetPosition'].map(function (name) { return Tawk_API[name]() });`);
  expect(Reflect.get(window, 'said')).toEqual(['online', true, false, false, true, true, 'embed', 'br']);
});

test('Y1 autoStart false: nothing begins before start', async () => {
  const page = await openOldPage('tawk', {
    snippet: 'window.Tawk_API = { autoStart: false, visitor: { name: "Mia" } }',
  });
  expect(page.calls()).toEqual([]);
  run('Tawk_API.start({ showWidget: true }); Tawk_API.start()');
  expect(page.calls()).toEqual([
    ['boot', { hidden: false }],
    ['identify', { name: 'Mia' }],
    ['boot', {}],
  ]);
});

test('Y2 wrong values are no exceptions', async () => {
  await openOldPage('tawk', { snippet: 'window.Tawk_API = 5' });
  run(`Tawk_API.setAttributes(); Tawk_API.addEvent(); Tawk_API.addTags(); Tawk_API.login(null); Tawk_API.logout(5);
    Tawk_API.switchWidget(); Tawk_API.customStyle = 7; Tawk_API.widgetPosition(); Tawk_API.toggleVisibility();`);
});
