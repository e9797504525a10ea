import { afterEach, expect, test, vi } from 'vitest';
import { openOldPage, run } from './page.ts';

/** Y1 A page written for Intercom, as its own documentation shows it. */

afterEach(() => vi.restoreAllMocks());

/** The stub that every page has, and what pages say before anything has come. */
const SNIPPET = `
  window.intercomSettings = { app_id: 'site-key', name: 'Mia Hill', email: 'mia@example.org', user_id: 42,
    created_at: 1700000000, company: { id: 'c-1', name: 'Hill & Co' }, alignment: 'left', horizontal_padding: 30,
    action_color: '#123456', hide_default_launcher: true, custom_launcher_selector: '.help', user_hash: 'abc' };
  var w = window; var i = function () { i.c(arguments) }; i.q = []; i.c = function (args) { i.q.push(args) }; w.Intercom = i;
  Intercom('trackEvent', 'invited-friend', { code: 'X1', when: new Date(0) });
  Intercom('showNewMessage', 'Do you deliver?');
`;

test('Y1 what was said before it loaded is kept, in order; settings become ours, the rest is said of the person', async () => {
  const page = await openOldPage('intercom', { snippet: SNIPPET });
  expect(page.calls()).toEqual([
    [
      'boot',
      {
        ...{ site: 'site-key', hidden: true, position: 'start', offsetX: 30, color: '#123456', launcher: '.help' },
      },
    ],
    ['identify', { name: 'Mia Hill' }],
    ['identify', { email: 'mia@example.org' }],
    ['setAttributes', { user_id: 42, created_at: 1700000000, 'company.id': 'c-1', 'company.name': 'Hill & Co' }],
    ['track', 'invited-friend', { code: 'X1', when: '1970-01-01T00:00:00.000Z' }],
    ['newMessage', 'Do you deliver?'],
  ]);
  expect(page.notices()).toEqual([expect.stringMatching(/user_hash.*identity\.md/)]);
  const tag = document.head.querySelector('script');
  expect([tag?.src, tag?.dataset.autoboot, tag?.async]).toEqual(['https://chat.example/deskbell.js', 'false', true]);
});

test('Y1 show, hide, update, unread, shutdown and a new boot', async () => {
  const page = await openOldPage('intercom', { tag: { site: 'own-key' } });
  const heard: unknown[] = [];
  Object.assign(window, { heard: (...what: unknown[]) => heard.push(what) });
  run(`
    Intercom('boot', { app_id: 'abc', theme_mode: 'dark' });
    Intercom('onShow', function () { heard('show') });
    Intercom('onHide', function () { heard('hide') });
    Intercom('onUnreadCountChange', function (count) { heard('unread', count) });
    Intercom('show'); Intercom('hide'); Intercom('showMessages'); Intercom('showSpace', 'messages');
    Intercom('update', { hide_default_launcher: true, plan: 'pro' });
    Intercom('shutdown');
    Intercom('boot', { app_id: 'abc' });
  `);
  page.arrive();
  page.tell('open');
  page.tell('close');
  page.tell('unread', 2);
  expect(heard).toEqual([['show'], ['hide'], ['unread', 2]]);
  expect(page.calls()).toEqual([
    ['boot', { site: 'own-key', hidden: false, theme: 'dark' }],
    ['open'],
    ['close'],
    ['open'],
    ['open'],
    ['boot', { hidden: true }],
    ['setAttributes', { plan: 'pro' }],
    ['logout'],
    ['hide'],
    ['boot', { site: 'own-key', hidden: false }],
  ]);
  expect(page.notices()).toEqual([]);
});

test('Y2 what has no equal here is said once and never thrown, whatever it is', async () => {
  const page = await openOldPage('intercom');
  run(`
    Intercom('startTour', 7); Intercom('startTour', 8); Intercom('getVisitorId'); Intercom(); Intercom(null); Intercom('toString');
    Intercom('update', 5); Intercom('trackEvent'); Intercom('onShow'); Intercom('onShow', 'no function');
    Intercom('update', { list: [1], deep: { a: { b: 1 } } });
  `);
  expect(page.notices().filter((text) => text.includes('startTour'))).toHaveLength(1);
  expect(page.notices()).toEqual(
    expect.arrayContaining(
      ['startTour', 'getVisitorId', 'list', 'deep.a'].map((what) => expect.stringContaining(what)),
    ),
  );
  expect(page.calls()).toEqual([]);
});

test('Y2 more and longer attributes than Deskbell takes are cut, not refused whole', async () => {
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`a ${at}`, 'x'.repeat(300)]));
  const page = await openOldPage('intercom');
  run(`Intercom('update', ${JSON.stringify(many)})`);
  const [, said] = page.calls()[0] as [string, Record<string, string>];
  expect([Object.keys(said).length, Object.keys(said)[0], said.a_0?.length]).toEqual([20, 'a_0', 256]);
});

test('Y1 a page with Deskbell’s own tag keeps it: no second one, and its own key', async () => {
  const snippet = `
    var tag = document.createElement('script'); tag.type = 'text/plain'; tag.src = 'https://chat.example/deskbell.js';
    document.head.append(tag); window.intercomSettings = { app_id: 'abc' };
  `.replace('var tag', 'const tag');
  const page = await openOldPage('intercom', { snippet });
  expect(document.head.querySelectorAll('script')).toHaveLength(1);
  expect(page.calls()).toEqual([['boot', { hidden: false }]]);
});
