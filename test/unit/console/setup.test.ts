import { expect, test } from 'vitest';
import { Account } from '../../../console/model/account.ts';
import { Api } from '../../../console/model/api.ts';
import { pageAddress, plainOrigin } from '../../../console/model/plain-address.ts';
import { Setup } from '../../../console/model/setup.ts';
import { SiteSetup } from '../../../console/model/site-setup.ts';
import { contrastOf } from '../../../console/ui/setup/brand-colour.tsx';
import { departmentsWith, planWith, targetsOf } from '../../../console/ui/targets-draft.ts';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import type { GuideState } from '../../../protocol/wire/guide.ts';
import { attributeOf, LOOK_DEFAULT, tagOptionsOf } from '../../../protocol/wire/look.ts';
import { ROUTING_PLAN_DEFAULT } from '../../../protocol/wire/routing.ts';
import { ana, PlainMemory } from '../../support/console-desk.ts';
import { FakeStore } from '../../support/fake-outbox.ts';
import { ManualClock } from '../../support/manual-clock.ts';

const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

test('Z7 a look at a page: the mark in its address, what the page told, and another mark for the next look', async () => {
  const clock = new ManualClock();
  let made = 0;
  let report: object | null = null;
  const api = new Api({
    ask: async ({ method, path }) => {
      if (method === 'POST') return success({ id: `c${++made}`, mark: `c${made}`, until: 1 });
      if (path.endsWith('/install')) return success({ now: 1, sightings: [], wrongKeys: [] });
      return success({ report: path.endsWith('/c1') ? report : null });
    },
  });
  const site = new SiteSetup({ api, clock, key: 'shop', onSessionEnded() {}, onChanged() {} });
  const stop = site.watch();
  expect(site.addressFor('https://shop.example/')).toBe(null);
  await settle();
  expect(site.addressFor('https://shop.example/a?b=1#old')).toBe('https://shop.example/a?b=1#deskbell-check=c1');
  expect(site.addressFor('javascript:alert(1)')).toBe(null);
  site.asked();
  report = { origin: 'https://shop.example', path: '/', site: 'shop', faults: [], tags: 1, at: 5 };
  await clock.advance(2_000);
  await settle();
  expect([site.report.value, site.askedAt.value, site.mark.value]).toEqual([report, null, 'c2']);
  stop();
});

test.each([
  ['somebody is signed in: her console', success(ana), 'signed_in'],
  ['nobody is: the form', refusal('unauthorized'), 'set_up'],
  ['the relay does not answer: the form, which says so', undefined, 'set_up'],
] as const)('Z20 a set-up link where %s', async (_, me, step) => {
  const account = new Account({
    api: new Api({ ask: async () => me }),
    memory: new PlainMemory(),
    outbox: new FakeStore(),
  });
  await account.open('token');
  expect(account.step.value.name).toBe(step);
});

/** A relay that keeps the first run; `away`: it answers nothing. */
function guideRelay() {
  const relay = { kept: { siteKey: null, skipped: [], endedAt: null } as GuideState, away: false };
  const api = new Api({
    ask: async ({ method, body }) => {
      if (relay.away) return undefined;
      if (method === 'PUT') {
        const { ended, ...given } = body as Omit<GuideState, 'endedAt'> & { ended: boolean };
        relay.kept = { ...given, endedAt: ended ? 9 : null };
      }
      return success({ state: relay.kept });
    },
  });
  let lost = 0;
  let looked = 0;
  const clock = new ManualClock();
  const parts = {
    ...{ api, clock },
    onSessionEnded() {},
    onSitesChanged: () => void looked++,
    onNotKept: () => void lost++,
  };
  return { relay, clock, open: () => new Setup(parts), lost: () => lost, looked: () => looked };
}

test('Z20 steps are left for later and taken up again; the end is kept', async () => {
  const { relay, open } = guideRelay();
  const setup = open();
  await setup.loadGuide();
  await setup.skip('tag');
  await setup.skip('hours');
  await setup.resume('tag');
  await setup.choose('shop');
  expect(relay.kept).toEqual({ siteKey: 'shop', skipped: ['hours'], endedAt: null });
  await setup.end();
  expect(setup.guide.value?.endedAt).toBe(9);
});

test('Z20 two tabs: what one kept the other does not take back, nor does it begin again what the other ended', async () => {
  const { relay, open } = guideRelay();
  const [one, other] = [open(), open()];
  await Promise.all([one.loadGuide(), other.loadGuide()]);
  await one.skip('site');
  // Pressed one right after the other.
  await Promise.all([other.skip('tag'), other.confirm('hours')]);
  expect(relay.kept).toMatchObject({ skipped: ['site', 'tag'], confirmed: ['hours'] });
  await one.end();
  await other.resume('tag');
  expect(relay.kept).toMatchObject({ skipped: ['site'], endedAt: 9 });
  expect(other.guide.value).toEqual(relay.kept);
});

