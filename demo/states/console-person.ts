import { refusal, success } from '../../protocol/wire/errors.ts';
import type { Person } from '../../protocol/wire/people.ts';
import { NOTHING_SAID, type VisitorProfile } from '../../protocol/wire/visitor.ts';
import { ana, saidOf } from './console-people.ts';
import { visitorStories } from './console-visitors.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const bo = { id: 'a2', name: 'Bo Lindqvist' };

export function verifiedOf(now: number): VisitorProfile {
  return {
    ...saidOf(now),
    verified: { subject: 'customer-4711', name: 'Mara Oyelaran', email: 'mara@post.example', at: now - DAY },
  };
}

/** Somebody the shop knows well. */
export function personOf(now: number): Person {
  return {
    ...{ id: 'v1', siteId: 'demo', siteKey: 'demo', label: 'Visitor 7F3K', email: 'mara.oyelaran@post.example' },
    ...{ firstSeenAt: now - 400 * DAY, seenAt: now - MINUTE, joinedTo: null, block: null },
    said: verifiedOf(now),
    tags: ['vip', 'wholesale', 'asks before she buys, and then buys twice'],
    segments: ['gold', 'returning', 'wholesale'],
    notes: [
      {
        id: 'n1',
        by: { id: ana.id, name: ana.name },
        body: 'Prefers mail to calls.\nParcels go to her neighbour on weekdays.',
        at: now - 3 * DAY,
        editedAt: now - DAY,
      },
      { id: 'n2', by: bo, body: 'Had a chipped mug in spring; we replaced it.', at: now - 90 * DAY, editedAt: null },
    ],
    visit: {
      ...{ browser: 'Safari 19', system: 'iOS', device: 'phone', language: 'pt-BR', zone: 'America/Sao_Paulo' },
      referrer: 'https://search.example/',
      pages: [
        { url: 'https://shop.example/', title: 'Mugs and bowls', at: now - 9 * MINUTE, ms: 40_000 },
        { url: 'https://shop.example/mugs', title: 'Mugs', at: now - 8 * MINUTE, ms: 190_000 },
        { url: 'https://shop.example/mugs/blue', title: 'Stoneware mug, blue', at: now - 4 * MINUTE, ms: 0 },
      ],
      at: now - MINUTE,
    },
    cart: { value: 74.7, currency: 'EUR', at: now - 2 * MINUTE },
    orders: [
      { id: 'MK-20417', at: now - 12 * DAY, minor: 4_980, currency: 'EUR', cancelled: false, checked: true },
      { id: 'MK-19002', at: now - 80 * DAY, minor: 2_490, currency: 'EUR', cancelled: true, checked: true },
      { id: 'MK-18777', at: now - 120 * DAY, minor: 12_000, currency: 'JPY', cancelled: false, checked: false },
    ],
    ordersCount: 1_204,
    ratings: [
      { conversationId: 'B7RC', at: now - 12 * DAY, score: 5, comment: 'Quick, and kind.' },
      { conversationId: 'C8SD', at: now - 90 * DAY, score: 2, comment: null },
    ],
    conversations: [
      { id: '7F3K', status: 'active', openedAt: now - 4 * MINUTE, outcome: null, lastText: 'Is it dishwasher safe?' },
      {
        id: 'B7RC',
        status: 'closed',
        openedAt: now - 12 * DAY,
        outcome: 'resolved',
        lastText: 'Thank you, that was quick.',
      },
    ],
    joined: [{ id: 'm1', fromId: 'v2', fromLabel: 'Visitor QX2A', by: bo, at: now - 2 * DAY }],
  };
}

/** Nobody knows anything yet. */
export function strangerOf(now: number): Person {
  return {
    ...personOf(now),
    ...{ said: NOTHING_SAID, tags: [], segments: ['new'], notes: [], visit: null, cart: null, orders: [] },
    ...{ ordersCount: 0, ratings: [], conversations: [], joined: [], email: null },
  };
}

export function blockedOf(now: number): Person {
  const block = { id: 'b1', siteId: 'demo', visitorId: 'v1', label: 'Visitor 7F3K', address: true, by: bo };
  return {
    ...strangerOf(now),
    block: { ...block, reason: 'Insults, three times.', at: now - DAY, until: now + 6 * DAY },
  };
}

/** From this width on the panel stands beside the thread; in a narrower window it is opened over it (inbox-page.tsx). */
const BESIDE = '(min-width: 1200px)';
const TOGGLE = '.thread-head > button[aria-pressed]';

/** All states of the profile, and of who is on the site. */
export function personStories(now: number, press: (...selectors: string[]) => unknown) {
  const path = '/console/inbox/7F3K';
  const stranger = { 'people/of': success(strangerOf(now)) };
  const inPanel = (...selectors: string[]) => press(...(matchMedia(BESIDE).matches ? [] : [TOGGLE]), ...selectors);
  const act = () => inPanel();
  return {
    ...visitorStories(now, press),
    'person-known': { path, scenery: { profile: verifiedOf(now) }, act },
    'person-unknown': { path, answers: stranger, act },
    'person-blocked': { path, answers: { 'people/of': success(blockedOf(now)) }, act },
    'person-not-read': { path, answers: { 'people/of': refusal('unavailable') }, act },
    'person-block': { path, answers: stranger, act: () => inPanel('.person-actions .button-danger') },
    'person-erase': { path, answers: stranger, act: () => inPanel('.person-actions .button-danger ~ .button-danger') },
    'person-merge': { path, act: () => inPanel('.person-actions button.button') },
  };
}
