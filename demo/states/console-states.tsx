import { render } from 'preact';
import { pageAttention } from '../../console/browser/attention.ts';
import { localCalendar } from '../../console/browser/calendar.ts';
import { newClientId } from '../../console/browser/client-id.ts';
import { pageClipboard } from '../../console/browser/clipboard.ts';
import { zoneDays } from '../../console/browser/days.ts';
import { pageKeyboard } from '../../console/browser/keyboard.ts';
import { realClock } from '../../console/browser/real-clock.ts';
import { localWallClock } from '../../console/browser/wall-clock.ts';
import { App } from '../../console/model/app.ts';
import type { Push } from '../../console/model/ports.ts';
import { refusal, success } from '../../protocol/wire/errors.ts';
import { SITE_SETTINGS_DEFAULT } from '../../protocol/wire/settings.ts';
import { aroundStories } from './console-around.ts';
import { composerStories, paperFiles } from './console-composer.ts';
import { paperAddress, paperLead, paperMemory, paperOutbox, stillConnection, stillHttp } from './console-fakes.ts';
import { foundAnswer } from './console-find.ts';
import { listStories } from './console-list-stories.ts';
import { mailAnswer, mailOff } from './console-mail.ts';
import { answerMeasures } from './console-measures.ts';
import { messageStories } from './console-messages.ts';
import { ana, busyInbox, saidOf, threadOf } from './console-people.ts';
import { personOf, personStories } from './console-person.ts';
import { serviceStories } from './console-services.ts';
import { savedReplies, settingsAnswers } from './console-settings.ts';
import { setupStories } from './console-setup.ts';
import { press, type Story } from './console-story.ts';
import {
  askedBy,
  asking,
  busyBoard,
  departments,
  emptyBoard,
  invitedInto,
  offeredTo,
  question,
  routingPlan,
  staffList,
  teamList,
} from './console-team.ts';
import { showStories } from './show-story.tsx';

/** Every state of the console as a page of its own: `console.html?state=NAME&dir=rtl`. Without a name, the list of them. */
const now = realClock.now();
const inbox = busyInbox(now);
const site = {
  id: 'site-1',
  key: 'demo',
  name: 'Tea & Mugs',
  origins: ['https://shop.example', 'https://www.shop.example'],
  snippet: '<script async src="https://help.shop.example/deskbell.js" data-site="demo"></script>',
};
const count = (episodes: number) => (path: string) => answerMeasures(path, now, episodes);
const write = (text: string) => (app: App) => {
  const thread = app.desk.value?.thread.value;
  thread?.write(text);
  thread?.send();
};