test('Z20 what another tab does comes in by itself while the first run is open, but not under what is being typed', async () => {
  const { clock, open, looked } = guideRelay();
  const [one, other] = [open(), open()];
  let typing = false;
  const stop = one.watch(() => typing);
  await other.skip('site');
  await clock.advance(4_000);
  await settle();
  expect([one.guide.value?.skipped, looked()]).toEqual([['site'], 1]);
  typing = true;
  await clock.advance(8_000);
  expect(looked()).toBe(1);
  typing = false;
  await clock.advance(4_000);
  expect(looked()).toBe(2);
  stop();
  await clock.advance(8_000);
  expect(looked()).toBe(2);
});

test('Z20 an answer from before a press does not take the press back', async () => {
  const { open } = guideRelay();
  const setup = open();
  const late = setup.loadGuide();
  const done = setup.skip('hours');
  await late;
  expect(setup.guide.value?.skipped).toEqual(['hours']);
  await done;
  expect(setup.guide.value?.skipped).toEqual(['hours']);
});

test('Z20 what is pressed while the relay is away does not stand there as if it were kept', async () => {
  const { relay, open, lost } = guideRelay();
  const setup = open();
  await setup.loadGuide();
  relay.away = true;
  const done = setup.skip('site');
  expect(setup.guide.value?.skipped).toEqual(['site']);
  await done;
  expect([setup.guide.value?.skipped, lost()]).toEqual([[], 1]);
  relay.away = false;
  await setup.skip('site');
  expect(relay.kept.skipped).toEqual(['site']);
});

test('Z10 the tag says only what differs from what holds without it, by the names of its attributes', () => {
  expect(tagOptionsOf(LOOK_DEFAULT)).toEqual({});
  const look = { ...LOOK_DEFAULT, color: '#aa3300', offsetX: 0, isolate: true, texts: { textGreeting: 'Hi' } };
  expect(tagOptionsOf(look)).toEqual({ color: '#aa3300', offsetX: '0', isolate: 'true', textGreeting: 'Hi' });
  expect(attributeOf('textClosedByAgent')).toBe('data-text-closed-by-agent');
});

test('W19 whatever the colour, black or white on it has 4.5 : 1', () => {
  for (const color of ['#000000', '#ffffff', '#777777', '#3350c4', '#ffcc00', '#767676'])
    expect([color, contrastOf(color).ratio >= 4.5]).toEqual([color, true]);
  expect(contrastOf('#ffcc00').on).toBe('#000');
});

test('M10 targets as they are typed: seconds for all, for departments and for segments; empty is none', () => {
  const department = { id: 'd1', siteId: null, name: 'Post', routing: { targetMs: 60_000, choice: 'round_robin' } };
  const departments = [department, { ...department, id: 'd2', name: 'Shop', routing: {} }] as never[];
  const draft = targetsOf({ ...ROUTING_PLAN_DEFAULT, targetMs: 30_000, segmentTargets: { vip: 10_000 } }, departments);
  expect(draft).toEqual({
    all: '30',
    departments: { d1: '60', d2: '' },
    segments: [{ name: 'vip', seconds: '10' }],
  });
  const next = { ...draft, all: '', segments: [...draft.segments, { name: ' ', seconds: '5' }] };
  expect(planWith(ROUTING_PLAN_DEFAULT, next)).toMatchObject({ targetMs: null, segmentTargets: { vip: 10_000 } });
  expect(departmentsWith(departments, draft)).toEqual([]);
  const changed = departmentsWith(departments, { ...draft, departments: { d1: '', d2: '1.5' } });
  expect(changed.map(({ id, routing }) => [id, routing])).toEqual([
    ['d1', { choice: 'round_robin' }],
    ['d2', { targetMs: 1_500 }],
  ]);
});

test.each([
  ['shop.example', 'https://shop.example'],
  [' shop.example:8443/a?b=1#c ', 'https://shop.example:8443/a?b=1'],
  ['HTTPS://Shop.Example/A#x', 'HTTPS://Shop.Example/A'],
  ['https://bücher.example/ä', 'https://bücher.example/ä'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['https://', null],
  ['', null],
])('Z7 %j is the page %j', (text, page) => {
  expect(pageAddress(text)).toBe(page);
});

test.each([
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['https://BÜCHER.example:8443/', 'https://xn--bcher-kva.example:8443/'],
  ['https://shop.example', 'https://shop.example'],
  ['https://*.bücher.example/x', 'https://*.xn--bcher-kva.example/x'],
  ['bücher', 'bücher'],
  ['https://shop.example/ä', 'https://shop.example/ä'],
])('Z2 the line %j is sent as %j', (line, origin) => {
  expect(plainOrigin(line)).toBe(origin);
});
