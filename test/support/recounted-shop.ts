import { expect } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import { PURCHASE_STAGES, type PurchaseStage } from '../../protocol/wire/business.ts';
import type { CalendarDocument } from '../../protocol/wire/hours.ts';
import { SITE_SETTINGS_DEFAULT } from '../../protocol/wire/settings.ts';
import { type HistoryPlan, planHistory } from './history-plan.ts';
import { type Aimed, agentId, conversationIdOf, LiveHistory, siteId } from './live-history.ts';
import { ManualClock } from './manual-clock.ts';
import { type CountedEpisode, recount } from './recount.ts';
import { openTestContext, type TestContext } from './test-context.ts';

/** A shop with a history that happened in a store, and what it comes to, counted again from what happened. */
export interface RecountedShop {
  context: TestContext;
  all: CountedEpisode[];
}

/** Berlin puts its clocks back in the night to 25 October 2026. */
export const ZONE = 'Europe/Berlin';
const BEGIN = Date.parse('2026-10-20T00:00:00Z');
export const NOW = Date.parse('2026-10-31T00:00:00Z');
/** From then on visitors of the first shop are asked in other words. */
export const ASKED_ANEW_AT = Date.parse('2026-10-25T12:00:00Z');
/** Where nobody set another one. */
const TARGET_MS = 60_000;

/** A shift over midnight, every day: also over the hour that comes twice. */
const NIGHT = [{ from: '21:00', to: '05:30' }];
export const HOURS: CalendarDocument = {
  zone: ZONE,
  week: {
    monday: NIGHT,
    tuesday: NIGHT,
    wednesday: NIGHT,
    thursday: NIGHT,
    friday: NIGHT,
    saturday: NIGHT,
    sunday: NIGHT,
  },
  // A holiday in the middle of it, and a day that is open otherwise: the day of 25 hours.
  days: [
    { date: '2026-10-23', name: 'Holiday', yearly: false, hours: [] },
    { date: '2026-10-25', name: 'Open Sunday', yearly: false, hours: [{ from: '01:30', to: '03:30' }] },
  ],
};

export async function openShop(conversations: number): Promise<RecountedShop> {
  const context = await openTestContext(new ManualClock(NOW));
  const size = { conversations, from: BEGIN, to: NOW };
  const plan = planHistory(seededRandom(20261126), { ...size, asks: seededRandom(20261127) });
  const meanwhile = [{ at: ASKED_ANEW_AT, happen: () => set(context, 0, ASKED_ANEW_AT, null) }];
  const beside = { stageOf: (_: number, at: number) => stageOf(at), targetOf: aimedAt, isClosedAt, meanwhile };
  await new LiveHistory(context.store, plan, beside).happen();
  for (let no = 0; no < conversations; no += 1) {
    const change = { conversationId: conversationIdOf(no), add: tagsOf(no), remove: [], max: 9 };
    if (change.add.length > 0) await context.store.tagConversation(change);
  }
  await setHours(context, plan);
  const all = recount(plan, NOW, isClosedAt);
  await joinSome(context, all, conversations);
  return { context, all };
}

/** Hours as if they had always been so; the words stay as they are. */
async function setHours(context: TestContext, { sites }: HistoryPlan): Promise<void> {
  for (let site = 0; site < sites; site += 1) await set(context, site, BEGIN - 1, HOURS);
}

function set({ store }: TestContext, site: number, at: number, hours: CalendarDocument | null) {
  const words = site === 0 ? { en: { score: 'How was our service?', effort: 'How hard was it?' } } : {};
  const document = { ...SITE_SETTINGS_DEFAULT, hours, feedback: { ...SITE_SETTINGS_DEFAULT.feedback, words } };
  return store.setSettings({ owner: { kind: 'site', id: siteId(site) }, document, at });
}

/** J8: of each shop every fifth visitor turns out to be the one of her shop who came before her; both are one person from the first day on. */
export async function joinSome({ store }: TestContext, all: CountedEpisode[], conversations: number) {
  const before = new Map<number, number>();
  const joined = new Map<number, number>();
  for (const { visitor, no, number, site } of all) {
    if (visitor !== no || number !== 1) continue;
    const into = before.get(site);
    before.set(site, visitor);
    if (into === undefined || visitor % 5 !== 0) continue;
    const people = { fromId: `visitor-${visitor}`, intoId: `visitor-${into}` };
    const result = await store.mergePeople({ id: `join-${visitor}`, ...people, byId: agentId(0), at: NOW });
    if (result === 'merged') joined.set(visitor, into);
  }
  expect(joined.size).toBeGreaterThan(conversations / 20);
  const personOf = (visitor: number): number => {
    const into = joined.get(visitor);
    return into === undefined ? visitor : personOf(into);
  };
  for (const one of all) one.visitor = personOf(one.visitor);
  return personOf;
}

/** What the team called it. */
export function tagsOf(no: number): string[] {
  return [...(no % 3 === 0 ? ['late'] : []), ...(no % 5 === 0 ? ['refund'] : [])];
}

/** Where a visitor stood when an episode began. */
export function stageOf(at: number): PurchaseStage {
  return PURCHASE_STAGES[at % PURCHASE_STAGES.length] as PurchaseStage;
}

/** What was aimed at: who is known is served sooner; null: nobody has said. */
function aimedAt({ department, segments }: Aimed): number | null {
  if (segments.includes('vip')) return 20_000;
  return department === null ? null : ([30_000, 120_000, null][department % 3] ?? null);
}

export function targetOf(one: CountedEpisode): number {
  return aimedAt(one) ?? TARGET_MS;
}

/** Now and then nobody is there. */
function isClosedAt(at: number): boolean {
  return Math.floor(at / 60_000) % 6 === 0;
}