const STORIES: Record<string, Story> = {
  'sign-in': { door: true },
  'sign-in-refused': { door: true, act: (app) => app.account.signIn('ana@shop.example', 'wrong') },
  'sign-in-too-often': {
    door: true,
    answers: { 'sign-in': refusal('rate_limited', { retryAfterMs: 312_000 }) },
    act: (app) => app.account.signIn('ana@shop.example', 'wrong'),
  },
  'set-up': { door: true, setUp: true },
  'set-up-used': {
    door: true,
    setUp: true,
    answers: { 'set-up': refusal('setup_done') },
    act: (app) => app.account.setUp('Ana', 'ana@shop.example', 'some good words'),
  },
  unreachable: { door: true, answers: { '/me': undefined } },
  'inbox-loading': { scenery: { loading: true } },
  'inbox-empty': { scenery: { inbox: [] } },
  'inbox-away': { scenery: { inbox: [], me: { ...ana, availability: 'away' } } },
  'inbox-busy': {},
  ...listStories(now),
  'inbox-wrap-up': { scenery: { wrapUpMs: 45_000 } },
  thread: { path: '/console/inbox/7F3K', scenery: { visitorTypes: '7F3K' } },
  'person-said': { path: '/console/inbox/7F3K', scenery: { profile: saidOf(now) } },
  ...personStories(now, press),
  offer: { path: '/console/inbox/7F3K', scenery: { inbox: offeredTo(now, inbox) } },
  'inbox-two': {
    path: '/console/inbox/7F3K?beside=2QXD&focus=beside',
    scenery: { visitorTypes: '7F3K' },
    act: (app) =>
      app.desk.value?.thread.value?.write('The blue one is back on Monday, and I can put one aside for you.'),
  },
  'thread-sending': { path: '/console/inbox/7F3K', act: write('Yes, it does. The glaze is fired at 1,250 °C.') },
  'thread-failed': {
    path: '/console/inbox/7F3K',
    scenery: { sendError: 'reassigned' },
    act: write('Yes, it does. The glaze is fired at 1,250 °C.'),
  },
  'thread-long-word': { path: '/console/inbox/7F3K', act: write('longword'.repeat(900)) },
  'thread-queued': { path: '/console/inbox/W4TZ' },
  'thread-colleague': { path: '/console/inbox/K3NS' },
  'thread-pick': { path: '/console/inbox/W4TZ' },
  ...messageStories(now, inbox),
  'thread-asking': { path: '/console/inbox/7F3K', scenery: { inbox: asking(now, inbox) } },
  'thread-invited': { path: '/console/inbox/INV1', scenery: { inbox: [...invitedInto(now), ...inbox] } },
  'ask-ring': { path: '/console/inbox/7F3K', scenery: { inbox: askedBy(now, inbox), teamOf: () => question(now) } },
  'pass-on': { path: '/console/inbox/7F3K', act: () => press('main textarea', '.split ~ .split .pass-on') },
  transfer: {
    path: '/console/inbox/7F3K',
    act: () => press('.split ~ .split .pass-on', '[role=menuitem]:nth-child(1)'),
  },
  invite: {
    path: '/console/inbox/7F3K',
    act: () => press('.split ~ .split .pass-on', '[role=menuitem]:nth-child(2)'),
  },
  'away-lunch': { scenery: { me: { ...ana, availability: 'away', awayReason: 'Lunch' } } },
  'away-inactive': { scenery: { me: { ...ana, availability: 'away', awayReason: 'inactive' } } },
  'idle-warning': { path: '/console/inbox/7F3K', scenery: { idleMs: 48_000 } },
  viewer: {
    path: '/console/inbox/7F3K',
    scenery: { me: { ...ana, role: 'viewer', availability: 'away', awayReason: 'viewing', id: 'agent-vi' } },
  },
  board: { path: '/console/board', scenery: { board: busyBoard(now) } },
  'board-empty': { path: '/console/board', scenery: { board: emptyBoard(now) } },
  'board-wall': { path: '/console/board/wall', scenery: { board: busyBoard(now) } },
  find: { path: '/console/find?text=caf%C3%A9', answers: { 'agent/find': foundAnswer(now) } },
  'find-empty': { path: '/console/find' },
  'board-loading': { path: '/console/board' },
  'thread-closed': { path: '/console/inbox/B7RC' },
  offline: { path: '/console/inbox/7F3K', scenery: { offline: true } },
  reports: { path: '/console/reports?period=30&which=episodes' },
  'reports-times': { path: '/console/reports/times?period=30&split=department' },
  'reports-queue': { path: '/console/reports/queue?period=30' },
  'reports-volume': { path: '/console/reports/volume?period=7' },
  'reports-outcomes': { path: '/console/reports/outcomes?period=30' },
  'reports-satisfaction': { path: '/console/reports/satisfaction?period=90' },
  'reports-agents': { path: '/console/reports/agents?period=30' },
  'reports-own': {
    path: '/console/reports/agents?period=30',
    scenery: { me: { ...ana, role: 'agent' } },
  },
  'reports-topics': { path: '/console/reports/topics?period=7' },
  'reports-splits': { path: '/console/reports/splits?period=30&split=language&department=d1' },
  'reports-compare': { path: '/console/reports/compare?period=30' },
  'reports-days': { path: '/console/reports?period=days&from=2026-03-01&to=2026-03-31&zone=Asia/Tokyo&department=d1' },
  'reports-few': { path: '/console/reports', answers: { 'measures/': count(7) } },
  'reports-empty': { path: '/console/reports', answers: { 'measures/': count(0) } },
  'reports-failed': { path: '/console/reports', answers: { 'measures/': refusal('unavailable') } },
  settings: { path: '/console/settings' },
  'settings-people': { path: '/console/settings/people' },
  'settings-person': {
    path: '/console/settings/people',
    act: () => press('.line .button'),
  },
  'settings-departments': { path: '/console/settings/departments' },
  'settings-routing': { path: '/console/settings/routing' },
  'settings-team': { path: '/console/settings/team' },
  'settings-mail': { path: '/console/settings/mail', answers: { 'agent/mail': mailAnswer(now) } },
  'settings-mail-off': { path: '/console/settings/mail', answers: { 'agent/mail': mailOff } },
  'settings-hours': { path: '/console/settings/hours' },
  'settings-hours-always': {
    path: '/console/settings/hours',
    answers: { 'demo/settings': success({ settings: SITE_SETTINGS_DEFAULT, version: 0 }) },
  },
  'settings-hours-offline': { path: '/console/settings/hours', answers: settingsAnswers(now, 'offline') },
  'settings-hours-unsaved': { path: '/console/settings/hours', act: () => press('.week > .button') },
  'settings-hours-wrong': {
    path: '/console/settings/hours',
    answers: { preview: refusal('invalid_payload', { field: 'hours.week.wednesday.1.from' }) },
  },
  'settings-hours-conflict': {
    path: '/console/settings/hours',
    act: async (app) => {
      const draft = app.service.draftOf({ kind: 'site', id: 'demo' });
      await draft.open();
      draft.change({ wrapUpMs: 20_000 });
      draft.conflict.value = { both: ['wrapUpMs'] };
    },
  },
  'settings-department-hours': { path: '/console/settings/hours/department-d1' },
  ...setupStories(now, site),
  ...serviceStories(now),
  'settings-replies': { path: '/console/settings/replies', act: () => press('.line .button') },
  'thread-replies': { path: '/console/inbox/7F3K', act: (app) => app.desk.value?.thread.value?.write('/') },
  'settings-tags': {
    path: '/console/settings/tags',
    scenery: { inbox: inbox.map((one, at) => ({ ...one, tags: at % 2 ? ['Delivery'] : ['Returns', 'parcel late'] })) },
    answers: { 'agent/tags': success({ tags: ['Broken', 'Delivery', 'Payment', 'Returns'] }) },
  },
  'settings-queue': { path: '/console/settings/queue' },
  'settings-closing': { path: '/console/settings/closing' },
  'settings-front': { path: '/console/settings/front' },
  'settings-front-wrong': {
    path: '/console/settings/front',
    act: async (app) => {
      const draft = app.service.draftOf({ kind: 'site', id: 'demo' });
      await draft.open();
      draft.change({ wrapUpMs: 20_000 });
      draft.problem.value = refusal('invalid_payload', { field: 'front.banner.link' });
    },
  },
  'settings-proactive': { path: '/console/settings/proactive' },
  'settings-proactive-edit': { path: '/console/settings/proactive', act: () => press('.message-head .button') },
  'settings-proactive-none': {
    path: '/console/settings/proactive',
    answers: { 'demo/settings': success({ settings: SITE_SETTINGS_DEFAULT, version: 0 }) },
  },
  'settings-files': { path: '/console/settings/files' },
  'settings-feedback': { path: '/console/settings/feedback' },
  ...composerStories(now),
  ...aroundStories(now),
};

