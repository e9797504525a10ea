import { expect, test } from 'vitest';
import type { SettingsDraft } from '../../../console/model/settings-draft.ts';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { ALWAYS_OPEN, SITE_SETTINGS_DEFAULT, type SiteSettings } from '../../../protocol/wire/settings.ts';
import { ConsoleDesk } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';

const WEEK = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
const HOURS = { zone: 'Europe/Berlin', week: { ...WEEK, monday: [{ from: '09:00', to: '17:00' }] }, days: [] };
const OFFLINE = { text: 'Back at noon.', until: null };

/** A relay that keeps settings as the real one does: by version. */
class Kept {
  settings: SiteSettings = SITE_SETTINGS_DEFAULT;
  version = 3;

  readonly desk: ConsoleDesk;

  constructor(desk: ConsoleDesk) {
    this.desk = desk;
    desk.http.answers.set('hours/preview', success({ now: ALWAYS_OPEN, changesAt: null, days: [] }));
    this.tell();
  }

  tell(): void {
    this.desk.http.answers.set('sites/shop/settings', success({ settings: this.settings, version: this.version }));
  }

  /** What somebody else saves meanwhile. */
  others(part: Partial<SiteSettings>): void {
    this.settings = { ...this.settings, ...part };
    this.version += 1;
    this.tell();
    this.desk.http.refuse('PUT', `basedOn=${this.version - 1}`, refusal('changed_meanwhile'));
  }

  lastSaved(): unknown {
    return this.desk.http.asked.findLast(({ method }) => method === 'PUT');
  }
}

async function open(): Promise<{ desk: ConsoleDesk; kept: Kept; draft: SettingsDraft }> {
  const desk = new ConsoleDesk();
  const kept = new Kept(desk);
  await desk.open();
  const draft = desk.app.service.draftOf({ kind: 'site', id: 'shop' });
  await draft.open();
  return { desk, kept, draft };
}

test('H11 a change is kept while its owner walks through other pages, and the page is not left without a question', async () => {
  const { desk, draft } = await open();
  expect(desk.held.map((isHeld) => isHeld())).toEqual([false]);
  draft.change({ wrapUpMs: 20_000 });
  expect(draft.mine.value).toEqual(['wrapUpMs']);
  expect(desk.held.map((isHeld) => isHeld())).toEqual([true]);
  const again = desk.app.service.draftOf({ kind: 'site', id: 'shop' });
  await again.open();
  expect(again.draft.value.wrapUpMs).toBe(20_000);
  again.discard();
  expect(desk.held.map((isHeld) => isHeld())).toEqual([false]);
  expect(draft.draft.value.wrapUpMs).toBe(0);
});

test('H11 a save names the version it is based on; hours of a department are hours alone', async () => {
  const { desk, kept, draft } = await open();
  draft.change({ wrapUpMs: 20_000 });
  expect(await draft.save()).toBe(true);
  expect(kept.lastSaved()).toMatchObject({
    path: '/api/v1/agent/sites/shop/settings?basedOn=3',
    body: { ...SITE_SETTINGS_DEFAULT, wrapUpMs: 20_000 },
  });
  desk.http.answers.set('departments/d1/hours', success({ settings: { hours: null, offline: null }, version: 0 }));
  const department = desk.app.service.draftOf({ kind: 'department', id: 'd1' });
  await department.open();
  department.change({ hours: HOURS });
  await department.save();
  expect(kept.lastSaved()).toMatchObject({
    path: '/api/v1/agent/departments/d1/hours?basedOn=0',
    body: { hours: HOURS, offline: null },
  });
  expect((kept.lastSaved() as { body: object }).body).not.toHaveProperty('wrapUpMs');
});

test('H11 what only the other one changed is kept beside mine without a question', async () => {
  const { kept, draft } = await open();
  draft.change({ wrapUpMs: 20_000 });
  kept.others({ atClosing: 'close' });
  expect(await draft.save()).toBe(true);
  expect(kept.lastSaved()).toMatchObject({
    path: '/api/v1/agent/sites/shop/settings?basedOn=4',
    body: { wrapUpMs: 20_000, atClosing: 'close' },
  });
  expect(draft.merged.value).toEqual(['atClosing']);
  expect(draft.conflict.value).toBeNull();
});

