import { afterEach, expect, test, vi } from 'vitest';
import { openOldPage, run } from './page.ts';

/** Y1 A page written for Crisp, as its own documentation shows it. */

afterEach(() => vi.restoreAllMocks());

const SNIPPET = `
  window.$crisp = []; window.CRISP_WEBSITE_ID = 'site-key'; window.kept = window.$crisp; window.heard = [];
  window.CRISP_READY_TRIGGER = function () { heard.push('trigger') };
  $crisp.push(['set', 'user:email', ['mia@example.org']]);
  $crisp.push(['set', 'user:nickname', ['Mia Hill']], ['set', 'user:phone', '+49 30 1']);
  $crisp.push(['set', 'session:data', [[['plan', 'pro'], ['seats', 3]]]]);
  $crisp.push(['set', 'session:data', ['trial', true]]);
  $crisp.push(['set', 'session:segments', [['vip', 'beta']]]);
  $crisp.push(['set', 'session:event', [[['signup', { source: 'ad' }, 'red']]]]);
  $crisp.push(['on', 'chat:opened', function () { heard.push('opened') }]);
  $crisp.push(['do', 'chat:open']);
`;

test('Y1 what was pushed before it loaded is done in order, on the same list', async () => {
  const page = await openOldPage('crisp', { snippet: SNIPPET });
  expect(page.calls()).toEqual([
    ['boot', { site: 'site-key' }],
    ['identify', { email: 'mia@example.org' }],
    ['identify', { name: 'Mia Hill' }],
    ['setAttributes', { phone: '+49 30 1' }],
    ['setAttributes', { plan: 'pro', seats: 3 }],
    ['setAttributes', { trial: true }],
    ['setTags', ['vip', 'beta']],
    ['track', 'signup', { source: 'ad' }],
    ['open'],
  ]);
  page.tell('ready');
  page.tell('open');
  expect(Reflect.get(window, 'heard')).toEqual(['trigger', 'opened']);
  run(`kept.push(['do', 'chat:hide']); kept.push(['set', 'session:segments', [['new'], true]])`);
  expect(page.calls().slice(-2)).toEqual([['hide'], ['setTags', ['new']]]);
  expect(page.notices()).toEqual([]);
});

test('Y1 do, on, off, is, get and config', async () => {
  const page = await openOldPage('crisp', { snippet: 'window.heard = []' });
  run(`
    $crisp.push(['do', 'message:send', ['text', 'Hello']], ['do', 'chat:close'], ['do', 'chat:toggle'], ['do', 'chat:show']);
    $crisp.push(['config', 'position:reverse', [true]], ['config', 'color:mode', ['dark']]);
    $crisp.push(['on', 'message:received', function (message) { heard.push(message.content, message.user.nickname) }]);
    $crisp.push(['on', 'message:sent', function (message) { heard.push(message.content) }]);
    $crisp.push(['on', 'chat:initiated', function () { heard.push('first') }]);
    $crisp.push(['on', 'website:availability:changed', function (is) { heard.push(is) }]);
    $crisp.push(['set', 'session:data', ['plan', 'pro']], ['do', 'session:reset'], ['set', 'session:data', ['plan', 'team']]);
  `);
  expect(page.calls().slice(1, 7)).toEqual([
    ...[['sendMessage', 'Hello'], ['close'], ['toggle'], ['show'], ['boot', { position: 'start' }]],
    ['boot', { theme: 'dark' }],
  ]);
  page.arrive({ open: true, unread: 4, available: false, conversation: 'active' });
  page.tell('open');
  page.tell('open');
  page.tell('message:received', { text: 'Hi', agent: 'Ana' });
  page.tell('message:sent', { text: 'Thanks' });
  page.tell('availability', false);
  expect(Reflect.get(window, 'heard')).toEqual(['first', 'Hi', 'Ana', 'Thanks', false]);
  run(`window.said = ['chat:opened', 'chat:closed', 'chat:visible', 'website:available', 'session:ongoing', 'overlay:opened']
    .map(function (name) { return $crisp.is(name) });
    window.got = [$crisp.get('chat:unread:count'), $crisp.get('session:data', 'plan'), $crisp.get('user:email')];
    $crisp.push(['off', 'message:sent']);`);
  expect(Reflect.get(window, 'said')).toEqual([true, false, true, false, true, false]);
  expect(Reflect.get(window, 'got')).toEqual([4, 'team', null]);
  expect(page.all().at(-1)).toEqual(['off', 'message:sent', expect.any(Function)]);
});

test('Y1 a text for the box waits until the chat is opened', async () => {
  const page = await openOldPage('crisp');
  run(`$crisp.push(['set', 'message:text', ['About order 7']])`);
  expect(page.calls()).toEqual([['boot', {}]]);
  page.tell('open');
  page.tell('open');
  expect(page.calls().slice(1)).toEqual([['newMessage', 'About order 7']]);
});

test('Y2 what has no equal here is said once, and nothing is thrown', async () => {
  const page = await openOldPage('crisp', { snippet: 'window.CRISP_TOKEN_ID = "x"' });
  run(`
    $crisp.push(); $crisp.push(null, 5, 'x', [], ['do'], ['do', 'toString'], ['set', 'session:event', [5]], ['set', 'session:data']);
    $crisp.push(['do', 'helpdesk:search'], ['do', 'helpdesk:search'], ['do', 'message:send', ['file', {}]]);
    $crisp.push(['on', 'message:compose:sent', function () {}], ['on', 'chat:opened'], ['off', 'nothing']);
    $crisp.is('constructor'); $crisp.get();
  `);
  const said = page.notices();
  expect(said.filter((text) => text.includes('helpdesk:search'))).toHaveLength(1);
  for (const what of ['CRISP_TOKEN_ID', 'kind "file"', 'message:compose:sent'])
    expect(said.some((text) => text.includes(what))).toBe(true);
});