function createStory(story: Story): App {
  const scenery = {
    me: ana,
    now,
    inbox,
    threadOf: (id: string) => threadOf(now, id),
    team: teamList(now),
    ...story.scenery,
  };
  const answers = {
    // Before '/me', which is the beginning of it.
    'measures/': count(538),
    'people/of': success(personOf(now)),
    '/me': story.door ? refusal('unauthorized') : success(scenery.me),
    'sign-in': refusal('unauthorized'),
    'agent/faces/': success({ agentId: ana.id, title: 'Tea and mugs', picture: null }),
    ...settingsAnswers(now),
    replies: success(savedReplies),
    ...story.answers,
    // After those that it is the beginning of.
    '/outside': success({ panels: [], translate: false, assist: false }),
    sites: success([site]),
    departments: success(departments),
    staff: success(staffList),
    'routing-plan': success(routingPlan),
    ...story.answers,
  };
  return new App({
    files: {
      send: async () => ({ ok: false, error: 'unavailable' }),
      cancel() {},
      wait: () => new Promise(() => {}),
      chosen: paperFiles,
    },
    shrinkPicture: async () => null,
    http: stillHttp(answers),
    address: paperAddress(story.path ?? '/console/inbox'),
    badge: { show: () => {} },
    keyboard: pageKeyboard,
    push: paperPush,
    clipboard: pageClipboard,
    leaving: { holdWhile: () => {}, listen: () => () => {} },
    wall: localWallClock,
    connect: () => stillConnection(scenery),
    clock: realClock,
    random: () => 0.5,
    memory: paperMemory(),
    outbox: paperOutbox,
    lead: paperLead,
    attention: pageAttention,
    awake: { hold: () => () => {} },
    bell: { ring: () => {}, audible: () => true },
    tabs: { claim: async () => false },
    calendar: localCalendar,
    days: zoneDays,
    newClientId,
  });
}

/** Nothing is registered from a story. */
const paperPush: Push = {
  state: async () => 'off',
  subscribe: async () => null,
  unsubscribe: async () => {},
  show: async () => {},
  clear: async () => {},
  keepWords: async () => {},
  listenOpen: () => {},
  listenUpdate: () => {},
};

function Contents() {
  return (
    <main class="sheet">
      <h1>Console states</h1>
      <ul>
        {Object.keys(STORIES).map((name) => (
          <li key={name}>
            <a href={`?state=${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}

document.documentElement.dir = new URLSearchParams(location.search).get('dir') === 'rtl' ? 'rtl' : 'ltr';
showStories(STORIES, createStory, () => render(<Contents />, document.getElementById('console') as HTMLElement));