test('H11 what both changed is asked: theirs or mine; the rest of mine stays in any case', async () => {
  const { kept, draft } = await open();
  draft.change({ wrapUpMs: 20_000, hours: HOURS });
  kept.others({ wrapUpMs: 5_000 });
  expect(await draft.save()).toBe(false);
  expect(draft.conflict.value).toEqual({ both: ['wrapUpMs'] });
  draft.takeTheirs();
  expect(draft.draft.value).toMatchObject({ wrapUpMs: 5_000, hours: HOURS });
  expect(draft.mine.value).toEqual(['hours']);
  draft.change({ wrapUpMs: 9_000 });
  kept.others({ wrapUpMs: 6_000 });
  await draft.save();
  expect(draft.conflict.value).toEqual({ both: ['wrapUpMs'] });
  expect(await draft.keepMine()).toBe(true);
  expect(kept.lastSaved()).toMatchObject({
    path: '/api/v1/agent/sites/shop/settings?basedOn=5',
    body: { wrapUpMs: 9_000, hours: HOURS },
  });
});

test('H6 offline by hand holds at once, also while others save, and leaves what is half done alone', async () => {
  const { kept, draft } = await open();
  draft.change({ hours: HOURS });
  kept.others({ wrapUpMs: 7_000 });
  await draft.setOffline(OFFLINE);
  expect(kept.lastSaved()).toMatchObject({
    path: '/api/v1/agent/sites/shop/settings?basedOn=4',
    body: { ...SITE_SETTINGS_DEFAULT, offline: OFFLINE, wrapUpMs: 7_000 },
  });
  expect(draft.draft.value).toMatchObject({ hours: HOURS });
});

test('H12 the preview is asked when the hand rests, of the last state alone, and says which field is wrong', async () => {
  const { desk, draft } = await open();
  await desk.clock.advance(300);
  const before = desk.http.asked.length;
  desk.http.answers.set('hours/preview', refusal('invalid_payload', { field: 'hours.zone' }));
  for (const zone of ['E', 'Eu', 'Eur']) draft.change({ hours: { ...HOURS, zone } });
  await desk.clock.advance(300);
  expect(desk.http.asked.slice(before).map(({ body }) => (body as SiteSettings).hours?.zone)).toEqual(['Eur']);
  expect(draft.look.fault.value).toEqual({ field: 'hours.zone' });
});

test('S5 what one agent left half done is not shown to the next one', async () => {
  const { desk, draft } = await open();
  draft.change({ wrapUpMs: 20_000 });
  await desk.app.signOut();
  await settle();
  const next = desk.app.service.draftOf({ kind: 'site', id: 'shop' });
  expect(next).not.toBe(draft);
  expect(next.changed.value).toBe(false);
});

test('H11 within one part what only one of two changed comes together by its fields; only the same field is asked', async () => {
  const { kept, draft } = await open();
  const { look, front } = SITE_SETTINGS_DEFAULT;
  draft.change({
    look: { ...look, color: '#aa3300', texts: { textGreeting: 'Good day' } },
    front: { ...front, greeting: 'Hello' },
  });
  kept.others({
    look: { ...look, radius: 4, texts: { textSend: 'Off it goes' } },
    front: { ...front, greeting: 'Hi' },
  });
  expect(await draft.save()).toBe(false);
  expect([draft.conflict.value, draft.merged.value]).toEqual([{ both: ['front'] }, ['look']]);
  const met = { ...look, color: '#aa3300', radius: 4, texts: { textGreeting: 'Good day', textSend: 'Off it goes' } };
  expect(draft.draft.value).toMatchObject({ look: met, front: { greeting: 'Hello' } });
  draft.takeTheirs();
  expect(draft.draft.value).toMatchObject({ look: met, front: { greeting: 'Hi' } });
  expect(await draft.save()).toBe(true);
  expect(kept.lastSaved()).toMatchObject({ body: { look: met, front: { greeting: 'Hi' } } });
});

test('H11 what both set to the same is no question; hours, whose week is of its zone, are asked as a whole', async () => {
  const { kept, draft } = await open();
  kept.others({ hours: HOURS, wrapUpMs: 5_000 });
  await draft.open();
  draft.change({ hours: { ...HOURS, zone: 'Asia/Tokyo' }, wrapUpMs: 9_000 });
  kept.others({ hours: { ...HOURS, week: WEEK }, wrapUpMs: 9_000 });
  expect(await draft.save()).toBe(false);
  expect(draft.conflict.value).toEqual({ both: ['hours'] });
  draft.takeTheirs();
  expect(draft.draft.value.hours).toEqual({ ...HOURS, week: WEEK });
});
